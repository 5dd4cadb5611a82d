"""Fragments and what they point to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.audit.inspect.fragments import has_fragment
from footnotes.audit.inspect.pages import Page, read_page

PAGE = Path(__file__).parents[2] / "cases" / "audit" / "pages" / "encyclopaedia.html"
FOUND = {"yes": True, "no": False, "unknown": None}


def _read() -> Page:
    return read_page(
        Answer("http://example.org/", 200, Headers({"content-type": "text/html"}), PAGE.read_bytes())
    )


@pytest.mark.cases("audit/fragments")
def test_fragments_are_looked_for(case: Mapping[str, Any]) -> None:
    """A fragment is found by id, name or words; a route of an application cannot be."""
    assert has_fragment(_read(), case["fragment"]) is FOUND[case["found"]]


def test_what_is_no_page_cannot_be_told() -> None:
    """Neither a file nor a page that scripts are to fill has been searched."""
    shell = Page(is_html=True, scripts=3, text="Loading...")

    assert has_fragment(Page(text="words"), "a") is None
    assert has_fragment(shell, "a") is None


@given(st.text(max_size=60))
def test_any_fragment_is_looked_for(fragment: str) -> None:
    """No fragment makes the search fail."""
    assert has_fragment(_read(), fragment) in {True, False, None}
