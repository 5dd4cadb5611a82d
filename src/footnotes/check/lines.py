"""Lines and columns, as editors count them: both from 1, columns in code points."""

from attrs import field, frozen

from footnotes.model import Span
from footnotes.text.line_table import LineTable


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
    _table: LineTable = field(init=False, repr=False, eq=False)

    @_table.default
    def _list_starts(self) -> LineTable:
        return LineTable.of(self.text)

    def locate(self, offset: int) -> Place:
        """The place of the character `offset`, which is counted from 0."""
        return Place(*self._table.locate(offset))

    def locate_span(self, span: Span) -> tuple[Place, Place]:
        """The places of the first character of a span and of the one behind its last."""
        return self.locate(span.start), self.locate(span.end)
