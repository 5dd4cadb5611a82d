"""Quotation marks in the typographies of many countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.text.quotes import PAIRS, find_quotations, strip_quotes

_MARKS = "“”‘’„‚«»‹›\"'"


@pytest.mark.cases("text/quotations")
def test_quotations_are_found(case: tuple[str, str]) -> None:
    """The outermost quotation is found with its marks; an apostrophe is none."""
    assert case[1] == "|".join(case[0][start:end] for start, end in find_quotations(case[0]))


@given(st.text(alphabet=st.sampled_from(_MARKS + " as.,")))
def test_quotations_are_ordered_and_disjoint(text: str) -> None:
    """Each begins and ends with marks of one pair, and none touches another."""
    found = find_quotations(text)
    edges = [edge for span in found for edge in span]
    assert sorted(edges) == edges
    assert all(text[end - 1] in PAIRS[text[start]] and end - start > 1 for start, end in found)


@pytest.mark.parametrize("hostile", ["«‹", "“‘„«‹\"'", " «a ‹b", "“ ", "„‚"])
def test_unclosed_marks_are_characters(hostile: str) -> None:
    """Thousands of marks that nothing closes are read in passing."""
    assert find_quotations(hostile * 3000) is not None


@pytest.mark.parametrize(
    ("quoted", "bare"),
    [
        ("“A Title”", "A Title"),
        ("„Ein Titel“", "Ein Titel"),
        ("“A” and “B”", "“A” and “B”"),
        ("“A", "“A"),
        ("A", "A"),
        ("“", "“"),
        ("", ""),
        ("“‘A’”", "‘A’"),
    ],
)
def test_enclosing_marks_are_stripped(quoted: str, bare: str) -> None:
    """One pair goes if it encloses the whole; nothing else does."""
    assert bare == strip_quotes(quoted)
