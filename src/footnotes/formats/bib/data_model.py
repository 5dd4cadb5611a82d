"""The data model of BibLaTeX: which fields an entry type has, and which of them it must have.

What `biber --validate-datamodel` warns of (BibLaTeX manual 4.5.4; biber manual, "Data model
validation"). The table beside this module holds it.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from footnotes.text.identifiers import is_isbn, is_issn

INSTEAD = {
    ("booklet", "publisher"): "howpublished",
    ("misc", "container_title"): "howpublished",
    ("unpublished", "container_title"): "howpublished",
}
"""By entry type and variable the field that styles print where the model has not the usual one."""

_STANDS_AS = {"volumetitle": "maintitle"}
"""A field that never reaches a file, and the one that it calls for there (see `fields`)."""

_CHECKED = {"isbn": is_isbn, "issn": is_issn}
"""The fields with a check digit (biber's data constraints)."""


@frozen
class DataModel:
    """What entries may hold: by type its fields and what it requires, and the fields that are numbers."""

    fields: Mapping[str, frozenset[str]]
    required: Mapping[str, tuple[tuple[str, ...], ...]]
    """By type groups of fields, of each of which an entry needs one."""
    integers: frozenset[str]

    def admits(self, entry_type: str, field: str, value: str) -> bool:
        """Whether an entry of the type may have this value in this field."""
        if _STANDS_AS.get(field, field) not in self.fields.get(entry_type, ()):
            return False
        if field in self.integers:
            return value.isascii() and value.isdigit()
        is_right = _CHECKED.get(field)
        return is_right is None or is_right(value.replace("-", ""))

    def list_missing(self, entry_type: str, fields: Collection[str]) -> Iterator[str]:
        """The required fields that are not among `fields`; of alternatives the first."""
        for names in self.required.get(entry_type, ()):
            if not any(name in fields for name in names):
                yield names[0]


@cache
def load_data_model() -> DataModel:
    """The model of biber 2.18, which all later ones contain."""
    text = files("footnotes.formats.bib").joinpath("data_model.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    everywhere = frozenset(table["everywhere"].split())
    groups = {name: words.split() for name, words in table["groups"].items()}
    return DataModel(
        fields={
            name: everywhere.union(*(groups.get(word, [word]) for word in one["fields"].split()))
            for name, one in table["types"].items()
        },
        required={
            name: tuple(tuple(word.split("/")) for word in one["required"].split())
            for name, one in table["types"].items()
        },
        integers=frozenset(table["integers"].split()),
    )
