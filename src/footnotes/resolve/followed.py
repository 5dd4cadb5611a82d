"""What follows a back-reference in its note: a place in words keeps it from inheriting another."""

import re
from bisect import bisect_left

from footnotes.model import Cite, Note
from footnotes.resolve.seen import Seen

_GOES_ON = re.compile(r"\s*\.?\s*[,،:]\s*[^\W\d_]")
"""A comma or colon and a word: "Ibid., preface". Brackets, a semicolon or a new sentence say no place."""

_LEADS_ON = re.compile(r"\s*\.?\s*[,،:]\s*(?:[^\W\d_]+\.?\s*){,3}")
"""The few words between two cites: "Ibid., see also Jones", "Ebd., zit. nach Jones"."""


def names_place_in_words(cite: Cite, seen: Seen) -> bool:
    """Whether `cite`, which names no place that was read, goes on with words that may be one."""
    at = bisect_left(seen.notes, cite.note, key=lambda note: note.number)
    if at == len(seen.notes):
        return False
    note = seen.notes[at]
    start = _find_text(note, cite.span.end)
    if _GOES_ON.match(note.text, start) is None:
        return False
    after = seen.following.get(cite.id)
    end = _find_text(note, after.span.start) if after else None
    return end is None or _LEADS_ON.fullmatch(note.text, start, end) is None


def _find_text(note: Note, source: int) -> int:
    """Where the text of `note` has what stands at `source`, or what follows it."""
    tiles = note.origin.tiles
    at = bisect_left(tiles, source + 1, key=lambda tile: tile.source.end)
    if at == len(tiles):
        return len(note.text)
    return min(tiles[at].text.start + max(0, source - tiles[at].source.start), tiles[at].text.end)
