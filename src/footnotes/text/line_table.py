"""Lines and columns of a text as editors count them: both from 1, columns in code points."""

import re
from bisect import bisect_right

from attrs import field, frozen

_END = re.compile("\n")
_ANY_END = re.compile("\r\n|[\n\r]")


@frozen
class LineTable:
    """Where the lines of a text begin."""

    starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str, *, ends_at_returns: bool = False) -> "LineTable":
        """The lines of `text`, which end in a line feed; in a file of the old Mac OS in a return alone."""
        ends = _ANY_END if ends_at_returns else _END
        return cls((0, *(match.end() for match in ends.finditer(text))))

    def locate(self, offset: int) -> tuple[int, int]:
        """The line and column of a character, which is counted from 0."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def describe(self, offset: int) -> str:
        """The place of a character in words, to begin a sentence."""
        line, column = self.locate(offset)
        return f"Line {line}, column {column}"
