"""Where in the text of a .bib file the fields of an entry stand, for edits that leave all else alone."""

import re
from collections.abc import Iterator

from attrs import frozen

from footnotes.formats.bib.braces import find_group_end
from footnotes.formats.bib.values import ValueReader
from footnotes.model import Span

_HEAD = re.compile(r"@\s*[^\s{(]+\s*[{(]\s*[^,\s]*\s*")
_NAME = re.compile(r"[\s,]*([^\s=,{}\"#]+)\s*=\s*")
_BARE = re.compile(r"[^\s,#{}\"()]+")
_JOINT = re.compile(r"\s*#\s*")


@frozen
class FieldText:
    """A field as it stands in the file: the places of its name and of its whole value."""

    name: str
    name_span: Span
    value_span: Span


def find_fields(text: str, entry: Span) -> tuple[FieldText, ...]:
    r"""The fields of the entry that stands at `entry`, in order, up to what is no field.

    A `\}` that would take the bracket of the entry is a brace, as the reader has it.
    """
    head = _HEAD.match(text, entry.start)
    if head is None:
        return ()
    end = entry.end - 1 if text[entry.end - 1 : entry.end] in {"}", ")"} else entry.end
    if "\\}" in text[entry.start : entry.end]:
        fields = tuple(_scan(text, head.end(), end, escapes=True))
        plain = tuple(_scan(text, head.end(), end, escapes=False))
        return fields if len(fields) >= len(plain) else plain
    return tuple(_scan(text, head.end(), end, escapes=True))


def _scan(text: str, at: int, end: int, *, escapes: bool) -> Iterator[FieldText]:
    values = ValueReader(text, end, {}, escapes=escapes)
    while (match := _NAME.match(text, at, end)) is not None:
        stop = _find_value_end(values, match.end())
        if stop is None:
            return
        yield FieldText(match[1], Span(*match.span(1)), Span(match.end(), stop))
        at = stop


def _find_value_end(values: ValueReader, at: int) -> int | None:
    """Where a value ends: pieces in braces or quotation marks, or bare words, joined by `#`."""
    while (stop := _find_piece_end(values, at)) is not None:
        joint = _JOINT.match(values.text, stop, values.limit)
        if joint is None:
            return stop
        at = joint.end()
    return None


def _find_piece_end(values: ValueReader, at: int) -> int | None:
    text, end = values.text, values.limit
    if at >= end:
        return None
    if text[at] == "{":
        stop = values.find_close(at)
        return None if stop < 0 else stop
    if text[at] == '"':
        stop = _find_quote_end(text, at + 1, end)
    else:
        bare = _BARE.match(text, at, end)
        return None if bare is None else bare.end()
    return stop if stop <= end else None


def _find_quote_end(text: str, at: int, end: int) -> int:
    """A quotation mark in braces closes nothing (btxdoc 4, item 5)."""
    while at < end and text[at] != '"':
        at = find_group_end(text, at) if text[at] == "{" else at + 1
    return at + 1
