"""The lines of RIS as tagged records with their places, however loosely they are written.

`TY  - JOUR` begins a record and `ER  - ` ends it; a record without either ends where the next begins.
A line without a tag goes on with the one before.
"""

import re
from collections.abc import Iterator

from attrs import field, frozen

from footnotes.formats.folding import fold_value

_TAG = re.compile(r"[ \t]*([A-Z][A-Z0-9])[ \t]{0,4}[-–][ \t]?(.*)")
_SPACED = re.compile(r"[ \t]*[A-Z][A-Z0-9](?:[ \t]{1,4}[-–]|[-–](?:[ \t]|$))")
BEGIN, END, KEYWORD = "TY", "ER", "KW"


@frozen
class RisRecord:
    """The tagged values of one work in order; `line` counts from 1, `start` and `end` are its place."""

    fields: tuple[tuple[str, str], ...]
    line: int
    start: int
    end: int
    is_ended: bool = True
    """Whether it has an ER of its own."""
    places: tuple[int, ...] = field(default=(), eq=False)
    """Where the line of each tag begins in the text."""


def read_records(text: str) -> Iterator[RisRecord]:
    """The records of a file, with what stands before or between them as records without a type."""
    fields: list[tuple[str, str]] = []
    places: list[int] = []
    begins, start, at = 1, 0, 0
    for number, line in enumerate(re.split(r"(?<=\n)|(?<=\r)(?!\n)", text), start=1):
        tag, value = _read_line(line)
        if tag in {BEGIN, END} and fields:
            yield RisRecord(tuple(fields), begins, start, at, tag == END, tuple(places))
            fields, places = [], []
        if tag and tag != END:
            if not fields:
                begins, start = number, at
            fields.append((tag, value))
            places.append(at)
        elif not tag and value and fields and fields[-1][0] == KEYWORD:
            # EndNote has one keyword a line.
            fields.append((KEYWORD, value))
            places.append(at)
        elif not tag and value and fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {value}".strip())
        elif not tag and value:
            begins, start = number, at
            fields.append(("", value))
            places.append(at)
        at += len(line)
    if fields:
        yield RisRecord(tuple(fields), begins, start, at, is_ended=False, places=tuple(places))


def write_record(fields: list[tuple[str, str]]) -> str:
    """The lines of a record; line ends and control characters become blanks, as no value can hold them."""
    lines = (f"{tag}  - {fold_value(value)}" for tag, value in fields)
    return "\n".join([*lines, f"{END}  - ", ""])


def _read_line(line: str) -> tuple[str, str]:
    match = _TAG.match(line.rstrip("\r\n")) if _SPACED.match(line) else None
    return ("", line.strip()) if match is None else (match[1], match[2].strip())
