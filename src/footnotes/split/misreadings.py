"""Numbers that a scanner misread as letters: `l.`, `1O.`, `S.`; a gap in the count shows what they are."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from footnotes.model import Span
from footnotes.split.marks import Mark
from footnotes.split.series import Series, count_marks

LOOK_ALIKES = str.maketrans("lIi|!OoZzSsBg", "1111100225589")
"""The digit that each letter stands for (specification of the notes, section 3.1)."""
_LETTERS = "lIi|!OoZzSsBg"
MIXED = rf"(?=\d{{0,2}}[{_LETTERS}])(?=[{_LETTERS}]{{0,2}}\d)[\d{_LETTERS}]{{2,3}}"
"""A number some of whose digits are letters now."""
# Of letters alone those that no initial and no word is, or that OCR makes of 1, 5, 10 and 11.
_MISREAD = re.compile(
    rf"^[ \t]{{0,3}}\(?(?P<mark>(?P<printed>{MIXED}|(?P<letters>l))[.)]{{0,2}}"
    rf"|(?P<bare>[lIi|!S]|[lIi|!][lIi|!Oo])[.)]{{1,2}})[ \t]+(?P<word>[\"“„«‘'*_\[]|[^\W\d_]+)",
    re.MULTILINE,
)
_LOWER = {"ibid", "ibidem", "lbid", "id", "idem", "cf", "cfr", "vgl", "ebd", "ebenda", "op", "там", "см"}
"""What begins a note with a small letter."""
_ENDS = re.compile(r"(?:[.?!…)\]”\"»’'>*_\d]|\n[ \t\r]*\n)\s*\Z|\A\s*\Z")
_LOOK_BACK = 80
_MOST_BEYOND = 100
"""How far the count may go on behind the last label that was read."""


@frozen
class _Gap:
    """Where numbers are missing: between which places of the text, and which; or behind the last label."""

    span: Span
    numbers: range
    is_open: bool = False


def fill_gaps(series: Series, extras: Sequence[Mark], end: int) -> list[Mark]:
    """Those of `extras`, in order, whose labels are the numbers that are missing just where they stand.

    Of two that could be one number neither is taken. Behind the last label, up to `end`, the count goes on
    without a gap.
    """
    taken, at = list[Mark](), 0
    for gap in _list_gaps(series, end):
        fitting = defaultdict[int, list[Mark]](list)
        while at < len(extras) and extras[at].span.start < gap.span.end:
            mark, at = extras[at], at + 1
            if mark.span.start >= gap.span.start and int(mark.label) in gap.numbers:
                fitting[int(mark.label)].append(mark)
        single = {number: marks[0] for number, marks in fitting.items() if len(marks) == 1}
        numbers = [number for number in gap.numbers if number in single]
        if gap.is_open:
            numbers = [number for due, number in enumerate(numbers, gap.numbers.start) if number == due]
        found = [single[number] for number in numbers]
        taken += found if found == sorted(found, key=lambda mark: mark.span) else []
    return taken


def _list_gaps(series: Series, end: int) -> Iterator[_Gap]:
    last, run, at = 0, 0, 0
    for mark, place in zip(series.marks, series.places, strict=True):
        if place.run != run:
            yield _Gap(Span(at, mark.span.start), range(last + 1, last + _MOST_BEYOND), is_open=True)
            last, run = 0, place.run
        if place.ordinal > last + 1:
            yield _Gap(Span(at, mark.span.start), range(last + 1, place.ordinal))
        last, at = place.ordinal, mark.span.end
    yield _Gap(Span(at, max(at, end)), range(last + 1, last + _MOST_BEYOND), is_open=True)


def _join_marks(series: Series, extras: Sequence[Mark], breaks: Sequence[int]) -> Series:
    """`series` counted again with `extras` among its marks, if then each is what its label says."""
    if not extras or len(extras) > len(series.marks):
        return series
    marks = sorted([*series.marks, *extras], key=lambda mark: mark.span)
    more = count_marks(marks, breaks, series.scheme, one_run=series.has_one_run)
    kept = dict(zip(more.marks, more.places, strict=True))
    same = all(kept.get(mark) == place for mark, place in zip(series.marks, series.places, strict=True))
    fit = all(mark in kept and str(kept[mark].ordinal) == mark.label for mark in extras)
    return more if same and fit else series


def repair_labels(
    text: str, openings: Series, spans: Sequence[Span], breaks: Sequence[int], *, headed: bool
) -> Series:
    """`openings` with the misread labels in `spans` that are missing in their count.

    Only where `headed`, below a heading of notes, a capital alone may be one: "I. Introduction" is none.
    """
    kept = set(openings.marks)
    extras = [
        mark for span in spans for mark in _find_misread(text, span) if headed or len(mark.printed) > 1
    ]
    if not extras or not kept:
        return openings
    # What seemed to be no label may follow one that was misread.
    extras += [mark for mark in openings.candidates if mark not in kept]
    extras.sort(key=lambda mark: mark.span)
    return _join_marks(openings, fill_gaps(openings, extras, spans[-1].end), breaks)


def _find_misread(text: str, span: Span) -> Iterator[Mark]:
    """The lines of `text` in `span` that begin as a note does, but that letters stand for digits."""
    for match in _MISREAD.finditer(text, span.start, span.end):
        word, printed = match["word"], match["printed"] or match["bare"]
        before = text[max(span.start, match.start() - _LOOK_BACK) : match.start()]
        if _ENDS.search(before) and (not word[0].islower() or word in _LOWER):
            start = match.start("mark")
            yield Mark(
                printed, printed.translate(LOOK_ALIKES), Span(start, match.end("mark")), opens_line=True
            )
