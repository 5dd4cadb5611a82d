"""Dates in running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.text.dates import find_dates

_PIECES = [
    "5",
    "31",
    "05",
    "12",
    " ",
    ".",
    "/",
    "-",
    ",",
    "May",
    "мая",
    "Şubat",
    "X",
    "1999",
    "2023",
    "st",
    "de",
    "٣",
]


@pytest.mark.cases("text/dates")
def test_dates_are_read_in_many_languages(case: tuple[str, str]) -> None:
    """Day and month stand in either order, in words or numbers; what is impossible is no date."""
    found = ["-".join(str(part) for part in value if part) for _, _, value in find_dates(case[0])]
    assert case[1] == " ".join(found)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=20).map("".join)))
def test_dates_lie_in_the_text(text: str) -> None:
    """Nothing raises, and the dates lie in the text in order and apart."""
    found = find_dates(text)
    edges = [edge for start, end, _ in found for edge in (start, end)]
    assert sorted(edges) == edges
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert all(1 <= (month or 1) <= 12 and 1 <= (day or 1) <= 31 for _, _, (_, month, day) in found)


def test_a_date_is_where_it_stands() -> None:
    """The range of a date holds the words of the date and nothing else."""
    text = "(Accessed: 5 January 2023)."
    assert ["5 January 2023"] == [text[start:end] for start, end, _ in find_dates(text)]
