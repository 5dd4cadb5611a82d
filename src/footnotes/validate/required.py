"""The table of required fields, and which of them a work lacks."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from footnotes.formats.types import choose_entry_type
from footnotes.model import Reference

_VARIABLES = {
    "booktitle": "container_title",
    "chapter": "chapter_number",
    "date": "issued",
    "eprint": "pmid",
    "institution": "publisher",
    "journal": "container_title",
    "journaltitle": "container_title",
    "pages": "page",
    "school": "publisher",
    "type": "genre",
    "year": "issued",
}
"""The variable of a field, where it has another name."""


def list_missing(work: Reference, dialect: str) -> Iterator[str]:
    """The fields, in the words of the dialect, that a work of its type should state and does not."""
    entry_type = work.type if dialect == "csl-json" else choose_entry_type(work, dialect)
    extra = {name.lower() for name, _ in work.extra}
    for wanted in load_required()[dialect].get(entry_type, "").split():
        names = wanted.split("/")
        if not any(getattr(work, find_variable(name)) or name in extra for name in names):
            yield " or ".join(names)


def find_variable(name: str) -> str:
    """The attribute of a work that a required field is about."""
    return _VARIABLES.get(name) or name.lower().replace("-", "_")


@cache
def load_required() -> Mapping[str, Mapping[str, str]]:
    """By dialect and type, the names of the required fields."""
    table = files("footnotes.validate").joinpath("required.toml").read_text(encoding="utf-8")
    return tomllib.loads(table)
