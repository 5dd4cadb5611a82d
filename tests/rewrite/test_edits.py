"""Edits, and where places are after them."""

import pytest

from footnotes.model import Span
from footnotes.rewrite.edits import Edit, Shift, apply_edits

TEXT = "[1] Ibid. [2] Ibid. [3] end"
EDITS = (Edit("1.1", Span(4, 9), "Ibid.", "Smith, 12."), Edit("2.1", Span(14, 19), "Ibid.", "S."))


def test_edits_replace_their_places() -> None:
    """Each edit puts its words, and what lies between stays."""
    assert "[1] Smith, 12. [2] S. [3] end" == apply_edits(TEXT, EDITS)


def test_no_edits() -> None:
    """Without edits the text is the text."""
    assert TEXT == apply_edits(TEXT, ())


@pytest.mark.parametrize("words", ["[1]", "Ibid.", "[2]", "[3]", "end", TEXT])
def test_places_move(words: str) -> None:
    """A place that holds whole edits or none is found again."""
    start = TEXT.index(words)
    span = Shift(EDITS).move(Span(start, start + len(words)))
    expected = {"Ibid.": "Smith, 12.", TEXT: apply_edits(TEXT, EDITS)}.get(words, words)

    assert expected == span.of(apply_edits(TEXT, EDITS))
