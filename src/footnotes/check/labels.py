"""Labels of notes and markers in the text: gaps, doubles, misreadings, one without the other."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from footnotes.check.finding import Edit, Fix, Related, Remark
from footnotes.check.proof import Proof
from footnotes.check.wording import count
from footnotes.model import Problem, Span


def find_gaps(proof: Proof) -> Iterator[Remark]:
    """Numbers that the series of notes leaves out; what a marker calls is missed there, not here."""
    called = {marker.number for marker in proof.apparatus.markers}
    for before, after in pairwise(proof.apparatus.notes):
        missing = [one for one in range(before.number + 1, after.number) if one not in called]
        if missing:
            are = "is" if len(missing) == 1 else "are"
            message = (
                f"{count(len(missing), 'note')} {are} missing between note {proof.name_note(before.number)}"
                f" and note {proof.name_note(after.number)}."
            )
            fix = Fix("Put back what is missing, or number the notes anew.")
            yield Remark(message, after.label_span, after.number, fix)


def find_repeated_labels(proof: Proof) -> Iterator[Remark]:
    """A label that two notes bear."""
    return _find_repeated(proof, "label-repeated")


def find_repeated_markers(proof: Proof) -> Iterator[Remark]:
    """A marker that stands twice."""
    return _find_repeated(proof, "marker-repeated")


def _find_repeated(proof: Proof, code: str) -> Iterator[Remark]:
    for problem in proof.list_problems(code):
        yield Remark(problem.message, problem.span, problem.note, Fix("Number the notes anew from here."))


def find_misread_labels(proof: Proof) -> Iterator[Remark]:
    """A label that is not printed as its place in the series demands."""
    printed = {note.label_span: note.printed_label for note in proof.apparatus.notes}
    return _find_misread(proof, "label-misread", printed)


def find_misread_markers(proof: Proof) -> Iterator[Remark]:
    """A marker that is not printed as its place in the series demands."""
    printed = {marker.span: marker.printed for marker in proof.apparatus.markers}
    return _find_misread(proof, "marker-misread", printed)


def _find_misread(proof: Proof, code: str, printed: dict[Span, str]) -> Iterator[Remark]:
    for problem in proof.list_problems(code):
        note = proof.notes.get(problem.note or 0)
        fix = None
        if note is not None:
            edits = _reprint(problem.span, printed.get(problem.span, ""), note.label, proof)
            fix = Fix(f"Print {note.label}.", edits)
        yield Remark(problem.message, problem.span, problem.note, fix)


def _reprint(span: Span, printed: str, label: str, proof: Proof) -> tuple[Edit, ...]:
    """The edit that prints `label`; none where raised figures are printed, or the words are not found."""
    start = proof.apparatus.document.text.find(printed, span.start, span.end) if printed else -1
    if start < 0 or unicodedata.normalize("NFKC", printed) != printed:
        return ()
    return (Edit(Span(start, start + len(printed)), label),)


def find_calls_without_note(proof: Proof) -> Iterator[Remark]:
    """A marker whose note is not there; a run of them is one finding."""
    printed = {marker.span: marker.printed for marker in proof.apparatus.markers}
    # Behind a marker that stands twice the others count on, and the last seem to call what is not there.
    shifted = any(proof.list_problems("marker-repeated"))
    known = {note.label for note in proof.apparatus.notes} if shifted else set()
    missing = [one for one in proof.list_problems("note-missing") if printed.get(one.span) not in known]
    for first, *others in _list_runs(missing):
        names = [printed.get(one.span, str(one.note)) for one in (first, *others)]
        message = f"The text calls {_name_run(names)}, and there is no such note."
        fix = Fix("Write the note, or take the marker out.")
        related = _relate(others, "the next marker without a note")
        yield Remark(message, first.span, first.note, fix, related, names[0])


def find_notes_without_call(proof: Proof) -> Iterator[Remark]:
    """A note that no marker calls; a run of them is one finding."""
    for first, *others in _list_runs(proof.list_problems("marker-missing")):
        names = [proof.name_note(one.note or 0) for one in (first, *others)]
        message = f"No marker in the text calls {_name_run(names)}."
        fix = Fix("Put the marker where it belongs, or take the note out.")
        yield Remark(
            message, first.span, first.note, fix, _relate(others, "the next note without a marker")
        )


def find_unclosed(proof: Proof) -> Iterator[Remark]:
    """A note in the text whose bracket is never closed."""
    for problem in proof.list_problems("note-unclosed"):
        yield Remark(
            problem.message, problem.span, None, Fix("Close its bracket before the paragraph ends.")
        )


def _list_runs(problems: Iterable[Problem]) -> list[list[Problem]]:
    """`problems`, those of notes that follow one another together."""
    runs: list[list[Problem]] = []
    for problem in problems:
        if runs and (problem.note or 0) - (runs[-1][-1].note or 0) == 1:
            runs[-1].append(problem)
        else:
            runs.append([problem])
    return runs


def _name_run(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"note {names[0]}"
    return f"notes {names[0]} to {names[-1]} ({count(len(names), 'note')})"


def _relate(problems: Sequence[Problem], what: str) -> tuple[Related, ...]:
    return tuple(Related(what, problem.span) for problem in problems)
