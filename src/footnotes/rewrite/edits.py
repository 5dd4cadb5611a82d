"""What a rewriting is: new words for places of the source, and the cites that were left alone."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

from attrs import field, frozen

from footnotes.model import Span


class WrittenForm(StrEnum):
    """How back-references are written out."""

    SHORT = "short"
    """Author, *Short Title*, 124 (CMOS 18, 13.33)."""
    FULL = "full"
    """The words of the full citation, with the place of this cite."""
    IBID = "ibid"
    """Ibid. wherever a style allows it, a short form elsewhere."""
    KEY = "key"
    """`[@murinson2013, p. 124]`, as pandoc reads it."""


@frozen
class Edit:
    """New words for one cite, or for the word in it that stands for an author."""

    cite: str
    span: Span
    old: str
    new: str


@frozen
class LeftCite:
    """A back-reference that stays as it is printed, and why."""

    cite: str
    reason: str
    """A clause that goes on after "because"."""


@frozen
class Rewriting:
    """A paper whose back-references are written out.

    `edits` are in the order of the source and do not overlap; `text` is the source with them. `left` are
    the back-references that stay because one cannot be sure of them, `kept` the ids of those that are
    printed in the wanted form.
    """

    form: WrittenForm
    text: str
    edits: tuple[Edit, ...]
    left: tuple[LeftCite, ...]
    kept: tuple[str, ...]


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """`text` with `edits`, which are in its order and do not overlap; all else stays to the letter."""
    pieces, at = list[str](), 0
    for edit in edits:
        pieces += [text[at : edit.span.start], edit.new]
        at = edit.span.end
    return "".join([*pieces, text[at:]])


@frozen
class Shift:
    """Where the places of a text are after `edits`, which are in its order."""

    edits: tuple[Edit, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, eq=False)
    _grown: tuple[int, ...] = field(init=False, repr=False, eq=False)

    @_starts.default
    def _list_starts(self) -> tuple[int, ...]:
        return tuple(edit.span.start for edit in self.edits)

    @_grown.default
    def _sum_growth(self) -> tuple[int, ...]:
        return tuple(accumulate((len(edit.new) - len(edit.span) for edit in self.edits), initial=0))

    def move(self, span: Span) -> Span:
        """The place of what is printed at `span`, which is one edit, holds whole edits or none."""
        start, end = bisect_right(self._starts, span.start - 1), bisect_right(self._starts, span.end - 1)
        return Span(span.start + self._grown[start], span.end + self._grown[end])
