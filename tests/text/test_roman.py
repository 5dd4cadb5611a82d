"""Roman numerals, as printed and as meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.text.roman import LARGEST, format_roman, is_canonical_roman, read_roman


@pytest.mark.cases("text/roman")
def test_canonical_numerals_have_one_number(case: tuple[str, str]) -> None:
    """A canonical numeral is read as its number, and the number is written as that numeral."""
    numeral, number = case
    assert is_canonical_roman(numeral)
    assert (int(number), numeral) == (read_roman(numeral), format_roman(int(number)))


@pytest.mark.cases("text/roman-hints")
def test_other_numerals_are_hints(case: tuple[str, str]) -> None:
    """What is not canonical is said to be so, and is read as far as it can be."""
    numeral, number = case
    assert not is_canonical_roman(numeral)
    assert (None if number == "-" else int(number)) == read_roman(numeral)


@given(st.integers(1, LARGEST))
def test_writing_and_reading_agree(number: int) -> None:
    """Every number comes back from its numeral, which is canonical."""
    numeral = format_roman(number)
    assert is_canonical_roman(numeral)
    assert number == read_roman(numeral)


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_numbers_out_of_reach_are_refused(number: int) -> None:
    """A number that has no canonical numeral is a misuse."""
    with pytest.raises(ValueError, match=str(number)):
        format_roman(number)


@given(st.text(alphabet="ivxlcdmjb1 ", max_size=30))
def test_reading_never_raises(text: str) -> None:
    """Any text is a numeral or is none; only what is one can be canonical."""
    assert is_canonical_roman(text) <= (read_roman(text) is not None)


def test_nothing_is_no_numeral() -> None:
    """The empty text is no numeral."""
    assert (None, False) == (read_roman(""), is_canonical_roman(""))
