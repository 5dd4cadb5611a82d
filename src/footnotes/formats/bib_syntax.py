"""The syntax of .bib files: blocks, braces, `@string` and `#`; the only import of bibtexparser.

bibtexparser finds the blocks and writes them. It is given finished, escaped values and no
middleware but the one that encloses them: it neither escapes nor checks (its writer turns a
lone brace into a broken file), and its own LaTeX encoding harms names and URLs.
"""

import logging
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from footnotes.formats.braces import find_group_end
from footnotes.model import Problem, Severity, Span

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry, ParsingFailedBlock

MONTH_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every style defines (btxdoc 3.2); they stand for themselves."""

# Failed blocks come back as problems; without a handler Python would print them as well.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


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


def read_entries(text: str) -> tuple[tuple[RawEntry, ...], tuple[Problem, ...]]:
    """The entries of a file and what could not be read of it; a broken entry costs itself only."""
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - a slow import that only .bib files need
    from bibtexparser.model import Entry, ParsingFailedBlock, String  # noqa: PLC0415 - as above

    place = _Places(text)
    macros: dict[str, str] = {}
    entries: list[RawEntry] = []
    problems: list[Problem] = []
    for block in parse_string(text, parse_stack=[]).blocks:
        failed = block if isinstance(block, ParsingFailedBlock) else None
        entry = block if failed is None else failed.ignore_error_block
        if isinstance(entry, String):
            # Of two macros of one name the later holds from there on, as in BibTeX.
            macros[entry.key.lower()] = _join_value(entry.value, macros)
            continue
        if failed is not None:
            problems.append(_tell_problem(failed, place))
            entry = _rescue(failed)
        if isinstance(entry, Entry):
            entries.append(_build_entry(entry, macros, place.span_of(block)))
    return tuple(entries), tuple(problems)


def write_entries(entries: Iterable[RawEntry], header: str = "") -> tuple[str, tuple[RawEntry, ...]]:
    """The file of these entries, and the entries as it reads; keys must be unique, values finished.

    Raises RuntimeError if the text does not read back entry for entry: a broken file would
    be worse than none.
    """
    from bibtexparser.entrypoint import write_string  # noqa: PLC0415 - as above
    from bibtexparser.library import Library  # noqa: PLC0415 - as above
    from bibtexparser.middlewares.parsestack import default_unparse_stack  # noqa: PLC0415 - as above
    from bibtexparser.model import ImplicitComment  # noqa: PLC0415 - as above
    from bibtexparser.writer import BibtexFormat  # noqa: PLC0415 - as above

    entries = tuple(entries)
    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # its own annotations lack one
    layout.indent, layout.block_separator, layout.trailing_comma = "  ", "\n", True
    blocks: list[Block] = [ImplicitComment(f"% {header}")] if header else []
    blocks += [_to_block(entry) for entry in entries]
    stack = default_unparse_stack(allow_inplace_modification=True)
    text = write_string(Library(blocks), unparse_stack=stack, bibtex_format=layout)
    return text, _check_whole(text, entries)


def _check_whole(text: str, entries: tuple[RawEntry, ...]) -> tuple[RawEntry, ...]:
    written, problems = read_entries(text)
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
        old.name == new.name and old.value == new.value for old, new in zip(before, after, strict=True)
    )


def _to_block(entry: RawEntry) -> "Entry":
    from bibtexparser.model import Entry, Field  # noqa: PLC0415 - as above

    fields = [
        Field(field.name, field.value, enclosing="{" if field.enclosed else "no-enclosing")
        for field in entry.fields
    ]
    return Entry(entry.entry_type, entry.key, fields)


def _build_entry(entry: "Entry", macros: Mapping[str, str], span: Span) -> RawEntry:
    fields: dict[str, RawField] = {}
    for field in entry.fields:
        # The first of two fields of one name counts, as in BibTeX.
        fields.setdefault(field.key.lower(), RawField(field.key, _join_value(field.value, macros)))
    return RawEntry(entry.entry_type.lower(), entry.key, tuple(fields.values()), span)


def _rescue(block: "ParsingFailedBlock") -> "Block | None":
    from bibtexparser.model import DuplicateFieldKeyBlock  # noqa: PLC0415 - as above

    return block.ignore_error_block if isinstance(block, DuplicateFieldKeyBlock) else None


def _join_value(raw: str, macros: Mapping[str, str]) -> str:
    """The value of `{..}`, `"..."`, a number, a macro, or several of these joined by `#`."""
    if raw[:1] == "{" and find_group_end(raw, 0) == len(raw):
        return raw[1:-1]
    pieces, at = [], 0
    while match := _PIECE.match(raw, at):
        word, at = match[1], match.end()
        if word == "{":
            end = find_group_end(raw, match.start(1))
            word, at = raw[match.end(1) : end - 1], end
        elif word[0] == '"':
            end = _find_quote(raw, match.end(1))
            word, at = raw[match.end(1) : end], end + 1
        else:
            word = macros.get(word.lower(), word)
        pieces.append(word)
    return "".join(pieces)


_PIECE = re.compile(r'[\s#]*([{"]|[^\s#{"]+)')


def _find_quote(raw: str, start: int) -> int:
    at = start
    while at < len(raw) and raw[at] != '"':
        at = find_group_end(raw, at) if raw[at] == "{" else at + 1
    return at


def _tell_problem(block: "ParsingFailedBlock", place: "_Places") -> Problem:
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock  # noqa: PLC0415 - as above

    span = place.span_of(block)
    where = place.describe(span.start)
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        message = f"{where}: a field stands twice ({names}); the first is used."
        return Problem("duplicate-field", message, Severity.WARNING, span)
    if isinstance(block, DuplicateBlockKeyBlock):
        message = f"{where}: the key {block.key!r} is taken; this entry is left out."
        return Problem("duplicate-key", message, Severity.ERROR, span)
    cause = " ".join(str(getattr(block.error, "abort_reason", block.error)).split())
    return Problem("broken-entry", f"{where}: {cause.rstrip('.')}.", Severity.ERROR, span)


class _Places:
    """From blocks to spans of the text: bibtexparser tells lines only."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def span_of(self, block: "Block") -> Span:
        line = min(max(block.start_line or 0, 0), len(self.lines) - 1)
        raw = block.raw or ""
        start = max(self.text.find(raw[:1] or "@", self.lines[line]), self.lines[line])
        return Span(start, min(start + len(raw), len(self.text)))

    def describe(self, at: int) -> str:
        line = bisect_right(self.lines, at)
        return f"Line {line}, column {at - self.lines[line - 1] + 1}"
