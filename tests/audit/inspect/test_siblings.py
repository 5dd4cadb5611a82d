"""Addresses that cannot exist, and whether they show the same page."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.inspect.pages import Page
from footnotes.audit.inspect.siblings import is_same_page, make_sibling

PROSE = "The gardener walked along the river and counted herons. " * 12
SORRY = "We are sorry, but what you look for is not here. Our menu leads you to news, sport and weather."


def _page(text: str, title: str = "The Site", **fields: Any) -> Page:
    return Page(title=title, text=text, is_html=True, **fields)


@pytest.mark.cases("audit/siblings")
def test_siblings_have_the_same_shape(case: Mapping[str, Any]) -> None:
    """A sibling lies in the same directory and looks like the cited name; a front page has none."""
    sibling = make_sibling(case["url"], "seed")

    assert re.fullmatch(case["shape"], sibling or "")


@given(st.text(max_size=40), st.text(max_size=10))
def test_siblings_are_others_and_stay_the_same(name: str, seed: str) -> None:
    """A sibling is never the address itself, and the same one for the same seed."""
    url = f"https://example.org/a/{name}"
    sibling = make_sibling(url, seed)

    assert sibling == make_sibling(url, seed)
    assert sibling != url


def test_another_seed_gives_another_sibling() -> None:
    """Two audits ask for two different siblings."""
    url = "https://example.org/papers/oil.html"

    assert make_sibling(url, "one") != make_sibling(url, "two")


def test_the_same_page() -> None:
    """One page for two addresses is the same page."""
    assert is_same_page(_page(SORRY), _page(SORRY))


def test_the_same_page_with_the_address_and_the_time() -> None:
    """The address repeated in title and text, a number and a time make no other page."""
    one = _page(
        f"{SORRY} You asked for /a/oil.html at 10:21, request 8f3a1.",
        "oil - The Site",
        url="http://e.org/a/oil.html",
    )
    two = _page(
        f"{SORRY} You asked for /a/qwx.html at 10:22, request 77b0c.",
        "qwx - The Site",
        url="http://e.org/a/qwx.html",
    )

    assert is_same_page(one, two)


def test_two_pages() -> None:
    """A work and the page for what is missing are two."""
    assert not is_same_page(_page(PROSE), _page(SORRY))


def test_two_titles() -> None:
    """Pages of different titles are two, whatever their text."""
    assert not is_same_page(_page(SORRY, "Oil and Gas"), _page(SORRY, "Not here"))


def test_a_short_work_in_a_large_frame() -> None:
    """Two pages of one frame, each with a few words of its own, are two."""
    frame = " ".join(f"menu{chr(97 + place % 26)}{chr(97 + place // 26)}" for place in range(400))
    own = "Fishermen complained about empty nets near northern harbours"

    assert not is_same_page(_page(f"{frame} {own}"), _page(f"{frame} Nothing to show"))


@pytest.mark.parametrize(
    "page",
    [
        _page(""),
        _page("Loading...", scripts=3),
        _page("Please wait.", "Just a moment..."),
        _page("Name and password", "Log in", has_password_field=True),
        Page(text="A plain text"),
    ],
    ids=["empty", "shell", "challenge", "login", "no page"],
)
def test_nothing_can_be_seen(page: Page) -> None:
    """Where nothing of the work could be seen, two alike prove nothing."""
    assert not is_same_page(page, page)
