"""What a rewriting changes, for people: each note as printed and as it will be written."""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from attrs import frozen

import footnotes
from footnotes.cli.labels import label_note
from footnotes.cli.messages import show_controls

_BEFORE, _AFTER = 40, 24
"""How many characters of the note are shown around a change."""


@frozen
class _Piece:
    """A stretch of a note: the same before and after where nothing is changed."""

    old: str
    new: str


def print_diff(apparatus: footnotes.Apparatus, rewriting: footnotes.Rewriting) -> None:
    """Print each changed note on standard output: label, line, the words as printed and as written."""
    from rich.table import Table  # noqa: PLC0415 - only what is shown needs rich
    from rich.text import Text  # noqa: PLC0415 - as above

    from footnotes.cli.tables import open_console  # noqa: PLC0415 - as above

    console = open_console()
    with console.capture() as drawn:
        for number, (heading, pieces) in enumerate(_list_changes(apparatus, rewriting)):
            console.print(Text(f"{chr(10) * bool(number)}{heading}", style="bold"))
            table = Table.grid(padding=(0, 1, 0, 0))
            table.add_column()
            table.add_column(overflow="fold")
            for sign, side, style in (("-", "old", "red strike"), ("+", "new", "green")):
                words = [(getattr(one, side), style if one.old != one.new else "") for one in pieces]
                table.add_row(Text(sign, style=style.split()[0]), Text.assemble(*words))
            console.print(table)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in drawn.get().split("\n")[:-1]))


def _list_changes(
    apparatus: footnotes.Apparatus, rewriting: footnotes.Rewriting
) -> Iterator[tuple[str, list[_Piece]]]:
    notes = {note.number: note for note in apparatus.notes}
    text = apparatus.document.text
    for number, edits in groupby(rewriting.edits, lambda edit: int(edit.cite.split(".")[0])):
        found = list(edits)
        line = text.count("\n", 0, found[0].span.start) + 1
        yield f"note {label_note(notes[number])}, line {line}", [*_cut(text, notes[number], found)]


def _cut(text: str, note: footnotes.Note, edits: Sequence[footnotes.Edit]) -> Iterator[_Piece]:
    """The note in pieces: what is changed, and as much of the rest as shows where that stands."""
    before = _fold(text[note.label_span.end : edits[0].span.start]).removeprefix(":").lstrip()
    yield _keep(_cut_start(before) if len(before) > _BEFORE else before)
    for edit, following in pairwise(edits):
        yield _change(edit)
        between = _fold(text[edit.span.end : following.span.start])
        is_long = len(between) > _BEFORE + _AFTER
        yield _keep(_cut_end(between).removesuffix("…") + _cut_start(between) if is_long else between)
    yield _change(edits[-1])
    after = _fold(text[edits[-1].span.end : note.span.end]).rstrip()
    yield _keep(_cut_end(after) if len(after) > _AFTER else after)


def _cut_start(words: str) -> str:
    return "…" + re.sub(r"^\S*", "", words[-_BEFORE:])


def _cut_end(words: str) -> str:
    return re.sub(r"\s*\S*$", "", words[:_AFTER]) + "…"


def _keep(words: str) -> _Piece:
    shown = show_controls(words)
    return _Piece(shown, shown)


def _change(edit: footnotes.Edit) -> _Piece:
    return _Piece(show_controls(_fold(edit.old)), show_controls(edit.new))


def _fold(words: str) -> str:
    return re.sub(r"\s+", " ", words)
