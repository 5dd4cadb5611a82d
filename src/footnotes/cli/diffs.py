"""What a rewriting changes, for people: the old words and the new, note by note."""

import re
import sys
from collections.abc import Iterator
from itertools import groupby

import footnotes
from footnotes.cli.labels import label_note
from footnotes.cli.messages import show_controls

_BEFORE, _AFTER = 40, 24
"""How many characters of the note are shown around a change."""


def print_diff(apparatus: footnotes.Apparatus, rewriting: footnotes.Rewriting) -> None:
    """Print each change on standard output: the note, the line, the words as printed and as written."""
    from rich.table import Table  # noqa: PLC0415 - only what is shown needs rich
    from rich.text import Text  # noqa: PLC0415 - as above

    from footnotes.cli.tables import open_console  # noqa: PLC0415 - as above

    console = open_console()
    with console.capture() as drawn:
        for number, (heading, changes) in enumerate(_list_changes(apparatus, rewriting)):
            console.print(Text(f"{chr(10) * bool(number)}{heading}", style="bold"))
            table = Table.grid(padding=(0, 1, 0, 0))
            table.add_column()
            table.add_column(overflow="fold")
            for before, old, new, after in changes:
                for sign, words, style in (("-", old, "red strike"), ("+", new, "green")):
                    line = Text.assemble(before, (words, style), after)
                    table.add_row(Text(sign, style=style.split()[0]), line)
            console.print(table)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in drawn.get().split("\n")[:-1]))


Change = tuple[str, str, str, str]
"""What stands before a change, the old words, the new, and what stands behind."""


def _list_changes(
    apparatus: footnotes.Apparatus, rewriting: footnotes.Rewriting
) -> Iterator[tuple[str, list[Change]]]:
    notes = {note.number: note for note in apparatus.notes}
    text = apparatus.document.text
    for number, edits in groupby(rewriting.edits, lambda edit: int(edit.cite.split(".")[0])):
        found = list(edits)
        line = text.count("\n", 0, found[0].span.start) + 1
        changes = [_make_change(text, notes[number], edit) for edit in found]
        yield f"note {label_note(notes[number])}, line {line}", changes


def _make_change(text: str, note: footnotes.Note, edit: footnotes.Edit) -> Change:
    before = _fold(text[note.label_span.end : edit.span.start]).removeprefix(":").lstrip()
    after = _fold(text[edit.span.end : note.span.end]).rstrip()
    if len(before) > _BEFORE:
        before = "…" + re.sub(r"^\S*", "", before[-_BEFORE:])
    if len(after) > _AFTER:
        after = re.sub(r"\s*\S*$", "", after[:_AFTER]) + "…"
    return tuple(show_controls(words) for words in (before, _fold(edit.old), edit.new, after))  # type: ignore[return-value]  # four in, four out


def _fold(words: str) -> str:
    return re.sub(r"\s+", " ", words)
