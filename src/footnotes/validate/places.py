"""Where the entries of a library stand in its file, and where their fields do."""

import re
from collections.abc import Iterator

from footnotes.formats.bib.places import find_fields
from footnotes.formats.csl.json import read_items
from footnotes.formats.csl.places import find_members
from footnotes.model import Span
from footnotes.validate.entries import Entry, Field
from footnotes.validate.tagged_places import FINDERS

_HEAD = re.compile(
    r"^[ \t]*@[ \t]*(?P<type>\w+)[ \t]*[{(]\s*(?P<key>[^,\s{}()=]*(?:[ \t]+[^,\s{}()=]+)*)[ \t]*,",
    re.MULTILINE,
)
_NO_ENTRIES = {"comment", "preamble", "string"}
_BIB = ("biblatex", "biblatex-strict", "bibtex")


def find_entries(text: str, format_name: str) -> tuple[Entry, ...]:
    """The entries of a file in order; none where the places of the format are not known."""
    if format_name in _BIB:
        return tuple(_find_bib_entries(text))
    finder = _find_items if format_name == "csl-json" else FINDERS.get(format_name)
    return tuple(finder(text)) if finder else ()


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
                one.name.lower(): Field(one.name, str(one.value), one.value_span, one.value)
                for one in find_members(text, span.start)
            }
            yield Entry(
                str(item.get("type", "")), str(item.get("id", "")), Span(span.start, span.start + 1), fields
            )


def _strip(value: str) -> str:
    return value[1:-1] if value[:1] in {"{", '"'} and value[-1:] in {"}", '"'} else value
