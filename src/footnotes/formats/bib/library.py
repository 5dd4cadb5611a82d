"""A library to the text of a .bib file and back, for either dialect."""

from footnotes.formats.bib.dialect import Dialect
from footnotes.formats.bib.inherit import inherit_fields
from footnotes.formats.bib.reading import read_entry
from footnotes.formats.bib.syntax import RawEntry, read_entries, write_entries
from footnotes.formats.bib.writing import write_entry
from footnotes.formats.keys import make_key
from footnotes.formats.loss import Move
from footnotes.formats.written import Written
from footnotes.model import Library


def parse_bib(text: str, dialect: Dialect) -> Library:
    """The works of a file of the dialect, in order; problems stand beside them."""
    entries, problems = read_entries(text)
    works = tuple(read_entry(entry, dialect, spells=True) for entry in inherit_fields(entries))
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


def _choose_header(dialect: Dialect, entries: list[RawEntry]) -> str:
    if not entries:
        return ""
    is_ascii = all(field.value.isascii() for entry in entries for field in entry.fields)
    return dialect.ascii_header if is_ascii else dialect.header
