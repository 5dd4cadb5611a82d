"""The notes of a paper as JSON; docs/notes.schema.json describes it."""

from typing import Any

from footnotes.model import Apparatus, Note, Problem, Severity, Span

FORMAT = "footnotes-notes"
VERSION = 1


def notes_to_json(apparatus: Apparatus) -> dict[str, Any]:
    """The notes, markers and problems as an object of JSON values; each note holds its own repairs."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "source": apparatus.document.source,
        "notes": [_note_to_json(note, apparatus.problems) for note in apparatus.notes],
        "markers": [
            {"number": marker.number, "printed": marker.printed, "span": _span(marker.span)}
            for marker in apparatus.markers
        ],
        "problems": [_problem_to_json(problem) for problem in apparatus.problems],
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


def _note_to_json(note: Note, problems: tuple[Problem, ...]) -> dict[str, Any]:
    return {
        "number": note.number,
        "label": note.label,
        "printed_label": note.printed_label,
        "kind": note.kind.value,
        "text": note.text,
        "span": _span(note.span),
        "section": note.section,
        "repairs": [
            {"code": one.code, "message": one.message, "span": _span(one.span)}
            for one in list_repairs(note, problems)
        ],
    }


def _problem_to_json(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "note": problem.note,
        "span": _span(problem.span),
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
