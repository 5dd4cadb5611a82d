"""A series of marks that count: each with its place, its number in the document, and its true label."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from attrs import evolve, frozen

from footnotes.model import Marker, NoteKind
from footnotes.split.found import NotePlace
from footnotes.split.marks import Mark
from footnotes.split.schemes import SCHEMES
from footnotes.split.sequence import Alignment, Place, align_series

_RIGHT = 0.25
"""The share of labels that must be printed as they should be, for the series to be believed."""
# A year in or after an imprint, a page, an address, a back-reference.
_CITING = re.compile(
    r"[(,\s](?:1[4-9]|20)\d\d[a-z]?[),.;\s]|https?://|\b(?:pp?|SS?|vol|Bd|fol)\.\s?\d|§\s?\d"
    r"|\b(?:ibid|ebd|ebenda|idem|op\.\s?cit|loc\.\s?cit|a\.\s?a\.\s?O|supra|vgl|cf)\b",
    re.IGNORECASE,
)
_CITING_SHARE = 0.5
_NEED_CALLS = {"alpha", "symbols", "old-symbols"}
"""Letters and symbols also open the items of a list; they count notes where the text calls them."""


@frozen
class Series:
    """Marks in order, with what the alignment of all of them says about each."""

    marks: tuple[Mark, ...]
    places: tuple[Place, ...]
    numbers: tuple[int, ...]
    labels: tuple[str, ...]
    scheme: str
    candidates: tuple[Mark, ...]
    """The marks with those that were taken for no labels."""

    @property
    def has_one_run(self) -> bool:
        """Whether the count never begins again."""
        return not self.places or self.places[-1].run == 0

    def place_notes(self, ends: Sequence[int], kind: NoteKind) -> Iterator[NotePlace]:
        """The notes that the marks open, each up to its place in `ends`."""
        rows = zip(self.marks, self.places, self.numbers, self.labels, ends, strict=True)
        for mark, place, number, label, end in rows:
            section = None if self.has_one_run else str(place.run + 1)
            yield NotePlace(number, label, mark.printed, kind, mark.span, end, section)

    def place_markers(self) -> tuple[Marker, ...]:
        """The markers that the marks are."""
        rows = zip(self.numbers, self.marks, strict=True)
        return tuple(Marker(number, mark.printed, mark.span) for number, mark in rows)


def count_marks(
    marks: Sequence[Mark],
    breaks: Sequence[int],
    scheme: str | None = None,
    known: Collection[int] = (),
    *,
    one_run: bool = False,
) -> Series:
    """Align `marks`; the count may begin again after each of `breaks` (headings, new pages).

    `scheme`, `known` and `one_run` are those of `align_series`.
    """
    befores = [marks[0], *marks] if marks else []
    restarts = [
        _lies_between(breaks, before.span.end, mark.span.start)
        for before, mark in zip(befores, marks, strict=False)
    ]
    alignment = align_series([mark.label for mark in marks], restarts, scheme, known, one_run=one_run)
    kept = [(mark, place) for mark, place in zip(marks, alignment.places, strict=True) if place]
    return Series(
        marks=tuple(mark for mark, _ in kept),
        places=tuple(place for _, place in kept),
        numbers=_number([place for _, place in kept]),
        labels=tuple(_write_label(alignment, place) for _, place in kept),
        scheme=alignment.scheme,
        candidates=tuple(marks),
    )


def read_literally(series: Series, breaks: Sequence[int], *, whole: bool) -> Series | None:
    """`series` with every label taken as it is printed; None if they do not all count upwards.

    A count may begin again after `breaks`, and where 1 is followed by 2. With `whole` all candidates are
    labels.
    """
    scheme, marks = SCHEMES[series.scheme], series.candidates if whole else series.marks
    values = [scheme.read(mark.label) for mark in marks]
    places: list[Place] = []
    for at, (mark, value) in enumerate(zip(marks, values, strict=True)):
        if not value or scheme.write(value) != mark.label:
            return None
        last = places[-1] if places else Place(0)
        if value <= last.ordinal:
            begins = value == 1 and values[at + 1 : at + 2] == [2]
            if not begins and not _lies_between(breaks, marks[at - 1].span.end, mark.span.start):
                return None
            last = Place(0, last.run + 1)
        places.append(Place(value, last.run))
    labels = tuple(mark.label for mark in marks)
    return evolve(series, marks=marks, places=tuple(places), numbers=_number(places), labels=labels)


def is_believable(openings: Series, calls: Series) -> bool:
    """One label is a series only with its call; more are one if enough are what they should be."""
    right = sum(mark.label == label for mark, label in zip(openings.marks, openings.labels, strict=True))
    if len(openings.marks) == 1:
        return right == 1 and openings.labels[0] in calls.labels
    if openings.scheme in _NEED_CALLS and not calls.marks:
        return False
    return right / len(openings.marks) >= _RIGHT


def holds_citations(texts: Sequence[str]) -> bool:
    """Whether enough of `texts` cite something: numbered paragraphs of other kinds do not."""
    citing = sum(_CITING.search(text) is not None for text in texts)
    return citing >= _CITING_SHARE * len(texts)


def _lies_between(places: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _write_label(alignment: Alignment, place: Place) -> str:
    return alignment.format_label(place) + ("bis" if place.repeated else "")


def _number(places: Sequence[Place]) -> tuple[int, ...]:
    """Numbers unique in the document: a gap stays a gap, what is repeated or restarted counts on."""
    numbers: list[int] = []
    shift, run = 0, 0
    for place in places:
        if place.run != run:
            shift, run = numbers[-1], place.run
        shift += place.repeated
        numbers.append(place.ordinal + shift)
    return tuple(numbers)
