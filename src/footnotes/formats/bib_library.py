"""A library to the text of a .bib file and back, for either dialect."""

import re
from collections.abc import Mapping

from attrs import frozen

from footnotes.formats.bib_inherit import inherit_fields
from footnotes.formats.bib_reading import read_entry
from footnotes.formats.bib_syntax import NO_KEY, RawEntry, number_key, read_entries, write_entries
from footnotes.formats.bib_writing import write_entry
from footnotes.formats.dialect import Dialect
from footnotes.formats.loss import Move
from footnotes.model import Library

_NOT_IN_KEYS = re.compile(r"[^\w.:+/*-]+")


@frozen
class Written:
    """A text, the library that it reads as, and why something has no place in it.

    `reasons` go by the position of the work and the variable.
    """

    text: str
    reads_as: Library
    reasons: Mapping[tuple[int, str], str]
    moves: tuple[Move, ...] = ()


def parse_bib(text: str, dialect: Dialect) -> Library:
    """The works of a file of the dialect, in order; problems stand beside them."""
    entries, problems = read_entries(text)
    works = tuple(read_entry(entry, dialect) for entry in inherit_fields(entries))
    return Library(works, problems)


def write_bib(library: Library, dialect: Dialect) -> Written:
    """The file of a library in the dialect; raises RuntimeError rather than give a broken one."""
    entries: list[RawEntry] = []
    reasons: dict[tuple[int, str], str] = {}
    moves: list[Move] = []
    taken: dict[str, int] = {}
    for at, work in enumerate(library.references):
        entry, draft = write_entry(work, make_key(work.key, taken), dialect)
        entries.append(entry)
        reasons |= {(at, variable): reason for variable, reason in draft.reasons.items()}
        moves += [Move(work.key, variable, field) for variable, field in draft.moves.items()]
    text, back = write_entries(entries, _choose_header(dialect, entries))
    works = tuple(read_entry(entry, dialect) for entry in inherit_fields(back))
    return Written(text, Library(works), reasons, tuple(moves))


def make_key(key: str, taken: dict[str, int]) -> str:
    """The key in signs that every program reads (letters, digits, `. : + / * - _`), and unique.

    `taken` is as for `number_key`.
    """
    return number_key(_NOT_IN_KEYS.sub("_", key) or NO_KEY, taken)


def _choose_header(dialect: Dialect, entries: list[RawEntry]) -> str:
    if not entries:
        return ""
    is_ascii = all(field.value.isascii() for entry in entries for field in entry.fields)
    return dialect.ascii_header if is_ascii else dialect.header
