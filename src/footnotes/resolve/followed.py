"""What follows a back-reference in its note: a place in words keeps it from inheriting another."""

import re
from bisect import bisect_left

from footnotes.model import Cite, Note
from footnotes.resolve.seen import Seen

_GOES_ON = re.compile(r"\s*\.?\s*[,،:]\s*[^\W\d_]")
"""A comma or colon and a word: "Ibid., preface". Brackets, a semicolon or a new sentence say no place."""


def names_place_in_words(cite: Cite, seen: Seen) -> bool:
    """Whether `cite`, which names no place that was read, goes on with words that may be one."""
    at = bisect_left(seen.notes, cite.note, key=lambda note: note.number)
    note = seen.notes[at] if at < len(seen.notes) else None
    start = _find_behind(cite, note) if note else None
    return note is not None and start is not None and _GOES_ON.match(note.text, start) is not None


def _find_behind(cite: Cite, note: Note) -> int | None:
    """Where the text of `note` goes on behind `cite`; None if it ends with it."""
    at = bisect_left(note.origin.tiles, cite.span.end, key=lambda tile: tile.source.end - 1)
    if at == len(note.origin.tiles):
        return None
    tile = note.origin.tiles[at]
    return min(tile.text.start + max(0, cite.span.end - tile.source.start), tile.text.end)
