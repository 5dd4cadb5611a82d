"""What pages show to those who come for a cited work."""

from collections.abc import Mapping
from typing import Any

import pytest
from audit.page_cases import answer_case, cite_case

from footnotes.audit.inspect.pages import read_page
from footnotes.audit.inspect.signs import find_signs
from footnotes.model import Sign

_OF_TITLES = {Sign.TITLE_FOUND, Sign.TITLE_ABSENT}


@pytest.mark.cases("audit/not_found")
def test_missing_pages_are_told(case: Mapping[str, Any]) -> None:
    """A page that says that there is none is told from one that speaks of missing things."""
    answer = answer_case(case)
    signs = find_signs(read_page(answer), answer, cite_case(case))

    assert case["missing"] == (Sign.NOT_FOUND_TITLE in signs)


@pytest.mark.cases("audit/not_found")
def test_missing_pages_are_nothing_else(case: Mapping[str, Any]) -> None:
    """Neither a missing page nor a work about one is taken for a wall, a takeover or nothing."""
    answer = answer_case(case)
    signs = find_signs(read_page(answer), answer, cite_case(case))

    assert set() == signs - _OF_TITLES - {Sign.NOT_FOUND_TITLE}


@pytest.mark.cases("audit/walls")
def test_walls_are_told(case: Mapping[str, Any]) -> None:
    """What stands before a work is named, and a work about such things is not taken for it."""
    answer = answer_case(case)
    signs = find_signs(read_page(answer), answer, cite_case(case))

    assert set(case["shows"]) == {sign.value for sign in signs - _OF_TITLES}


@pytest.mark.cases("audit/takeovers")
def test_takeovers_are_told(case: Mapping[str, Any]) -> None:
    """A domain that was sold is told from works about sales, casinos and pills."""
    answer = answer_case(case)
    signs = find_signs(read_page(answer), answer, cite_case(case))

    assert set(case["shows"]) == {sign.value for sign in signs - _OF_TITLES}
