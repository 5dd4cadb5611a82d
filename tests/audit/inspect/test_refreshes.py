"""Refreshes, as they are written in the wild."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.audit.inspect.pages import read_page
from footnotes.audit.inspect.refreshes import read_refresh

URL = "http://example.org/a/b.html"


@pytest.mark.cases("audit/refreshes")
def test_refreshes_are_followed(case: Mapping[str, Any]) -> None:
    """A refresh leads where a browser would go at once, and nowhere else."""
    html = f'<meta http-equiv="refresh" content="{escape(case["content"])}">'
    page = read_page(Answer(URL, 200, Headers({"content-type": "text/html"}), html.encode()))

    assert case["leads"] == (page.refresh or "")


@given(st.text(max_size=60))
def test_any_content_is_read(content: str) -> None:
    """What leads somewhere leads to a web address."""
    url = read_refresh(f"0;url={content}", URL)

    assert url is None or url.lower().startswith(("http://", "https://"))
