"""The edits of a text as a unified diff: in colour on a terminal, a patch in a pipe.

The edits tell where to look: comparing all of a library with itself would take minutes.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from footnotes.audit import TextEdit, apply_edits
from footnotes.cli.messages import show_controls
from footnotes.cli.outputs import write_text
from footnotes.model import Span

_STYLES = {"+": "green", "-": "red", "@": "cyan"}
_CONTEXT = 3


_NO_END = "\n\\ No newline at end of file"
"""What patches write behind a last line without an end."""


def print_text_diff(before: str, edits: Sequence[TextEdit], old_name: str, new_name: str) -> None:
    """Print what the edits change, nothing where there are none.

    In a pipe it is the text byte for byte, for `patch`: in UTF-8, where surrogates are bytes of another
    encoding. On a terminal control characters are shown.
    """
    lines = list_diff(before, edits, old_name, new_name)
    if sys.stdout.isatty():
        _draw(line.removesuffix("\r") for line in lines)
    else:
        write_text("".join(f"{line}\n" for line in lines), errors="surrogateescape")


def _draw(lines: Iterable[str]) -> None:
    from rich.text import Text  # noqa: PLC0415 - only what is shown needs rich

    from footnotes.cli.tables import open_console  # noqa: PLC0415 - as above

    console = open_console()
    with console.capture() as drawn:
        for line in lines:
            # Not folded: a line of a patch is a line.
            console.print(Text(show_controls(line), style=_STYLES.get(line[0], "")), soft_wrap=True)
    sys.stdout.write(drawn.get())


def list_diff(before: str, edits: Sequence[TextEdit], old_name: str, new_name: str) -> Iterator[str]:
    """The lines of the diff, without their line feeds."""
    lines = _cut(before)
    changes = [*_list_changes(before, edits)]
    if changes:
        yield f"--- {old_name}"
        yield f"+++ {new_name}"
    added = 0
    for group in _group(changes):
        yield from _write_hunk(lines, group, added)
        added += sum(len(one.new) - (one.end - one.start) for one in group)


@frozen
class _Change:
    """The lines from `start` up to `end`, counted from 0, and those in their stead."""

    start: int
    end: int
    new: tuple[str, ...]


def _list_changes(before: str, edits: Sequence[TextEdit]) -> Iterator[_Change]:
    starts = [0, *(match.end() for match in re.finditer("\n", before)), len(before) + 1]
    for group in _join(sorted(edits, key=lambda one: one.span.start), starts):
        first = _find_line(starts, group[0].span.start)
        last = _find_line(starts, group[-1].span.end)
        at, end = starts[first], min(starts[last + 1], len(before))
        moved = [TextEdit(Span(one.span.start - at, one.span.end - at), one.words) for one in group]
        old, new = _cut(before[at:end]), _cut(apply_edits(before[at:end], moved))
        alike = _count_alike(old, new)
        tail = _count_alike(old[alike:][::-1], new[alike:][::-1])
        yield _Change(first + alike, last + 1 - tail, tuple(new[alike : len(new) - tail]))


def _join(edits: Sequence[TextEdit], starts: Sequence[int]) -> Iterator[list[TextEdit]]:
    """The edits, those of one line together."""
    group: list[TextEdit] = []
    for edit in edits:
        if group and _find_line(starts, edit.span.start) > _find_line(starts, group[-1].span.end):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _find_line(starts: Sequence[int], at: int) -> int:
    return bisect_right(starts, at) - 1


def _count_alike(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _group(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """The changes, those whose contexts touch together."""
    group: list[_Change] = []
    for change in changes:
        if group and change.start - group[-1].end > 2 * _CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _write_hunk(lines: Sequence[str], group: Sequence[_Change], added: int) -> Iterator[str]:
    first, last = max(group[0].start - _CONTEXT, 0), min(group[-1].end + _CONTEXT, len(lines))
    longer = sum(len(one.new) - (one.end - one.start) for one in group)
    yield f"@@ -{_place(first, last)} +{_place(first + added, last + added + longer)} @@"
    at = first
    for change in group:
        yield from (f" {line}" for line in lines[at : change.start])
        yield from (f"-{line}" for line in lines[change.start : change.end])
        yield from (f"+{line}" for line in change.new)
        at = change.end
    yield from (f" {line}" for line in lines[at:last])


def _place(start: int, end: int) -> str:
    """A range of lines as patches write it: from 1, and the line before where it is empty."""
    count = end - start
    if count == 1:
        return str(start + 1)
    return f"{start + 1 if count else start},{count}"


def _cut(text: str) -> list[str]:
    """The lines without their line feeds, which alone end one, unlike in `splitlines`."""
    *lines, rest = text.split("\n")
    return [*lines, rest + _NO_END] if rest else lines
