"""Where the works of RIS, tables and YAML stand in their files."""

import re
from collections.abc import Callable, Iterator, Mapping

from footnotes.formats.csl.yaml import read_items
from footnotes.formats.csv.table import find_cells
from footnotes.formats.csv.type_words import TYPES, fold_word
from footnotes.formats.ris.fields import ACCESSED_TAG, DATE_TAGS, KEYWORD_TAG, PAGE_TAGS, find_variable
from footnotes.formats.ris.library import is_work
from footnotes.formats.ris.reading import read_record
from footnotes.formats.ris.syntax import BEGIN, read_records
from footnotes.formats.ris.types import CSL_TYPES
from footnotes.formats.yaml_syntax import strip_places
from footnotes.model import Span
from footnotes.validate.entries import Entry, Field

_VARIABLES = {
    ACCESSED_TAG: "accessed",
    KEYWORD_TAG: "keyword",
    **dict.fromkeys(DATE_TAGS, "issued"),
    **dict.fromkeys(PAGE_TAGS, "page"),
}
"""What the tags mean that are read by rules of their own."""


def _find_records(text: str) -> Iterator[Entry]:
    for record in read_records(text):
        if not is_work(record):
            continue
        work = read_record(record.fields)
        fields = []
        for (tag, value), at in zip(record.fields, record.places, strict=True):
            line_end = re.compile(r"[\r\n]|$").search(text, at)
            end = line_end.start() if line_end else len(text)
            variable = _VARIABLES.get(tag) or find_variable(tag, work.type) or tag
            fields.append((variable, Field(tag, value, Span(at, end))))
        told = dict(record.fields).get(BEGIN, "")
        known = told.upper() in CSL_TYPES
        span = Span(record.start, record.end)
        yield _make_entry("" if known else told, work.key, span, fields)


def _find_rows(text: str) -> Iterator[Entry]:
    for row, cells in find_cells(text):
        at, fields = row.start, []
        for header, meaning, cell in cells:
            found = text.find(cell, at, row.end)
            span = Span(found, found + len(cell)) if found >= 0 else Span(row.start, row.end)
            at = max(at, span.end) if found >= 0 else at
            fields.append((meaning or header, Field(header, cell, span)))
        told = {variable: one.text for variable, one in fields}
        kind = told.get("type", "")
        known = fold_word(kind) in TYPES
        yield _make_entry("" if known else kind, told.get("key", ""), Span(row.start, row.end), fields)


def _find_yaml_items(text: str) -> Iterator[Entry]:
    lines = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]
    items, _ = read_items(text)
    for item in items:
        if not isinstance(item.value, dict):
            continue
        start = lines[min(item.line, len(lines)) - 1]
        fields = []
        for name, value in item.value.items():
            at = lines[min(value.line, len(lines)) - 1]
            plain = strip_places(value)
            fields.append((str(name), Field(str(name), str(plain), Span(at, at + 1), plain)))
        told = {name: one.text for name, one in fields}
        yield _make_entry(told.get("type", ""), told.get("id", ""), Span(start, start + 1), fields)


def _make_entry(kind: str, key: str, span: Span, fields: list[tuple[str, Field]]) -> Entry:
    """The first field of each name; what is empty is none here, where programs write empty ones always."""
    named: dict[str, Field] = {}
    for name, one in fields:
        if one.text.strip():
            named.setdefault(name.lower(), one)
    return Entry(kind, key, span, named, tuple(one for _, one in fields))


FINDERS: Mapping[str, Callable[[str], Iterator[Entry]]] = {
    "csl-yaml": _find_yaml_items,
    "csv": _find_rows,
    "ris": _find_records,
    "tsv": _find_rows,
}
"""By format, what lists its entries."""
