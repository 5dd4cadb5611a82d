"""The segments that cover a note: its label, signals, cites, and what stands between them."""

import re
from collections.abc import Iterator, Sequence

from footnotes.model import Note, Segment, SegmentRole, Span
from footnotes.parse.readings import FoundCite

_JOINTS = {"and", "und", "u.", "sowie", "et", "e", "y", "и", "i", "ve", "və", "en", "og", "och"}
_EDGES = re.compile(r"(?P<head>[\s.,;:]*)(?P<body>.*?)(?P<tail>\s*)", re.DOTALL)
Tile = tuple[SegmentRole, int, int]


def make_segments(note: Note, found: Sequence[FoundCite]) -> Iterator[Segment]:
    """The segments of `note`: they cover it from its label to its end."""
    first = note.origin.locate(0, 1).start if note.text else note.span.end
    yield Segment(note.number, SegmentRole.LABEL, note.printed_label, Span(note.span.start, first))
    for role, start, end in _tile(note.text, found):
        yield Segment(note.number, role, note.text[start:end], note.origin.locate(start, end))


def _tile(text: str, found: Sequence[FoundCite]) -> Iterator[Tile]:
    at = 0
    for one in found:
        if one.signal:
            yield from _tile_gap(text, at, one.signal[0])
            yield (SegmentRole.SIGNAL, *one.signal)
            at = one.signal[1]
        yield from _tile_gap(text, at, one.reading.start)
        yield (SegmentRole.CITE, one.reading.start, one.reading.end)
        at = one.reading.end
    yield from _tile_gap(text, at, len(text))


def _tile_gap(text: str, start: int, end: int) -> Iterator[Tile]:
    """What stands between cites: punctuation separates, words are commentary."""
    match = _EDGES.fullmatch(text, start, end)
    if match is None:
        return
    words = match["body"].rstrip(" ,:").lower()
    if words in _JOINTS or not any(map(str.isalnum, words)):
        stretches = [(SegmentRole.SEPARATOR, start, end)]
    else:
        stretches = [
            (SegmentRole.SEPARATOR, *match.span("head")),
            (SegmentRole.COMMENTARY, *match.span("body")),
            (SegmentRole.SEPARATOR, *match.span("tail")),
        ]
    yield from (stretch for stretch in stretches if stretch[1] < stretch[2])
