"""Volumes and issues of periodicals, and the numbers beside them."""

from collections.abc import Callable

import pytest

Row = tuple[str, str]
SpellOnly = Callable[[str], dict[str, str]]
ReadRow = Callable[[str], dict[str, str]]

WORK = {"author": "Smith, John", "title": "Great Ports"}


@pytest.mark.cases("parse/volumes")
def test_volumes(case: Row, spell_only: SpellOnly, read_row: ReadRow) -> None:
    """Volume, issue, date, pages and the place cited are told apart in every way of printing them."""
    printed, expected = case
    stated = spell_only(f"John Smith, “Great Ports,” {printed}.")
    assert {name: stated.pop(name, None) for name in WORK} == WORK
    assert read_row(expected) == stated
