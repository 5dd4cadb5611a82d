"""The words of strangers, made fit to be shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.report.safe_text import (
    fold_text,
    may_be_linked,
    name_host,
    shorten_end,
    shorten_middle,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  two\n\twords ", "two words"),
        ("a\x00b", "a\\u0000b"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("\ud83d", "\\ud83d"),
        ("\U000e0041", "\\U000e0041"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Ərəfat 😀", "Ərəfat 😀"),
    ],
)
def test_steering_characters_are_spelled(text: str, shown: str) -> None:
    """What steers a terminal or turns the writing is shown as its code; joiners of real writing stay."""
    assert shown == fold_text(text)


@given(st.text(st.characters(codec=None)))
def test_folded_text_is_one_plain_line(text: str) -> None:
    """The result holds no control, half pair or line end, and folding again changes nothing."""
    folded = fold_text(text)

    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(sign) for sign in folded}
    assert folded == fold_text(folded)


@given(st.text(min_size=0, max_size=200), st.integers(1, 100))
def test_shortened_text_fits(text: str, width: int) -> None:
    """Shortened text is as wide as told at most, and short text is left alone."""
    for shortened in (shorten_end(text, width), shorten_middle(text, width)):
        assert len(shortened) <= width
        assert len(text) > width or shortened == text


def test_middle_is_cut() -> None:
    """An address keeps its host and its last part."""
    assert "https://exa…/a.html" == shorten_middle("https://example.org/a/long/path/a.html", 19)


@pytest.mark.parametrize(
    ("url", "is_web"),
    [
        ("https://example.org/a?b#c", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("java\tscript:alert(1)", False),
        ("\x01https://example.org", False),
        ("https://exam ple.org", False),
        ("https://example.org/\u202ea", False),
        ("ftp://example.org/a", False),
        ("//example.org/a", False),
        ("https:/a", False),
        ("https://[broken", False),
        ("", False),
    ],
)
def test_only_pages_of_the_web_are_linked(url: str, is_web: bool) -> None:  # noqa: FBT001 - an expected value
    """Only http and https with a host lead a reader anywhere."""
    assert is_web is may_be_linked(url)


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://www.Example.org:8080/a", "example.org"), ("mailto:a@b", ""), ("https://[broken", "")],
)
def test_host(url: str, host: str) -> None:
    """The host stands without port and "www."; no host is no fault."""
    assert host == name_host(url)
