"""Titles that marks set off."""

from collections.abc import Callable

import pytest

Row = tuple[str, str]
SpellOnly = Callable[[str], dict[str, str]]


@pytest.mark.cases("parse/titles")
def test_titles(case: Row, spell_only: SpellOnly) -> None:
    """A title is found in quotation marks of any typography, and keeps the marks that are its own."""
    printed, expected = case
    stated = spell_only(f"John Smith, {printed} *Port News*, 3 May 2020, https://example.org/a.")
    assert expected == stated.pop("title", None)
    assert {"author", "container-title", "issued", "url"} == stated.keys()
