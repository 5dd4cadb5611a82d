"""Pointers to the author's own notes and pages: "See note 1 above", "siehe oben, S. 43"."""

import re
from collections.abc import Iterator

from footnotes.model import CiteForm
from footnotes.parse.landmarks import Landmarks
from footnotes.parse.note_references import FORWARD, FoundNoteReference, find_note_references
from footnotes.parse.readings import FoundCite, Reading

_SEE = r"(?:(?:see(?:\s+also)?|cf\.|siehe|vgl\.|s\.|voir|cfr\.|vedi|véase|см\.|bkz\.|zob\.|zie)\s+)?"
_PAGE = r"(?:pp?\.|pages?|SS?\.|Seiten?|с\.|стр\.|s\.)\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
_WHERE = r"(?:above|below|supra|infra|oben|unten|ci-dessus|ci-dessous|plus haut|plus bas|выше|ниже)"
_SHORTEST = len("(n 1)")
_OWN_PAGE = re.compile(
    rf"(?<!\w){_SEE}(?:{_PAGE},?\s{_WHERE}|{_WHERE},?\s(?:at\s|on\s|auf\s)?{_PAGE})(?!\w)", re.IGNORECASE
)


def find_cross_references(landmarks: Landmarks, start: int, end: int) -> Iterator[FoundCite]:
    """The pointers between `start` and `end`, where no cite is: to a note by its number, or to a page."""
    text = landmarks.text
    if end - start < _SHORTEST:
        return
    notes = find_note_references(text, start, end) if landmarks.may_refer else ()
    found = [_read_note(one) for one in notes]
    pages = (match.span() for match in _OWN_PAGE.finditer(text, start, end))
    found += [Reading("", {}, (), None, *span) for span in pages]
    at = start
    for reading in sorted(found, key=lambda one: one.start):
        if reading.start >= at:
            yield FoundCite(CiteForm.CROSS_REF, reading)
            at = reading.end


def _read_note(found: FoundNoteReference) -> Reading:
    flags = (FORWARD,) if found.later else ()
    return Reading("", {}, (), None, found.start, found.words_end, points_to=found.number, flags=flags)
