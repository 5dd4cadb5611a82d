"""Ibid. and its relatives."""

from collections.abc import Callable

import pytest

from footnotes.model import Cite, Locator

Row = tuple[str, str]
ReadOnly = Callable[..., Cite]
SpellLocator = Callable[[Locator | None], str]


@pytest.mark.cases("parse/forms")
def test_back_references(case: Row, read_only: ReadOnly, spell_locator: SpellLocator) -> None:
    """Ibid. and its relatives are known in many languages, typed badly too, with the place they add."""
    printed, expected = case
    cite = read_only("John Smith, *Great Ports* (London: Verso, 2001), 12.", printed)
    locator = spell_locator(cite.locator)
    assert expected == cite.form.value + (f" | {locator}" if locator else "")
