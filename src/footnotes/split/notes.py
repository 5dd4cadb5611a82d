"""Finding the notes and their calls in a document."""

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from footnotes.model import Marker, Note, NoteKind, Problem, Severity, SourceDocument, Span
from footnotes.split.marks import Mark, find_marks
from footnotes.split.repair import repair_text
from footnotes.split.sequence import Alignment, Place, align_series

_HEADING = re.compile(r"^(?:#{1,6}[ \t]+\S.*|[-*_]{3,}[ \t]*)$", re.MULTILINE)
_CERTAIN = 0.75
"""How many edits a label may be away, on average, for the series to be believed."""


@frozen
class FoundNotes:
    """What `find_notes` gives: notes and markers in order, and what was repaired or missed."""

    notes: tuple[Note, ...]
    markers: tuple[Marker, ...]
    problems: tuple[Problem, ...]


@frozen
class _Series:
    """Marks that count, each with its place, its number in the document and its true label."""

    marks: tuple[Mark, ...]
    places: tuple[Place, ...]
    numbers: tuple[int, ...]
    labels: tuple[str, ...]


def find_notes(document: SourceDocument) -> FoundNotes:
    """Find the notes of `document` and the markers of its body, each with its true number.

    Both series are aligned as a whole (`split.sequence`) and matched by position, never by
    their printed labels. A document without notes gives three empty tuples.
    """
    text = document.text
    marks = find_marks(text)
    headings = [match.start() for match in _HEADING.finditer(text)]
    openings = _count([mark for mark in marks if mark.opens_line and not mark.calls], headings)
    if not openings.marks:
        return FoundNotes((), (), ())
    ends = _find_ends(text, openings.marks, headings)
    calls = _count(_outside(marks, openings.marks, ends), headings)
    if not _is_believable(openings, calls):
        return FoundNotes((), (), ())
    notes, problems = _cut_notes(text, openings, ends, _tell_kind(openings.marks, calls.marks))
    markers = tuple(
        Marker(number, mark.printed, mark.span)
        for mark, number in zip(calls.marks, calls.numbers, strict=True)
    )
    problems += _compare_series(notes, openings, calls)
    return FoundNotes(notes, markers, tuple(sorted(problems, key=lambda problem: problem.span)))


def _count(marks: Sequence[Mark], headings: Sequence[int]) -> _Series:
    restarts = (
        [
            any(before.span.end <= heading < mark.span.start for heading in headings)
            for before, mark in zip([marks[0], *marks], marks, strict=False)
        ]
        if marks
        else []
    )
    alignment = align_series([mark.label for mark in marks], restarts)
    kept = [(mark, place) for mark, place in zip(marks, alignment.places, strict=True) if place]
    return _Series(
        marks=tuple(mark for mark, _ in kept),
        places=tuple(place for _, place in kept),
        numbers=_number([place for _, place in kept]),
        labels=tuple(_write_label(alignment, place) for _, place in kept),
    )


def _write_label(alignment: Alignment, place: Place) -> str:
    return alignment.format_label(place) + ("bis" if place.repeated else "")


def _number(places: Sequence[Place]) -> tuple[int, ...]:
    """Numbers unique in the document: a gap stays a gap, a repeated or restarted number goes on counting."""
    numbers: list[int] = []
    shift, run = 0, 0
    for place in places:
        if place.run != run:
            shift, run = numbers[-1], place.run
        shift += place.repeated
        numbers.append(place.ordinal + shift)
    return tuple(numbers)


def _find_ends(text: str, marks: Sequence[Mark], headings: Sequence[int]) -> list[int]:
    ends = []
    for mark, following in zip(marks, [*(mark.span.start for mark in marks[1:]), len(text)], strict=True):
        end = min(
            [heading for heading in headings if mark.span.end <= heading < following], default=following
        )
        ends.append(mark.span.end + len(text[mark.span.end : end].rstrip()))
    return ends


def _outside(marks: Sequence[Mark], openings: Sequence[Mark], ends: Sequence[int]) -> list[Mark]:
    """The marks that stand in no note and open none."""
    inside = [Span(mark.span.start, end) for mark, end in zip(openings, ends, strict=True)]
    free, at = [], 0
    for mark in marks:
        while at < len(inside) and inside[at].end <= mark.span.start:
            at += 1
        if at == len(inside) or mark.span.start < inside[at].start:
            free.append(mark)
    return free


def _is_believable(openings: _Series, calls: _Series) -> bool:
    """One label is a series only with its call; more are one if most are what they should be."""
    right = sum(mark.label == label for mark, label in zip(openings.marks, openings.labels, strict=True))
    if len(openings.marks) == 1:
        return right == 1 and openings.labels[0] in calls.labels
    return right / len(openings.marks) >= 1 - _CERTAIN


def _tell_kind(openings: Sequence[Mark], calls: Sequence[Mark]) -> NoteKind:
    if not calls or calls[-1].span.end <= openings[0].span.start:
        return NoteKind.ENDNOTE
    return NoteKind.FOOTNOTE


def _cut_notes(
    text: str, series: _Series, ends: Sequence[int], kind: NoteKind
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


def _compare_series(notes: Sequence[Note], openings: _Series, calls: _Series) -> list[Problem]:
    problems = [
        *_report_misread(openings, "label-misread", "note label"),
        *_report_misread(calls, "marker-misread", "marker"),
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


def _report_misread(series: _Series, code: str, what: str) -> list[Problem]:
    return [
        Problem(
            code,
            f"The {what} printed “{mark.printed}” is {label} by its place in the series.",
            Severity.INFO,
            mark.span,
            number,
        )
        for mark, number, label in zip(series.marks, series.numbers, series.labels, strict=True)
        if mark.printed.casefold() != label
    ]
