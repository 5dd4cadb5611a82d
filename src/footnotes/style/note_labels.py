"""Labels of notes, for a processor that knows numbers only: each note gets one that stands nowhere else."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from attrs import evolve

from footnotes.model import Note
from footnotes.style.items import CslItem, NoteItems

_ROOM = 100_000
"""More notes than a paper has."""


_MARKDOWN = re.compile(r"[^\s^\[\]]*\w[^\s^\[\]]*")
"""What pandoc takes for the name of a footnote: no blanks, no brackets."""


def are_markdown_labels(labels: Sequence[str]) -> bool:
    """Whether Markdown can have all these labels as names of footnotes: each is a word and stands once."""
    return len(set(labels)) == len(labels) and all(map(_MARKDOWN.fullmatch, labels))


def name_for_markdown(notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes with a free number for each label that Markdown cannot have; the others keep theirs.

    A note that stands in the text has no label, and the number of its place may be the label of another:
    `A^[Jan Roe, *Salt*, 3.] B[^2] C[^1]`. Where a label comes twice none says which note it means.
    """
    labels = [note.label for note in notes]
    if len(set(labels)) < len(labels):
        return tuple(notes)
    kept = {label for label in labels if _MARKDOWN.fullmatch(label)}
    free = _list_free(kept)
    return tuple(note if note.label in kept else evolve(note, label=next(free)) for note in notes)


def _list_free(taken: Iterable[str]) -> Iterator[str]:
    """Numbers behind all that are labels, lest one be taken for the place of its note."""
    last = max((int(label) for label in taken if label.isdecimal()), default=0)
    return map(str, count(last + 1))


class NoteLabels:
    """Numbers for notes, and their labels in what a processor makes of them.

    Where no note has a label of its own the numbers are those of the notes.
    """

    def __init__(self, works: Sequence[CslItem], notes: Sequence[NoteItems]) -> None:
        items = [item for note in notes for item in note.items]
        named = {one.first_note: one.first_label for one in items if one.first_label}
        self._labels = {number: label for number, label in named.items() if number}
        self._base = _find_free(json.dumps(works) + repr(notes)) if self._labels else 0

    def code(self, number: int) -> int:
        """What the note of this number is called; the distance of two notes stays."""
        return self._base + number

    def read(self, text: str) -> str:
        """The text of a note with the labels in it."""
        if not self._base:
            return text
        begin = self._base // _ROOM
        return re.sub(rf"(?<!\d){begin}\d{{5}}(?!\d)", self._name, text)

    def _name(self, found: re.Match[str]) -> str:
        number = int(found[0]) - self._base
        return self._labels.get(number, str(number))


def _find_free(text: str) -> int:
    """A number whose first figures are not in the text."""
    return next(begin * _ROOM for begin in range(771, 10**6) if str(begin) not in text)
