"""Notes and markers as found, and the map from repaired text back to the source."""

from bisect import bisect_right
from enum import StrEnum

from attrs import field, frozen

from footnotes.model.span import Span


class NoteKind(StrEnum):
    """Where a note is printed."""

    ENDNOTE = "endnote"
    FOOTNOTE = "footnote"
    REFERENCE = "reference"
    """An entry of a reference list, which is read as a note of its own."""


@frozen
class Tile:
    """A run of text and the run of source it was made from.

    Where both have the same length they agree character by character; otherwise the tile
    is one character whose source is longer (a folded line break, a letter with the emphasis
    mark before it).
    """

    text: Span
    source: Span


@frozen
class Origin:
    """The tiles of a text: they cover it and its source without gap or overlap."""

    tiles: tuple[Tile, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, eq=False)
    _shifts: tuple[int | None, ...] = field(init=False, repr=False, eq=False)
    """How far the source of each tile lies behind its text; None where they do not agree by characters."""

    @_starts.default
    def _list_starts(self) -> tuple[int, ...]:
        return tuple([tile.text.start for tile in self.tiles])

    @_shifts.default
    def _list_shifts(self) -> tuple[int | None, ...]:
        return tuple(
            [
                tile.source.start - tile.text.start
                if tile.text.end - tile.text.start == tile.source.end - tile.source.start
                else None
                for tile in self.tiles
            ]
        )

    def locate(self, start: int, end: int) -> Span:
        """The source of the characters `start` to `end` (half-open, not empty) of the text."""
        if not self.tiles:
            raise ValueError("an empty text has no place in its source")
        first, last = self._find(start), self._find(end - 1)
        ahead, behind = self._shifts[first], self._shifts[last]
        return Span(
            self.tiles[first].source.start if ahead is None else start + ahead,
            self.tiles[last].source.end if behind is None else end + behind,
        )

    def _find(self, index: int) -> int:
        return max(bisect_right(self._starts, index) - 1, 0)


@frozen
class Note:
    """One endnote or footnote.

    `number` is its true ordinal, unique in the document; `label` what should be printed,
    `printed_label` what is. `text` is repaired: line breaks folded, broken words and URLs
    rejoined, emphasis marks gone; `emphasis` says where they were (spans of `text`). A note of
    Markdown keeps its label as printed; one that stands in the text has none, and its number for it.
    `span` covers label and text in the source, `origin` ties each character of `text` to it.
    """

    number: int
    label: str
    printed_label: str
    kind: NoteKind
    text: str
    span: Span
    origin: Origin = field(repr=False)
    label_span: Span
    emphasis: tuple[Span, ...] = ()
    section: str | None = None


@frozen
class Marker:
    """A call in the body, tied to its note by position in the series."""

    number: int
    printed: str
    span: Span


class SegmentRole(StrEnum):
    """What a stretch of a note is for."""

    LABEL = "label"
    SIGNAL = "signal"
    CITE = "cite"
    SEPARATOR = "separator"
    COMMENTARY = "commentary"


@frozen
class Segment:
    """A stretch of a note with its role; the segments of a note cover it without gap or overlap."""

    note: int
    role: SegmentRole
    text: str
    span: Span
