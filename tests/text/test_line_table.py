"""Lines and columns of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.text.line_table import LineTable


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("", 0, (1, 1)), ("ab", 1, (1, 2)), ("a\nb", 1, (1, 2)), ("a\nb", 2, (2, 1)), ("a\r\nb", 3, (2, 1))],
)
def test_places_are_counted_from_one(text: str, offset: int, place: tuple[int, int]) -> None:
    """A line feed is the last character of its line, and so is what stands behind a return."""
    assert place == LineTable.of(text).locate(offset)
    assert place == LineTable.of(text, ends_at_returns=True).locate(offset)


def test_returns_end_lines_where_asked() -> None:
    """A return alone ends a line in files of the old Mac OS, and in no others."""
    assert (1, 3) == LineTable.of("a\rb").locate(2)
    assert "Line 2, column 1" == LineTable.of("a\rb", ends_at_returns=True).describe(2)


@given(st.text(alphabet="a\r\n", max_size=20))
def test_columns_begin_anew_behind_line_feeds(text: str) -> None:
    """A character stands on the line that counts the line feeds before it."""
    lines = LineTable.of(text)

    assert [text.count("\n", 0, at) + 1 for at in range(len(text))] == [
        lines.locate(at)[0] for at in range(len(text))
    ]
