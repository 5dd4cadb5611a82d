"""What can be recognised in a note before anything is understood: URLs, quotations, dates, brackets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from footnotes.model import Note
from footnotes.parse.dates import Access, find_accesses
from footnotes.parse.forms import may_name_form
from footnotes.parse.note_references import may_refer
from footnotes.parse.signals import Signal, list_signals
from footnotes.text.dates import FoundDate, find_dates
from footnotes.text.quotes import find_quotations
from footnotes.text.urls import find_urls

_BRACKET = re.compile(r"[()\[\]]")
Range = tuple[int, int]
"""A half-open range of characters of the text of a note."""

_PARTNER = {")": "(", "]": "["}


@frozen
class Landmarks:
    """The landmarks of a text, each a half-open range, in order.

    `emphases` and `quotations` are outermost and outside URLs; `brackets` are outermost. `sheltered`
    has a byte for each character: 1 inside a quotation, a bracket, emphasis or a URL, where nothing
    separates; 0 elsewhere. `starts` are the places where any landmark begins, but for a quotation in
    the middle of a word.
    """

    text: str
    urls: tuple[Range, ...]
    accesses: tuple[Access, ...]
    dates: tuple[FoundDate, ...]
    quotations: tuple[Range, ...]
    emphases: tuple[Range, ...]
    brackets: tuple[Range, ...]
    sheltered: bytes
    starts: tuple[int, ...]
    signals: tuple[Signal, ...]
    """Where signals could stand, wherever a cite begins."""
    may_name_form: bool
    """Whether the words of an op. cit. stand somewhere in it."""
    may_refer: bool
    """Whether a word for a note stands somewhere in it, by which it could refer to another."""

    def is_open(self, at: int) -> bool:
        """Whether a separator at `at` would separate."""
        return not self.sheltered[at]

    def find_next(self, after: int, limit: int) -> int:
        """Where the next landmark begins behind `after`, or `limit`."""
        at = bisect_right(self.starts, after)
        return min(self.starts[at], limit) if at < len(self.starts) else limit


@frozen
class Stretch:
    """A part of the text of a note, with the landmarks of the whole."""

    landmarks: Landmarks
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters of the stretch."""
        return self.landmarks.text[self.start : self.end]

    def cut(self, start: int, end: int | None = None) -> "Stretch":
        """The part from `start` to `end` (places in the text of the note); to its own end without one."""
        return Stretch(self.landmarks, start, self.end if end is None else min(end, self.end))

    def find(self, ranges: Sequence[Range], at: int) -> Range | None:
        """The one of `ranges` (in order) that begins at `at` and ends inside the stretch, or None."""
        place = bisect_left(ranges, (at, 0))
        found = ranges[place] if place < len(ranges) else None
        return found if found and found[0] == at and found[1] <= self.end else None

    def list_inside(self, ranges: Sequence[Range]) -> list[Range]:
        """Those of `ranges` that lie in the stretch."""
        return [one for one in ranges if self.start <= one[0] and one[1] <= self.end]


def find_closing(stretch: Stretch) -> int | None:
    """Where the bracket that was opened just before `stretch` closes."""
    found = next((one for one in stretch.landmarks.brackets if one[0] == stretch.start - 1), None)
    return found[1] - 1 if found else None


def find_landmarks(note: Note) -> Landmarks:
    """The landmarks of the text of `note`."""
    text = note.text
    urls = find_urls(text)
    quotations = [one for one in find_quotations(text) if not _touches(one, urls)]
    brackets = [one for one in _find_brackets(text) if not _inside(one, [*urls, *quotations])]
    marked = [(span.start, span.end) for span in note.emphasis]
    emphases = _merge(text, [one for one in marked if not _inside(one, quotations)])
    dates = find_dates(text)
    accesses = find_accesses(text, dates)
    starts = {start for start, _ in (*urls, *brackets, *emphases)}
    starts |= {one[0] for one in dates} | {one.start for one in accesses}
    starts |= {start for start, _ in quotations if text[start - 1 : start].isspace() or not start}
    return Landmarks(
        text=text,
        urls=tuple(urls),
        accesses=tuple(accesses),
        dates=tuple(dates),
        quotations=tuple(quotations),
        emphases=tuple(emphases),
        brackets=tuple(brackets),
        sheltered=_shelter(
            len(text), [*emphases, *quotations, *brackets, *urls, *((one[0], one[1]) for one in dates)]
        ),
        starts=tuple(sorted(starts)),
        signals=tuple(list_signals(text)),
        may_name_form=may_name_form(text),
        may_refer=may_refer(text),
    )


def _shelter(length: int, ranges: list[Range]) -> bytes:
    sheltered = bytearray(length)
    for start, end in ranges:
        sheltered[start:end] = b"\x01" * (end - start)
    return bytes(sheltered)


def _find_brackets(text: str) -> list[Range]:
    found, open_at = [], list[int]()
    for match in _BRACKET.finditer(text):
        if match.group() in "([":
            open_at.append(match.start())
        elif open_at and text[open_at[-1]] == _PARTNER[match.group()]:
            start = open_at.pop()
            if not open_at:
                found.append((start, match.end()))
    return found


def _touches(one: Range, others: list[Range]) -> bool:
    return any(start < one[0] < end or start < one[1] - 1 < end for start, end in others)


def _inside(one: Range, others: list[Range]) -> bool:
    return any(start <= one[0] and one[1] <= end for start, end in others)


def _merge(text: str, emphases: list[Range]) -> list[Range]:
    """Emphasis that an italic correction or a page end cut in two is one again."""
    merged: list[Range] = []
    for start, end in emphases:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
