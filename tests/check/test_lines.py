"""Lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.check import Lines, Place
from footnotes.model import Span

TEXT = "ab\ncд\r\n\n𝄞e"


@pytest.mark.parametrize(
    ("sign", "place"),
    [("a", "1:1"), ("b", "1:2"), ("c", "2:1"), ("д", "2:2"), ("\r", "2:3"), ("𝄞", "4:1"), ("e", "4:2")],
)
def test_places(sign: str, place: str) -> None:
    """Lines end in a line feed, and a letter beyond the first plane is one column."""
    assert place == str(Lines(TEXT).locate(TEXT.index(sign)))


def test_span_ends_behind_its_last_character() -> None:
    """The end of a span is the place of the character behind it, also at the end of the text."""
    assert (Place(4, 1), Place(4, 3)) == Lines(TEXT).locate_span(Span(TEXT.index("𝄞"), len(TEXT)))


@given(st.text(alphabet="a\n\r ", max_size=30))
def test_places_lead_back(text: str) -> None:
    """From the line and column of a character the character is found again."""
    lines = text.split("\n")
    for offset, sign in enumerate(text):
        place = Lines(text).locate(offset)
        assert f"{lines[place.line - 1]}\n"[place.column - 1] == sign
