"""Ranges of numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.text.ranges import fill_range, fold_dashes


@pytest.mark.cases("text/fill-range")
def test_ranges_are_written_out(case: tuple[str, str]) -> None:
    """A short second number takes what it lacks from the first, with a hyphen between them."""
    assert case[1] == fill_range(case[0])


@given(st.integers(1, 99999), st.integers(1, 99999), st.sampled_from(["-", "–", " – ", "—", "--"]))
def test_filling_never_loses_a_number(first: int, last: int, dash: str) -> None:
    """The first number stays, the second ends as it did, and no range runs backwards but as printed."""
    found = re.fullmatch(r"(\d+)-(\d+)", fill_range(f"{first}{dash}{last}"))
    assert found is not None
    assert (str(first), True) == (found[1], found[2].endswith(str(last)))
    assert int(found[2]) >= min(first, last)
    assert int(found[2]) >= first or len(str(last)) >= len(str(first))


@given(st.text(alphabet="0123456789-–— ivxab,.", max_size=40))
def test_filling_any_text_keeps_what_is_no_number(text: str) -> None:
    """Letters stay, all of them, and what is filled once is filled."""
    filled = fill_range(text)
    assert re.sub(r"[^a-z]", "", text) == re.sub(r"[^a-z]", "", filled)
    assert len(re.findall(r"\d+", text)) == len(re.findall(r"\d+", filled))


def test_a_very_long_number_is_left_alone() -> None:
    """Digits without end are no pages and raise nothing."""
    text = "9" * 5000 + "-" + "1" * 4999
    assert text == fill_range(text)


def test_words_keep_their_dashes() -> None:
    """A dash between words is punctuation."""
    assert "mild – civil war" == fold_dashes("mild – civil war")
