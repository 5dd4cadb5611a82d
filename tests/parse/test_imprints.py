"""Imprints of books."""

from collections.abc import Callable

import pytest

Row = tuple[str, str]
SpellOnly = Callable[[str], dict[str, str]]
ReadRow = Callable[[str], dict[str, str]]

WORK = {"author": "Smith, John", "title": "Great Ports", "locator": "page 12"}


@pytest.mark.cases("parse/imprints")
def test_imprints(case: Row, spell_only: SpellOnly, read_row: ReadRow) -> None:
    """An imprint is read into place, publisher, edition and year, whatever commas and stops are in it."""
    printed, expected = case
    stated = spell_only(f"John Smith, *Great Ports* {printed}, 12.")
    assert {name: stated.pop(name, None) for name in WORK} == WORK
    assert read_row(expected) == stated
