"""Finding the notes and their calls in a document."""

from collections.abc import Sequence
from functools import partial

from footnotes.model import NoteKind, SourceDocument, Span
from footnotes.split.bounds import find_breaks, find_ends, find_headings, find_outside
from footnotes.split.comparison import compare_series
from footnotes.split.found import FoundNotes, cut_notes, join_found, sort_problems
from footnotes.split.literals import find_literals
from footnotes.split.markdown import find_markdown_notes
from footnotes.split.marks import Mark, find_marks
from footnotes.split.masking import mask_notes
from footnotes.split.matching import Known, match_series
from footnotes.split.plain import choose_calls, find_foot_notes, find_headed_notes
from footnotes.split.sections import find_note_sections, find_section
from footnotes.split.series import Series, count_marks, is_believable


def find_notes(document: SourceDocument) -> FoundNotes:
    """Find the notes of `document` and the markers of its body, each with its true number.

    Notes of Markdown are matched by their labels. Elsewhere both series are aligned as a whole
    (`split.sequence`) and matched by position, unless their labels tell more (`split.matching`). Where a
    paper has both, the places of the markers give the order. A document without notes gives three empty
    tuples.
    """
    text = document.text
    named = find_markdown_notes(text)
    if named is None:
        return _find_counted(text, text) or find_foot_notes(text) or FoundNotes((), (), ())
    counted = _find_counted(mask_notes(text, named), text)
    return join_found(named, counted) if counted else named


def _find_counted(text: str, source: str) -> FoundNotes | None:
    """Notes whose labels count, and are set off by brackets, raised, or below a heading.

    Markers that happen to open lines look like notes; the heading tells where those are. `source` is the
    text as it was before other notes were masked.
    """
    marked, sections = _find_marked(text, source), find_note_sections(text)
    if marked and any(find_section(sections, note.span.start) for note in marked.notes):
        return marked
    headed = find_headed_notes(text, source, sections)
    return headed if headed and (headed.markers or not marked) else marked


def _find_marked(text: str, source: str) -> FoundNotes | None:
    """Notes whose labels are set off by brackets or raised."""
    marks = _list_marks(text)
    headings = find_headings(text)
    breaks = find_breaks(text, headings)
    opening = [mark for mark in marks if mark.opens_line and not mark.calls]

    def count_calls(openings: Series, known: Known = frozenset(), *, one_run: bool = False) -> Series:
        ends = find_ends(text, openings, marks, headings)
        outside = find_outside(marks, openings.marks, ends)
        return count_marks(outside, breaks, openings.scheme, known, one_run=one_run)

    def recount_calls(openings: Series, known: Known) -> Series:
        return count_calls(openings, known, one_run=openings.has_one_run)

    openings = count_marks(opening, breaks)
    calls = count_calls(openings)
    if not openings.marks or not is_believable(openings, calls):
        return None
    if calls.marks:
        count_openings = partial(count_marks, opening, breaks, openings.scheme)
        openings, calls = match_series(openings, calls, count_openings, recount_calls, breaks)
    ends = find_ends(text, openings, marks, headings)
    if not calls.marks and openings.scheme == "arabic":
        held = [Span(mark.span.start, end) for mark, end in zip(openings.marks, ends, strict=True)]
        openings, calls = choose_calls(text, openings, held, breaks)
    places = openings.place_notes(ends, _tell_kind(openings.marks, calls.marks))
    notes, problems = cut_notes(source, list(places))
    problems += compare_series(notes, openings, calls)
    return FoundNotes(notes, calls.place_markers(), sort_problems(problems))


def _list_marks(text: str) -> list[Mark]:
    marks = find_marks(text)
    if not any(mark.calls or mark.defines for mark in marks):
        return marks
    literals = find_literals(text)
    return [
        mark for mark in marks if not (mark.calls or mark.defines) or not literals.hold(mark.span.start)
    ]


def _tell_kind(openings: Sequence[Mark], calls: Sequence[Mark]) -> NoteKind:
    if not calls or calls[-1].span.end <= openings[0].span.start:
        return NoteKind.ENDNOTE
    return NoteKind.FOOTNOTE
