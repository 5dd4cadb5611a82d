"""Finding the notes and their calls in a document."""

from collections.abc import Sequence

from attrs import evolve, frozen

from footnotes.model import Marker, Note, NoteKind, Problem, Severity, SourceDocument, Span
from footnotes.split.bounds import find_breaks, find_ends, find_headings, find_outside, find_plain_ends
from footnotes.split.marks import Mark, find_marks, find_plain_marks
from footnotes.split.repair import repair_text
from footnotes.split.series import Series, count_marks, holds_citations, is_believable
from footnotes.text.fold import fold_case

_FEWEST_PLAIN = 3
"""How many bare numbers in order make a series: a list of two is found on any page."""


@frozen
class FoundNotes:
    """What `find_notes` gives: notes and markers in order, and what was repaired or missed."""

    notes: tuple[Note, ...]
    markers: tuple[Marker, ...]
    problems: tuple[Problem, ...]


def find_notes(document: SourceDocument) -> FoundNotes:
    """Find the notes of `document` and the markers of its body, each with its true number.

    Both series are aligned as a whole (`split.sequence`) and matched by position, never by
    their printed labels. A document without notes gives three empty tuples.
    """
    return _find_marked(document.text) or _find_plain(document.text) or FoundNotes((), (), ())


def _find_plain(text: str) -> FoundNotes | None:
    """Notes whose labels are bare numbers at the start of a line, as at the foot of a page."""
    headings = find_headings(text)
    openings = count_marks(find_plain_marks(text), find_breaks(text, headings), "plain")
    if len(openings.marks) < _FEWEST_PLAIN:
        return None
    ends = find_plain_ends(text, openings, headings)
    spans = [(mark.span.end, end) for mark, end in zip(openings.marks, ends, strict=True)]
    if not holds_citations([text[start:end] for start, end in spans]):
        return None
    notes, problems = _cut_notes(text, openings, ends, NoteKind.FOOTNOTE)
    return FoundNotes(notes, (), tuple(sorted(problems, key=lambda problem: problem.span)))


def _find_marked(text: str) -> FoundNotes | None:
    """Notes whose labels are set off by brackets or raised."""
    marks = find_marks(text)
    headings = find_headings(text)
    breaks = find_breaks(text, headings)
    openings = count_marks([mark for mark in marks if mark.opens_line and not mark.calls], breaks)
    ends = find_ends(text, openings, marks, headings)
    calls = count_marks(find_outside(marks, openings.marks, ends), breaks, openings.scheme)
    if not openings.marks or not is_believable(openings, calls):
        return None
    notes, problems = _cut_notes(text, openings, ends, _tell_kind(openings.marks, calls.marks))
    markers = tuple(
        Marker(number, mark.printed, mark.span)
        for mark, number in zip(calls.marks, calls.numbers, strict=True)
    )
    problems += _compare_series(notes, openings, calls)
    return FoundNotes(notes, markers, tuple(sorted(problems, key=lambda problem: problem.span)))


def _tell_kind(openings: Sequence[Mark], calls: Sequence[Mark]) -> NoteKind:
    if not calls or calls[-1].span.end <= openings[0].span.start:
        return NoteKind.ENDNOTE
    return NoteKind.FOOTNOTE


def _cut_notes(
    text: str, series: Series, ends: Sequence[int], kind: NoteKind
) -> tuple[tuple[Note, ...], list[Problem]]:
    notes: list[Note] = []
    problems: list[Problem] = []
    for mark, place, number, label, end in zip(
        series.marks, series.places, series.numbers, series.labels, ends, strict=True
    ):
        repaired = repair_text(text, mark.span.end, end)
        section = str(place.run + 1) if series.places[-1].run else None
        notes.append(
            Note(
                number=number,
                label=label,
                printed_label=mark.printed,
                kind=kind,
                text=repaired.text,
                span=Span(mark.span.start, end),
                origin=repaired.origin,
                label_span=mark.span,
                emphasis=repaired.emphasis,
                section=section,
            )
        )
        problems += [evolve(problem, note=number) for problem in repaired.problems]
    return tuple(notes), problems


def _compare_series(notes: Sequence[Note], openings: Series, calls: Series) -> list[Problem]:
    problems = [
        *_report_labels(openings, "label", "note label"),
        *_report_labels(calls, "marker", "marker"),
    ]
    called, noted = set(calls.numbers), set(openings.numbers)
    for note in notes:
        if calls.marks and note.number not in called:
            message = f"No marker in the text calls note {note.label}."
            problems.append(
                Problem("marker-missing", message, Severity.WARNING, note.label_span, note.number)
            )
    for mark, number, label in zip(calls.marks, calls.numbers, calls.labels, strict=True):
        if number not in noted:
            message = f"The text calls note {label}, and there is no such note."
            problems.append(Problem("note-missing", message, Severity.WARNING, mark.span, number))
    return problems


def _report_labels(series: Series, code: str, what: str) -> list[Problem]:
    """What is printed twice, or is not printed as it should be."""
    problems = []
    rows = zip(series.marks, series.places, series.numbers, series.labels, strict=True)
    for mark, place, number, label in rows:
        if place.repeated:
            message = f"The {what} “{mark.printed}” is printed twice; here it is read as {label}."
            problems.append(Problem(f"{code}-repeated", message, Severity.WARNING, mark.span, number))
        elif _is_misread(mark, label):
            message = f"The {what} printed “{mark.printed}” is {label} by its place in the series."
            problems.append(Problem(f"{code}-misread", message, Severity.INFO, mark.span, number))
    return problems


def _is_misread(mark: Mark, label: str) -> bool:
    return (mark.label if mark.printed.isdecimal() else fold_case(mark.printed)) != label
