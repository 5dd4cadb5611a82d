"""Works that a style prints the same in later notes, whatever it has to tell works apart."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from footnotes.model import Position
from footnotes.style.items import PLACEHOLDER, CiteItem, NoteItems
from footnotes.style.marked_text import strip_marks
from footnotes.style.style_files import Style


def list_short_notes(series: Sequence[NoteItems]) -> list[NoteItems]:
    """A further note for each work of the series, which cites it alone as a later note does."""
    first = {cite.id: note.number for note in reversed(series) for cite in note.items}
    labels = {cite.id: cite.first_label for note in series for cite in note.items if cite.first_label}
    start = max((note.number for note in series), default=0)
    known = [(one, number) for one, number in first.items() if not one.startswith(PLACEHOLDER)]
    return [
        NoteItems(
            start + at, (CiteItem(one, Position.SUBSEQUENT, number, number, first_label=labels.get(one)),)
        )
        for at, (one, number) in enumerate(known, 1)
    ]


def list_confused(
    series: Sequence[NoteItems], shorts: Sequence[NoteItems], texts: Sequence[str], style: Style
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each short form that stands for several works, with their ids; only where it is printed at all.

    A style of notes prints it for works that are cited again, one of the text for all.
    """
    again = {cite.id for note in series for cite in note.items if cite.position is not Position.FIRST}
    works: dict[str, list[str]] = defaultdict(list)
    for note, text in zip(shorts, texts, strict=True):
        works[strip_marks(text)].append(note.items[0].id)
    for text, alike in works.items():
        if text and len(alike) > 1 and (not style.is_note or again.intersection(alike)):
            yield text, tuple(alike)
