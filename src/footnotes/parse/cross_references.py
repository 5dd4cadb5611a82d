"""Pointers to the author's own notes and pages: "See note 1 above", "siehe oben, S. 43"."""

import re
from collections.abc import Iterator

from footnotes.model import CiteForm
from footnotes.parse.note_references import FORWARD, find_note_reference
from footnotes.parse.readings import FoundCite, Reading

_SEE = r"(?:(?:see(?:\s+also)?|cf\.|siehe|vgl\.|s\.|voir|cfr\.|vedi|véase|см\.|bkz\.|zob\.|zie)\s+)?"
_PAGE = r"(?:pp?\.|pages?|SS?\.|Seiten?|с\.|стр\.|s\.)\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
_WHERE = r"(?:above|below|supra|infra|oben|unten|ci-dessus|ci-dessous|plus haut|plus bas|выше|ниже)"
_OWN_PAGE = re.compile(
    rf"(?<!\w){_SEE}(?:{_PAGE},?\s{_WHERE}|{_WHERE},?\s(?:at\s|on\s|auf\s)?{_PAGE})(?!\w)", re.IGNORECASE
)


def find_cross_references(text: str, start: int, end: int) -> Iterator[FoundCite]:
    """The pointers in `text[start:end]`, which holds no cite: to a note by its number, or to a page."""
    while start < end:
        found = _find_next(text, start, end)
        if found is None:
            return
        yield FoundCite(CiteForm.CROSS_REF, found)
        start = found.end


def _find_next(text: str, start: int, end: int) -> Reading | None:
    note = find_note_reference(text, start, end)
    page = _OWN_PAGE.search(text, start, end)
    if note is not None and (page is None or note.start <= page.start()):
        flags = (FORWARD,) if note.later else ()
        return Reading("", {}, (), None, note.start, note.words_end, points_to=note.number, flags=flags)
    return Reading("", {}, (), None, page.start(), page.end()) if page else None
