"""Which rows of the table an entry or a work can have anything for: the others need not be asked.

Of some 90 rows an entry states ten, so that asking all of them was half of the time of reading.
"""

from collections.abc import Iterator
from functools import lru_cache

from footnotes.formats.bib.entry_draft import EntryBag
from footnotes.formats.fields import FieldRow, Kind, rows_for

KNOWN_SHAPES = 4096
"""How many sets of fields are remembered: a library has some hundreds, a hostile file no end of them."""

ROLE_FIELDS = ("othereditor", "editora", "editorb", "editorc", "namea", "nameb", "namec")
"""Where a role without a field of its own stands (BibLaTeX manual 2.3.6)."""


def list_stated_rows(bag: EntryBag) -> tuple[FieldRow, ...]:
    """The rows in their order that the fields or remarks of the entry may state."""
    return _choose_rows(bag.entry_type, bag.dialect, frozenset([*bag.fields, *bag.remarks]))


@lru_cache(maxsize=KNOWN_SHAPES)
def _choose_rows(entry_type: str, dialect: str, present: frozenset[str]) -> tuple[FieldRow, ...]:
    return tuple(
        row
        for row, sources in _sources_for(entry_type, dialect)
        if row.kind is Kind.GENRE or row.variable == "note" or not sources.isdisjoint(present)
    )


@lru_cache(maxsize=KNOWN_SHAPES)
def rows_for_variables(entry_type: str, variables: frozenset[str]) -> tuple[FieldRow, ...]:
    """The rows in their order that a work has a value for, when it is written."""
    return tuple(row for row in rows_for(entry_type) if row.kind is Kind.GENRE or row.variable in variables)


@lru_cache(maxsize=KNOWN_SHAPES)
def _sources_for(entry_type: str, dialect: str) -> tuple[tuple[FieldRow, frozenset[str]], ...]:
    return tuple((row, frozenset(_list_sources(row, dialect))) for row in rows_for(entry_type))


def _list_sources(row: FieldRow, dialect: str) -> Iterator[str]:
    """The names of fields and the labels of remarks in which a row is read."""
    field = row.field_in(dialect)
    yield from row.names[dialect]
    if row.label:
        yield row.label
    if row.kind is Kind.DATE and row.biblatex:
        yield row.biblatex
        yield row.biblatex.removesuffix("date") + "year"
    if row.kind is Kind.NAMES and field is None:
        yield from ROLE_FIELDS
