"""What a search for notes finds, and the cutting of one note out of the text."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from attrs import evolve, frozen

from footnotes.model import Marker, Note, NoteKind, Problem, Severity, Span
from footnotes.split.repair import repair_text


@frozen
class FoundNotes:
    """What `find_notes` gives: notes and markers in order, and what was repaired or missed.

    Notes are in the order of their numbers, which is that of reading; in Markdown they may stand in
    another order in the text.
    """

    notes: tuple[Note, ...]
    markers: tuple[Marker, ...]
    problems: tuple[Problem, ...]


@frozen
class NotePlace:
    """Where a note stands, before its text is read: `label_span` and what is behind it, up to `end`."""

    number: int
    label: str
    printed_label: str
    kind: NoteKind
    label_span: Span
    end: int
    section: str | None = None


def cut_note(text: str, place: NotePlace) -> tuple[Note, list[Problem]]:
    """The note that stands at `place`, and what was repaired in it."""
    repaired = repair_text(text, place.label_span.end, place.end)
    note = Note(
        number=place.number,
        label=place.label,
        printed_label=place.printed_label,
        kind=place.kind,
        text=repaired.text,
        span=Span(place.label_span.start, place.end),
        origin=repaired.origin,
        label_span=place.label_span,
        emphasis=repaired.emphasis,
        section=place.section,
    )
    return note, [evolve(problem, note=place.number) for problem in repaired.problems]


def cut_notes(text: str, places: Sequence[NotePlace]) -> tuple[tuple[Note, ...], list[Problem]]:
    """The notes that stand at `places`, and what was repaired in all of them."""
    cut = [cut_note(text, place) for place in places]
    return tuple(note for note, _ in cut), [problem for _, problems in cut for problem in problems]


def report_uncalled(note: Note) -> Problem:
    """What is said of a note without a marker."""
    message = f"No marker in the text calls note {note.label}."
    return Problem("marker-missing", message, Severity.WARNING, note.label_span, note.number)


def report_unnoted(label: str, span: Span, number: int) -> Problem:
    """What is said of the marker at `span` whose note is not there."""
    message = f"The text calls note {label}, and there is no such note."
    return Problem("note-missing", message, Severity.WARNING, span, number)


def join_found(one: FoundNotes, other: FoundNotes) -> FoundNotes:
    """Two series of notes in one paper, numbered anew by the places of their markers.

    A label of `one` that `other` has too is told apart by a caret before it. What `one` has found within a
    note of `other` is a part of that note.
    """
    one = _leave_outside(one, [note.span for note in other.notes])
    order: dict[tuple[int, int], tuple[int, int, int]] = {}
    for side, found in enumerate((one, other)):
        first = {marker.number: marker.span.start for marker in reversed(found.markers)}
        last = -1
        for number in sorted({*first, *(note.number for note in found.notes)}):
            # What nothing calls comes behind the note before it.
            last = first.get(number, last)
            order[side, number] = (last, side, number)
    numbers = {key: at for at, key in enumerate(sorted(order, key=order.__getitem__), start=1)}
    sides = [
        _renumber(found, {number: at for (side, number), at in numbers.items() if side == this})
        for this, found in enumerate((one, other))
    ]
    taken = {note.label for note in other.notes}
    named = [evolve(note, label=_tell_apart(note, taken)) for note in sides[0].notes]
    return FoundNotes(
        tuple(sorted((*named, *sides[1].notes), key=lambda note: note.number)),
        tuple(sorted((*sides[0].markers, *sides[1].markers), key=lambda marker: marker.span)),
        sort_problems([*sides[0].problems, *sides[1].problems]),
    )


def _leave_outside(found: FoundNotes, spans: Sequence[Span]) -> FoundNotes:
    """What stands in none of `spans`, which are in order."""

    def is_outside(span: Span) -> bool:
        before = bisect_right(spans, span.start, key=lambda other: other.start) - 1
        return before < 0 or spans[before].end <= span.start

    return FoundNotes(
        tuple(note for note in found.notes if is_outside(note.span)),
        tuple(marker for marker in found.markers if is_outside(marker.span)),
        tuple(problem for problem in found.problems if is_outside(problem.span)),
    )


def _tell_apart(note: Note, taken: Collection[str]) -> str:
    """The label of `note`, its number if it has none, with a caret if it is `taken`."""
    label = str(note.number) if is_inline(note) else note.label
    return f"^{label}" if label in taken else label


def is_inline(note: Note) -> bool:
    """Whether `note` stands in the text itself, where it is called."""
    return not note.printed_label and note.kind is not NoteKind.REFERENCE


def _renumber(found: FoundNotes, numbers: Mapping[int, int]) -> FoundNotes:
    return FoundNotes(
        tuple(evolve(note, number=numbers[note.number]) for note in found.notes),
        tuple(evolve(marker, number=numbers[marker.number]) for marker in found.markers),
        tuple(evolve(one, note=numbers.get(one.note or 0, one.note)) for one in found.problems),
    )


def sort_problems(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """`problems` in the order of the source."""
    return tuple(sorted(problems, key=lambda problem: problem.span))
