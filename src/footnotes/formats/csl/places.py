"""Where in the text of a JSON object its members stand, for edits that leave all else alone."""

import json
import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from footnotes.model import Span

_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*")


@frozen
class MemberText:
    """A member as it stands in the text: its name, its value, and the places of both."""

    name: str
    value: Any
    name_span: Span
    value_span: Span


def find_members(text: str, start: int) -> tuple[MemberText, ...]:
    """The members of the object that opens at `start`; the text must have been read as JSON before."""
    return tuple(_scan(text, start + 1))


def _scan(text: str, at: int) -> Iterator[MemberText]:
    at = _skip(text, at)
    while text[at] != "}":
        if text[at] == ",":
            at = _skip(text, at + 1)
        name, name_end = _DECODER.raw_decode(text, at)
        opens = _skip(text, _skip(text, name_end) + 1)
        value, value_end = _DECODER.raw_decode(text, opens)
        yield MemberText(name, value, Span(at, name_end), Span(opens, value_end))
        at = _skip(text, value_end)


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return at if match is None else match.end()
