"""URLs and DOIs in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.text.urls import find_dois, find_urls, looks_like_url, trim_url


@pytest.mark.cases("text/urls")
def test_urls_are_found(case: tuple[str, str]) -> None:
    """A URL ends before the punctuation of the sentence around it."""
    assert case[1] == "|".join(case[0][start:end] for start, end in find_urls(case[0]))


@pytest.mark.cases("text/dois")
def test_dois_are_found(case: tuple[str, str]) -> None:
    """A DOI has a prefix with a registrant, and ends before the punctuation of the sentence."""
    assert case[1] == "|".join(case[0][start:end] for start, end in find_dois(case[0]))


@given(st.text(alphabet="http:/w.a()[]“,", max_size=60))
def test_urls_are_ordered_and_disjoint(text: str) -> None:
    """Whatever the text, its URLs lie in it in order and apart."""
    edges = [edge for span in find_urls(text) for edge in span]
    assert sorted(edges) == edges


@given(st.text(alphabet="a()[].,", max_size=30))
def test_trimming_takes_from_the_end_only(url: str) -> None:
    """What is trimmed is a beginning of what was there, and has nothing left to trim."""
    trimmed = trim_url(url)
    assert url.startswith(trimmed)
    assert trimmed == trim_url(trimmed)


def test_brackets_without_end_are_trimmed() -> None:
    """A bracket that the URL did not open does not belong to it, and if it comes ten thousand times."""
    assert "http://a/(b)" == trim_url("http://a/(b)" + ")" * 10000)


@pytest.mark.parametrize(
    ("text", "whole"),
    [("https://a.org/b", True), (" www.a.org/b ", True), ("see http://a.org", False), ("", False)],
)
def test_a_whole_text_may_be_a_url(text: str, whole: bool) -> None:  # noqa: FBT001 - the expected answer
    """Only a text that is nothing but one URL looks like one."""
    assert whole == looks_like_url(text)
