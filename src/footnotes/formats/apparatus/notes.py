"""The notes of a paper as JSON: what `footnotes notes PAPER --format json` prints.

docs/notes.schema.json describes it; the JSON of an apparatus has the same notes, markers and problems.
"""

from typing import Any

from footnotes.model import Apparatus, Marker, Note, Problem, Severity, Span

FORMAT = "footnotes-notes"
VERSION = 1


def notes_to_json(apparatus: Apparatus) -> dict[str, Any]:
    """The notes, markers and problems as an object of JSON values; each note holds its own repairs."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "source": apparatus.document.source,
        "notes": [
            {**note_to_json(note), "repairs": _repairs_to_json(note, apparatus.problems)}
            for note in apparatus.notes
        ],
        "markers": [marker_to_json(marker) for marker in apparatus.markers],
        "problems": [problem_to_json(problem) for problem in apparatus.problems],
    }


def list_repairs(note: Note, problems: tuple[Problem, ...]) -> list[Problem]:
    """What was repaired in `note`; a misread marker of it, which stands in the body, is none."""
    return [
        problem
        for problem in problems
        if problem.severity is Severity.INFO
        and problem.note == note.number
        and note.span.start <= problem.span.start < note.span.end
    ]


def note_to_json(note: Note) -> dict[str, Any]:
    """A note by itself, without what was found in it."""
    return {
        "number": note.number,
        "label": note.label,
        "printed_label": note.printed_label,
        "kind": note.kind.value,
        "text": note.text,
        "span": span_to_json(note.span),
        "section": note.section,
    }


def marker_to_json(marker: Marker) -> dict[str, Any]:
    """A marker of the body."""
    return {"number": marker.number, "printed": marker.printed, "span": span_to_json(marker.span)}


def problem_to_json(problem: Problem) -> dict[str, Any]:
    """A problem, with its note (None for the document) and its place."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "note": problem.note,
        "span": span_to_json(problem.span),
    }


def span_to_json(span: Span) -> list[int]:
    """A span as a pair of offsets, half-open."""
    return [span.start, span.end]


def _repairs_to_json(note: Note, problems: tuple[Problem, ...]) -> list[dict[str, Any]]:
    return [
        {"code": one.code, "message": one.message, "span": span_to_json(one.span)}
        for one in list_repairs(note, problems)
    ]
