"""Where the entries of a library stand in its file, and where their fields do."""

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from footnotes.formats.bib.places import find_fields
from footnotes.formats.csl.json import read_items
from footnotes.formats.csl.places import find_members
from footnotes.formats.fields import FIELD_ROWS
from footnotes.model import Span

_HEAD = re.compile(r"^[ \t]*@[ \t]*(?P<type>\w+)[ \t]*[{(]\s*(?P<key>[^,\s{}()=]*)[ \t]*,", re.MULTILINE)
_NO_ENTRIES = {"comment", "preamble", "string"}
_BIB = ("biblatex", "biblatex-strict", "bibtex")
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "issued": ("date", "year"),
    "accessed": ("urldate",),
    "original_date": ("origdate", "origyear"),
    "event_date": ("eventdate",),
    "language": ("langid", "language"),
    "publisher": ("publisher", "institution", "school", "organization"),
}
"""Fields of .bib files that the table of fields does not name for a variable."""


@frozen
class Field:
    """A field as the file has it: its name, its text without the outermost braces, and its place."""

    name: str
    text: str
    span: Span


@frozen
class Entry:
    """An entry as the file has it: its type and key, its place, and its fields by name in lower case."""

    type: str
    key: str
    span: Span
    fields: Mapping[str, Field] = field(factory=dict)

    def find(self, variable: str) -> Field | None:
        """The field that holds a variable, whatever the format calls it."""
        names = _name_fields(variable)
        return next((self.fields[name] for name in names if name in self.fields), None)


def find_entries(text: str, format_name: str) -> tuple[Entry, ...]:
    """The entries of a file in order; none where the places of the format are not known."""
    if format_name in _BIB:
        return tuple(_find_bib_entries(text))
    return tuple(_find_items(text)) if format_name == "csl-json" else ()


def _find_bib_entries(text: str) -> Iterator[Entry]:
    heads = [head for head in _HEAD.finditer(text) if head["type"].lower() not in _NO_ENTRIES]
    ends = [*(head.start() for head in heads), len(text)][1:]
    for head, end in zip(heads, ends, strict=True):
        start = text.index("@", head.start())
        fields: dict[str, Field] = {}
        for one in find_fields(text, Span(start, end)):
            value = _strip(one.value_span.of(text))
            fields.setdefault(one.name.lower(), Field(one.name, value, one.value_span))
        yield Entry(head["type"].lower(), head["key"], Span(start, head.end("key")), fields)


def _find_items(text: str) -> Iterator[Entry]:
    for item, span in read_items(text):
        if isinstance(item, dict):
            fields = {
                one.name.lower(): Field(one.name, str(one.value), one.value_span)
                for one in find_members(text, span.start)
            }
            yield Entry(
                str(item.get("type", "")), str(item.get("id", "")), Span(span.start, span.start + 1), fields
            )


def _strip(value: str) -> str:
    return value[1:-1] if value[:1] in {"{", '"'} and value[-1:] in {"}", '"'} else value


def _name_fields(variable: str) -> tuple[str, ...]:
    rows = [row for row in FIELD_ROWS if row.variable == variable]
    csl = [row.csl.lower() for row in rows] or [variable.lower().replace("_", "-")]
    bib = [name for row in rows for name in (row.biblatex, row.bibtex, *row.also) if name]
    return tuple(dict.fromkeys([variable, *csl, *bib, *_OTHER_NAMES.get(variable, ())]))
