"""Notes whose labels are bare numbers, as at the foot of a page or below a heading, and what calls them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from attrs import evolve

from footnotes.model import NoteKind, Span
from footnotes.split.bounds import find_breaks, find_headings, find_plain_ends, find_section_ends
from footnotes.split.calls import find_bracketed, find_raised, find_round, keep_outside
from footnotes.split.comparison import compare_series
from footnotes.split.fallen import find_fallen
from footnotes.split.found import FoundNotes, cut_notes, sort_problems
from footnotes.split.marks import Mark, find_marks, find_plain_marks, find_plain_numerals
from footnotes.split.matching import match_series
from footnotes.split.misreadings import fill_gaps, repair_labels
from footnotes.split.sections import find_section
from footnotes.split.series import Series, count_marks, holds_citations

_FEWEST = 3
"""How many bare numbers in order make a series: a list of two is found on any page."""
_HALF, _MOST = 1 / 2, 2 / 3
"""How many of the notes figures must call to be markers: behind stops, and behind bare words."""
PLAIN, ROMAN = "plain", "roman"
"""The schemes of bare labels."""


def find_headed_notes(text: str, source: str, sections: Sequence[Span]) -> FoundNotes | None:
    """Notes in `sections`, whose heading says so; with their markers in the text a single one is enough."""
    breaks = sorted([*find_breaks(text, find_headings(text)), *(section.start for section in sections)])
    for find, scheme in ((find_plain_marks, PLAIN), (find_plain_numerals, ROMAN)) if sections else ():
        marks = _count_items(find(text), sections)
        openings = count_marks(marks, breaks, scheme)
        if scheme == PLAIN:
            openings = repair_labels(text, openings, sections, breaks, headed=True)
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
    openings = repair_labels(text, openings, [Span(0, len(text))], breaks, headed=False)
    ends = find_plain_ends(text, openings, headings)
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
        pair = _count_calls(marks, openings, breaks)
        matched = len(set(pair[0].numbers) & set(pair[1].numbers))
        if matched >= most:
            best, most = pair, matched + 1
    if best[1].marks or openings.scheme != PLAIN or not openings.marks:
        return best
    return _choose_fallen(text, openings, held, breaks) or best


def _choose_fallen(
    text: str, openings: Series, held: Sequence[Span], breaks: Sequence[int]
) -> tuple[Series, Series] | None:
    """The notes and the figures that lost their raising, if these are clearly a series.

    First those that hardly can be anything else; what is less sure only where its number is missing.
    """
    highest, end = max(place.ordinal for place in openings.places), held[-1].end
    figures = find_fallen(text)
    stops, words, doubtful = (
        [mark for mark in keep_outside(marks, held) if mark.span.end <= end]
        for marks in (figures.behind_stops, figures.behind_words, figures.doubtful)
    )
    ways = ((stops, _HALF, (words, doubtful)), ([*stops, *words], _MOST, (doubtful,)))
    for marks, share, others in ways:
        pair = _count_calls(_limit(marks, highest), openings, breaks)
        if not _is_clear(*pair, share):
            continue
        for extras in (_limit(more, highest) for more in others):
            filled = fill_gaps(pair[1], extras, end)
            pair = _count_calls([*pair[1].marks, *filled], openings, breaks)
        return _count_calls([*pair[1].marks, *_go_on(pair[1], stops, highest)], openings, breaks)
    return None


def _limit(marks: Sequence[Mark], highest: int) -> list[Mark]:
    return [mark for mark in marks if int(mark.label) <= highest]


def _go_on(calls: Series, marks: Sequence[Mark], highest: int) -> Iterator[Mark]:
    """Those of `marks` that count on behind the last note: its followers are lost."""
    last = calls.marks[-1] if calls.places[-1].ordinal == highest and calls.has_one_run else None
    for mark in marks:
        if last and mark.span.start > last.span.end and int(mark.label) == int(last.label) + 1:
            last = mark
            yield mark


def _count_calls(marks: Sequence[Mark], openings: Series, breaks: Sequence[int]) -> tuple[Series, Series]:
    """`openings`, and those of `marks` that call them."""
    ordered = sorted(marks, key=lambda mark: mark.span)
    count = partial(count_marks, ordered, breaks, openings.scheme, one_run=openings.has_one_run)
    known = frozenset(place.ordinal for place in openings.places)
    return match_series(openings, count(known), lambda _: openings, lambda _, more: count(more), breaks)


def _is_clear(openings: Series, calls: Series, share: float) -> bool:
    """Whether `calls` are a series: enough of the notes, and of the figures that look like calls.

    Two figures behind stops are enough for two notes.
    """
    once = {number for number, one in zip(calls.numbers, calls.places, strict=True) if not one.repeated}
    notes, matched = len(openings.marks), len(once & set(openings.numbers))
    least = 2 if notes == 2 and share == _HALF else _FEWEST  # noqa: PLR2004 - see above
    enough = matched >= max(least, share * notes)
    return enough and len(calls.candidates) <= len(calls.marks) * (1 + _HALF)


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
