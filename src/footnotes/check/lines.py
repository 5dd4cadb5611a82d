"""Lines and columns, as editors count them: both from 1, columns in code points."""

from bisect import bisect_right

from attrs import field, frozen

from footnotes.model import Span


@frozen(order=True)
class Place:
    """A line and a column; written `12:34`."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@frozen
class Lines:
    """The lines of a text, each of which ends in a line feed."""

    text: str = field(repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, eq=False)

    @_starts.default
    def _list_starts(self) -> tuple[int, ...]:
        return (0, *(at + 1 for at, sign in enumerate(self.text) if sign == "\n"))

    def locate(self, offset: int) -> Place:
        """The place of the character `offset`, which is counted from 0."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def locate_span(self, span: Span) -> tuple[Place, Place]:
        """The places of the first character of a span and of the one behind its last."""
        return self.locate(span.start), self.locate(span.end)
