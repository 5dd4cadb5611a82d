"""The entries of .bib files, read and written; the only import of bibtexparser.

Reading is our own (`blocks`), because real files are broken in ways that cost bibtexparser
an entry or its neighbours. bibtexparser writes: it is given finished, escaped values and no
middleware but the one that encloses them. It neither escapes nor checks (a lone brace makes a
broken file of it), so that what it wrote is read again.
"""

import logging
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from footnotes.formats.bib.blocks import Block, BlockReader
from footnotes.formats.bib.values import ValueReader
from footnotes.formats.keys import NO_KEY, number_key
from footnotes.model import Pointer, Problem, Severity, Span
from footnotes.text.line_table import LineTable

if TYPE_CHECKING:
    from bibtexparser.model import Block as WrittenBlock
    from bibtexparser.model import Entry

MONTH_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every style defines (btxdoc 3.2); they stand for themselves."""

# Without a handler Python would print its warnings.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


LONG = 1000
_ENDLESS = re.compile(r"\s{64,}")
"""Blanks that no reader of a value may stumble over; they say no more than one."""

NOWHERE = Span(0, 0)
"""The span of an entry that no file holds yet."""


@frozen
class RawField:
    """A field as the file has it; `enclosed` says whether braces go around the value."""

    name: str
    value: str
    enclosed: bool = True


@frozen
class RawEntry:
    """An entry as the file has it; the type in lower case, the fields in order."""

    entry_type: str
    key: str
    fields: tuple[RawField, ...]
    span: Span = NOWHERE
    pointers: tuple[Pointer, ...] = field(default=(), eq=False)
    """What it inherited by, where it has; it has those fields no more."""
    inherited: frozenset[str] = field(default=frozenset(), eq=False)
    """The names of the fields that it has from others, in lower case."""


@frozen
class RawFile:
    """The entries of a file, what was wrong with it, and what else stands there."""

    entries: tuple[RawEntry, ...]
    problems: tuple[Problem, ...]
    preambles: tuple[str, ...]
    comments: tuple[str, ...]


def read_entries(text: str) -> tuple[tuple[RawEntry, ...], tuple[Problem, ...]]:
    """The entries of a file and what was wrong with it, as `read_file` has them."""
    file = read_file(text)
    return file.entries, file.problems


def read_file(text: str) -> RawFile:
    """The blocks of a file; a broken entry costs itself only.

    Keys are unique: of two entries of one key the second gets `-2` behind it, and one without
    a key is called `work`. Both are said.
    """
    place = LineTable.of(text, ends_at_returns=True)
    taken: dict[str, int] = {}
    entries: list[RawEntry] = []
    problems: list[Problem] = []
    reader = BlockReader(text, {})
    for block in reader.read_blocks():
        span = Span(block.start, block.end)
        problems += _tell_slips(block, place, span)
        if block.fault is not None:
            continue
        key = number_key(block.key or NO_KEY, taken)
        if block.key not in {"", key}:
            problems.append(_tell_twin(block.key, key, place, span))
        fields, twice = _take_fields(block)
        if twice:
            problems.append(_tell_twice(twice, place, span))
        entries.append(RawEntry(block.kind, key, fields, span))
    if reader.settings:
        problems.append(_tell_settings(reader.settings, place))
    return RawFile(tuple(entries), tuple(problems), tuple(reader.preambles), tuple(reader.comments))


def write_entries(
    entries: Iterable[RawEntry],
    header: str = "",
    preambles: Sequence[str] = (),
    comments: Sequence[str] = (),
) -> tuple[str, tuple[RawEntry, ...]]:
    """The file of these entries, and the entries as it reads; keys must be unique, values finished.

    Preambles stand before them, comments behind.
    Raises RuntimeError if the text does not read back entry for entry: a broken file would
    be worse than none.
    """
    from bibtexparser.entrypoint import write_string  # noqa: PLC0415 - reading needs none of it
    from bibtexparser.library import Library  # noqa: PLC0415 - reading needs none of it
    from bibtexparser.middlewares.parsestack import default_unparse_stack  # noqa: PLC0415 - reading needs none of it
    from bibtexparser.model import ImplicitComment, Preamble  # noqa: PLC0415 - reading needs none of it
    from bibtexparser.writer import BibtexFormat  # noqa: PLC0415 - reading needs none of it

    entries = tuple(entries)
    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # its own annotations lack one
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    blocks: list[WrittenBlock] = [ImplicitComment(f"% {header}")] if header else []
    blocks += [Preamble(f"{{{text}}}") for text in preambles]
    blocks += [_to_block(entry) for entry in entries]
    # Not as comments, since those have braces around them here and parentheses there.
    blocks += [ImplicitComment(text) for text in comments]
    stack = default_unparse_stack(allow_inplace_modification=True)
    text = write_string(Library(blocks), unparse_stack=stack, bibtex_format=layout)
    return text, _check_whole(text, entries)


def _check_whole(text: str, entries: tuple[RawEntry, ...]) -> tuple[RawEntry, ...]:
    written, told = read_entries(text)
    problems = [problem for problem in told if problem.severity is not Severity.INFO]
    if problems or len(written) != len(entries):
        raise RuntimeError(f"the written .bib does not read back: {problems[:1] or len(written)}")
    for before, after in zip(entries, written, strict=True):
        same = before.key == after.key and before.entry_type == after.entry_type
        if not same or not _are_alike(before.fields, after.fields):
            raise RuntimeError(f"the entry {before.key!r} does not read back as it was written")
    return written


def _are_alike(before: tuple[RawField, ...], after: tuple[RawField, ...]) -> bool:
    if len(before) != len(after):
        return False
    return all(
        old.name == new.name and _evaluate(old) == new.value for old, new in zip(before, after, strict=True)
    )


def _evaluate(field: RawField) -> str:
    """The value as it reads: pieces joined by `#` are one text."""
    if field.enclosed or "#" not in field.value:
        return field.value
    return ValueReader(field.value, len(field.value), {}).read(0)[0]


def _to_block(entry: RawEntry) -> "Entry":
    from bibtexparser.model import Entry, Field  # noqa: PLC0415 - reading needs none of it

    fields = [
        Field(field.name, field.value, enclosing="{" if field.enclosed else "no-enclosing")
        for field in entry.fields
    ]
    return Entry(entry.entry_type, entry.key, fields)


def _take_fields(block: Block) -> tuple[tuple[RawField, ...], list[str]]:
    """The fields, of two of one name the first, as in BibTeX; and the names that stand twice."""
    fields: dict[str, RawField] = {}
    twice: list[str] = []
    for name, value in block.fields:
        lower = name.lower()
        if lower in fields:
            twice.append(name)
        else:
            fields[lower] = RawField(name, value if len(value) < LONG else _ENDLESS.sub(" ", value))
    return tuple(fields.values()), twice


def _tell_slips(block: Block, place: LineTable, span: Span) -> list[Problem]:
    name = f"@{block.kind} {block.key}".strip()
    told = [
        Problem("mended-entry", f"{place.describe(at)}: {what} ({name}).", Severity.WARNING, span)
        for at, what in block.mended
    ]
    if block.fault is not None:
        at, what = block.fault
        message = f"{place.describe(at)}: {what}; {name} is left out."
        told.append(Problem("broken-entry", message, Severity.ERROR, span))
    return told


def _tell_settings(starts: list[int], place: LineTable) -> Problem:
    more = f" (and {len(starts) - 1} more)" if len(starts) > 1 else ""
    what = "a preamble or the settings of JabRef are no works: only a .bib file keeps them"
    message = f"{place.describe(starts[0])}{more}: {what}."
    return Problem("settings", message, Severity.INFO, Span(starts[0], starts[0]))


def _tell_twin(key: str, unique: str, place: LineTable, span: Span) -> Problem:
    message = f"{place.describe(span.start)}: the key {key!r} is taken; this entry is read as {unique!r}."
    return Problem("duplicate-key", message, Severity.WARNING, span)


def _tell_twice(names: list[str], place: LineTable, span: Span) -> Problem:
    listed = ", ".join(sorted(set(names)))
    message = f"{place.describe(span.start)}: a field stands twice ({listed}); the first is used."
    return Problem("duplicate-field", message, Severity.WARNING, span)
