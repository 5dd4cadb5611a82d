"""Tables for people: as wide as the terminal, folded and never cut."""

import os
import sys
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size

from attrs import frozen
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from footnotes.cli.messages import show_controls
from footnotes.cli.signs import fit_encoding

_PIPED_WIDTH = 100
"""The width where there is no terminal to ask, and no COLUMNS in the environment."""

_LEAST, _NARROWEST = 16, 9
"""What a column without a width should have at least, and what one with a width always keeps."""

_STYLES = {"medium": "yellow", "low": "red", "none": "bold red"}
_STYLES |= {"error": "bold red", "warning": "yellow", "info": "cyan"}
_STYLES |= dict.fromkeys(("dead", "soft-dead", "usurped"), "bold red")
_STYLES |= dict.fromkeys(("drifted", "failing", "blocked", "restricted"), "yellow")
_STYLES |= dict.fromkeys(("live", "moved"), "green")


@frozen
class Column:
    """A column: its heading, and the width beyond which its words are wrapped (None takes what is left)."""

    heading: str
    width: int | None = None


def print_table(title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Print a table on standard output, with `title` above it."""
    console = open_console()
    with console.capture() as drawn:
        console.print(Text(spell_cell(title, console)), overflow="fold")
        cells = ((spell_cell(cell, console) for cell in row) for row in rows)
        console.print(_make_table(_fit_columns(columns, console.width), cells))
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in drawn.get().split("\n")[:-1]))


def _fit_columns(columns: Sequence[Column], width: int) -> Sequence[Column]:
    """The columns, the widest narrower where those with a width would leave too little to the others."""
    widths = [column.width for column in columns if column.width]
    spare = width - _LEAST * (len(columns) - len(widths)) - len(columns)
    widest = max(widths, default=0)
    while widest > _NARROWEST and sum(min(one, widest) for one in widths) > spare:
        widest -= 1
    return [
        Column(column.heading, min(column.width, widest)) if column.width else column for column in columns
    ]


def _make_table(columns: Sequence[Column], rows: Iterable[Iterable[str]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, leading=1, show_edge=False, padding=(0, 1, 0, 0), expand=True)
    for column in columns:
        ratio = None if column.width else 1
        table.add_column(Text(column.heading), max_width=column.width, ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*(_style_cell(cell) for cell in row))
    return table


def open_console() -> Console:
    """A console for standard output, as wide as the terminal, or as a pipe should be."""
    return Console(width=_find_width(), highlight=False)


def _find_width() -> int:
    """The width that COLUMNS tells, else that of the terminal or of a pipe."""
    told = os.environ.get("COLUMNS", "")
    # Some programs that run others tell a width of 0: then nothing at all would be printed.
    if told.isdecimal() and int(told):
        return int(told)
    return get_terminal_size((_PIPED_WIDTH, 0)).columns if Console().is_terminal else _PIPED_WIDTH


def spell_cell(text: str, console: Console) -> str:
    """`text` as the terminal can show it: its columns are measured by that."""
    return fit_encoding(show_controls(text), console.encoding)


def _style_cell(cell: str) -> Text:
    # Text, not str: rich would take the [i] of a note for markup.
    return Text(cell, style=_STYLES.get(cell.split("\n", maxsplit=1)[0], ""))
