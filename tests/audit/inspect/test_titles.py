"""Cited titles and pages that show them, or do not."""

import time
from collections.abc import Mapping
from typing import Any

import pytest
from audit.page_cases import answer_case, cite_case

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.audit.inspect.pages import read_page
from footnotes.audit.inspect.titles import TitleMatch, match_title
from footnotes.model import CitedLink


@pytest.mark.cases("audit/titles")
def test_titles_are_looked_for(case: Mapping[str, Any]) -> None:
    """A cited title is found, absent, or cannot be told, as a librarian would say."""
    assert case["match"] == match_title(read_page(answer_case(case)), cite_case(case)).value


def test_a_title_without_end_is_read_in_time() -> None:
    """A megabyte without a blank in the title of a page costs no minutes, as a search for its cut would."""
    body = f"<title>{'石' * 300_000}</title><p>words".encode()
    page = read_page(Answer("http://x.example/a", 200, Headers({"content-type": "text/html"}), body))
    started = time.process_time()

    assert TitleMatch.FOUND is not match_title(
        page, CitedLink("http://x.example/a", titles=("Oil and gas",))
    )
    assert 5 > time.process_time() - started
