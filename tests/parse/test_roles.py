"""Words that make names those of editors or translators."""

from collections.abc import Callable

import pytest

Row = tuple[str, str]
SpellOnly = Callable[[str], dict[str, str]]
ReadRow = Callable[[str], dict[str, str]]


@pytest.mark.cases("parse/editors")
def test_editors(case: Row, spell_only: SpellOnly, read_row: ReadRow) -> None:
    """A word before or after names makes them editors or translators."""
    printed, expected = case
    stated = spell_only(printed)
    assert read_row(expected) == {
        name: stated[name] for name in ("author", "editor", "translator") if name in stated
    }
