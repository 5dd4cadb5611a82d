"""A library to the text of a .bib file and back, for either dialect."""

from collections.abc import Iterable, Iterator

from footnotes.formats.bib.braces import is_balanced
from footnotes.formats.bib.dialect import Dialect
from footnotes.formats.bib.entry_draft import Fields
from footnotes.formats.bib.inherit import TEMPLATE, inherit_fields
from footnotes.formats.bib.reading import read_entry
from footnotes.formats.bib.standing_pointers import restore_pointers
from footnotes.formats.bib.syntax import RawEntry, RawFile, read_file, write_entries
from footnotes.formats.bib.writing import write_entry
from footnotes.formats.keys import make_key
from footnotes.formats.loss import Move
from footnotes.formats.written import Written
from footnotes.model import Frame, Library


def parse_bib(text: str, dialect: Dialect) -> Library:
    """The works of a file of the dialect, in order; problems stand beside them."""
    file = read_file(text)
    frame = Frame(dialect.name, file.preambles, file.comments, tuple(_list_templates(file)))
    works = tuple(read_entry(entry, dialect, frame) for entry in inherit_fields(file.entries))
    return Library(works, file.problems)


def _list_templates(file: RawFile) -> Iterator[tuple[str, Fields]]:
    for entry in file.entries:
        if entry.entry_type == TEMPLATE:
            yield entry.key, tuple((field.name, field.value) for field in entry.fields)


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
    frames = _list_frames(library)
    own = [frame for frame in frames if frame.format == dialect.name and dialect.model is None]
    text, back = write_entries(
        restore_pointers(library.references, entries, own, dialect),
        _choose_header(dialect, entries),
        _join([frame.preambles for frame in frames]),
        _join([frame.comments for frame in own]),
    )
    works = tuple(read_entry(entry, dialect) for entry in inherit_fields(back))
    return Written(text, Library(works), reasons, tuple(moves))


def _list_frames(library: Library) -> list[Frame]:
    """What stands beside the works in the files that they come from, in their order."""
    frames = (work.spelling.frame for work in library if work.spelling is not None)
    return list({id(frame): frame for frame in frames if frame is not None}.values())


def _join(texts: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The texts that close, each once."""
    return tuple(dict.fromkeys(text for some in texts for text in some if is_balanced(text)))


def _choose_header(dialect: Dialect, entries: list[RawEntry]) -> str:
    if not entries:
        return ""
    is_ascii = all(field.value.isascii() for entry in entries for field in entry.fields)
    return dialect.ascii_header if is_ascii else dialect.header
