"""What is wrong with a series of notes and that of their markers."""

from collections.abc import Sequence

from footnotes.model import Note, Problem, Severity
from footnotes.split.found import report_uncalled, report_unnoted
from footnotes.split.marks import Mark
from footnotes.split.series import Series
from footnotes.text.fold import fold_case


def compare_series(notes: Sequence[Note], openings: Series, calls: Series) -> list[Problem]:
    """What is printed twice or is not printed as it should be, and what has no counterpart."""
    problems = [
        *_report_labels(openings, "label", "note label"),
        *_report_labels(calls, "marker", "marker"),
    ]
    called, noted = set(calls.numbers), set(openings.numbers)
    problems += [report_uncalled(note) for note in notes if calls.marks and note.number not in called]
    problems += [
        report_unnoted(label, mark.span, number)
        for mark, number, label in zip(calls.marks, calls.numbers, calls.labels, strict=True)
        if number not in noted
    ]
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
    return (mark.label if _is_figures(mark.printed) else fold_case(mark.printed)) != label


def _is_figures(printed: str) -> bool:
    """Whether it is a number, in whatever figures: those of another script, raised ones, circled ones."""
    return all(character.isdigit() for character in printed) or not printed.isascii()
