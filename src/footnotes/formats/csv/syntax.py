"""Tables as text (RFC 4180): every cell written in quotation marks, any dialect read with its lines.

A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV injection"),
which is taken off again on reading.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from attrs import frozen

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_SEPARATOR = re.compile(r"sep=(.)\r?\n")
"""The line by which Excel is told the separator."""
SEPARATORS = ",;\t|"


@frozen
class Row:
    """The cells of one row; `line` counts from 1, `start` and `end` are its place in the text."""

    cells: tuple[str, ...]
    line: int
    start: int
    end: int
    is_broken: bool = False
    """Whether a quotation mark was opened and never closed: `cells` end there."""


def write_table(rows: Sequence[Sequence[str]], separator: str) -> str:
    """The rows with that separator, line feeds and all cells in quotation marks."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([[_guard(cell) for cell in row] for row in rows])
    return file.getvalue()


def read_table(text: str) -> Iterator[Row]:
    """The rows that are not blank; a row whose quotation mark never closes ends at its line."""
    start, line = 0, 1
    told = _SEPARATOR.match(text)
    if told:
        start, line = told.end(), 2
    separator = told[1] if told else _guess_separator(text)
    cell = re.compile(_make_cell(separator))
    while start < len(text):
        row = _read_row(text, start, line, cell)
        if row.is_broken or any(one.strip() for one in row.cells):
            yield row
        line += text.count("\n", start, row.end)
        start = row.end


def _guard(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _guess_separator(text: str) -> str:
    """The separator that is most frequent in the first line outside of quotation marks."""
    head = re.sub(r'"(?:[^"]|"")*"', "", text[:10_000].lstrip().split("\n", 1)[0])
    return max(SEPARATORS, key=head.count)


def _make_cell(separator: str) -> str:
    plain = rf"[^\n\r{re.escape(separator)}]*"
    return rf'"(?P<quoted>[^"]*(?:""[^"]*)*)(?P<close>"?)(?P<rest>{plain})|(?P<plain>{plain})'


def _read_row(text: str, start: int, line: int, cell: re.Pattern[str]) -> Row:
    cells: list[str] = []
    at = start
    while True:
        match = cell.match(text, at)
        if match is None or (match["quoted"] is not None and not match["close"]):
            stop = text.find("\n", start) + 1 or len(text)
            return Row(tuple(cells), line, start, stop, is_broken=True)
        cells.append(_unguard(_take(match)))
        at = match.end()
        if at >= len(text) or text[at] in "\r\n":
            ends = at + 2 if text.startswith("\r\n", at) else at + 1
            return Row(tuple(cells), line, start, min(ends, len(text)))
        at += 1


def _take(match: re.Match[str]) -> str:
    if match["quoted"] is None:
        return match["plain"]
    return match["quoted"].replace('""', '"') + match["rest"]
