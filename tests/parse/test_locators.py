"""The place cited."""

from collections.abc import Callable

import pytest

Row = tuple[str, str]
SpellOnly = Callable[[str], dict[str, str]]


@pytest.mark.cases("parse/locators")
def test_locators(case: Row, spell_only: SpellOnly) -> None:
    """A place cited has its label, and its ranges are written out in full."""
    printed, expected = case
    stated = spell_only(f"John Smith, *Great Ports* (London: Verso, 2001), {printed}.")
    assert expected == stated.pop("locator", "")
    assert {"author", "title", "publisher", "publisher-place", "issued"} == stated.keys()
