"""Notes whose labels are bare numbers, as at the foot of a page or below a heading, and what calls them."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from attrs import evolve

from footnotes.model import NoteKind, Span
from footnotes.split.bounds import find_breaks, find_headings, find_plain_ends, find_section_ends
from footnotes.split.calls import find_bracketed, find_raised, find_round, keep_outside
from footnotes.split.comparison import compare_series
from footnotes.split.found import FoundNotes, cut_notes, sort_problems
from footnotes.split.marks import Mark, find_marks, find_plain_marks, find_plain_numerals
from footnotes.split.matching import Known, match_series
from footnotes.split.sections import find_section
from footnotes.split.series import Series, count_marks, holds_citations

_FEWEST = 3
"""How many bare numbers in order make a series: a list of two is found on any page."""
PLAIN, ROMAN = "plain", "roman"
"""The schemes of bare labels."""


def find_headed_notes(text: str, source: str, sections: Sequence[Span]) -> FoundNotes | None:
    """Notes in `sections`, whose heading says so; with their markers in the text a single one is enough."""
    breaks = sorted([*find_breaks(text, find_headings(text)), *(section.start for section in sections)])
    for find, scheme in ((find_plain_marks, PLAIN), (find_plain_numerals, ROMAN)) if sections else ():
        marks = _count_items(find(text), sections)
        openings = count_marks(marks, breaks, scheme)
        openings, calls = choose_calls(text, openings, sections, breaks)
        ends = find_section_ends(text, openings, sections)
        if calls.marks or _is_list(openings) or _is_series(text, openings, ends):
            return _conclude(source, openings, calls, ends, NoteKind.ENDNOTE)
    return None


def _count_items(marks: Sequence[Mark], sections: Sequence[Span]) -> list[Mark]:
    """`marks` as the lists of their sections count them: in Markdown each item may be printed with 1."""
    found = list[Mark]()
    for section, own in groupby(marks, lambda mark: find_section(sections, mark.span.start)):
        items = list(own) if section else []
        lazy = len(items) > 1 and all(mark.label == "1" for mark in items)
        found += [evolve(mark, label=str(at)) for at, mark in enumerate(items, start=1)] if lazy else items
    return found


def find_foot_notes(text: str) -> FoundNotes | None:
    """Notes at the foot of pages: enough numbers in order that open lines, most of which cite something."""
    headings = find_headings(text)
    breaks = find_breaks(text, headings)
    openings = count_marks(find_plain_marks(text), breaks, PLAIN)
    ends = find_plain_ends(text, openings, headings)
    if not _is_series(text, openings, ends):
        return None
    held = [Span(mark.span.start, end) for mark, end in zip(openings.marks, ends, strict=True)]
    openings, calls = choose_calls(text, openings, held, breaks)
    return _conclude(text, openings, calls, ends, NoteKind.FOOTNOTE)


def choose_calls(
    text: str, openings: Series, held: Sequence[Span], breaks: Sequence[int]
) -> tuple[Series, Series]:
    """The notes with the numbers of their markers, and the markers: those of the form that calls most.

    `held` is where the notes stand. Markers of a form that calls less than half of the notes are none:
    then the figures are something else.
    """
    best, most = (openings, count_marks([], breaks, PLAIN)), max(1, (len(openings.marks) + 1) // 2)
    for find in _list_finders(text, openings):
        marks = keep_outside(find(text), held)
        if find is find_round:
            # "(1) bread, (2) wine": what comes again is no call.
            marks = list({mark.label: mark for mark in reversed(marks)}.values())[::-1]
        count = partial(count_marks, marks, breaks, openings.scheme, one_run=openings.has_one_run)
        pair = _match_calls(openings, count, breaks)
        matched = len(set(pair[0].numbers) & set(pair[1].numbers))
        if matched >= most:
            best, most = pair, matched + 1
    return best


def _match_calls(
    openings: Series, count: Callable[[Known], Series], breaks: Sequence[int]
) -> tuple[Series, Series]:
    """`openings`, which stay as they are, and their markers, which `count` aligns with known numbers."""
    known = frozenset(place.ordinal for place in openings.places)
    return match_series(openings, count(known), lambda _: openings, lambda _, more: count(more), breaks)


def _list_finders(text: str, openings: Series) -> list[Callable[[str], list[Mark]]]:
    """What finds the markers of notes that are labelled as `openings` are."""
    if openings.scheme == ROMAN:
        return [find_marks]
    rounded = all(text[mark.span.start - 1 : mark.span.start] in {"(", "（"} for mark in openings.marks)
    return [find_raised, find_bracketed, *([find_round] if rounded else [])]


def _is_list(openings: Series) -> bool:
    """Whether the labels count from 1 on without a gap: below a heading that is enough."""
    return len(openings.marks) > 1 and openings.numbers == tuple(range(1, len(openings.marks) + 1))


def _is_series(text: str, openings: Series, ends: Sequence[int]) -> bool:
    if len(openings.marks) < _FEWEST:
        return False
    return holds_citations(
        [text[mark.span.end : end] for mark, end in zip(openings.marks, ends, strict=True)]
    )


def _conclude(
    text: str, openings: Series, calls: Series, ends: Sequence[int], kind: NoteKind
) -> FoundNotes:
    notes, problems = cut_notes(text, list(openings.place_notes(ends, kind)))
    problems += compare_series(notes, openings, calls)
    return FoundNotes(notes, calls.place_markers(), sort_problems(problems))
