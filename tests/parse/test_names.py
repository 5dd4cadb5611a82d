"""Names before a title."""

from collections.abc import Callable

import pytest

Row = tuple[str, str]
SpellOnly = Callable[[str], dict[str, str]]


@pytest.mark.cases("parse/names")
def test_names(case: Row, spell_only: SpellOnly) -> None:
    """The names before a title are people in their parts, or one literal name."""
    printed, expected = case
    stated = spell_only(f"{printed}, *Great Ports* (London: Verso, 2001), 12.")
    assert expected == stated.get("author")
    assert (stated["title"], stated["publisher"], stated["locator"]) == ("Great Ports", "Verso", "page 12")
