"""Full citations, read whole."""

from collections.abc import Callable

import pytest

from footnotes.model import Cite

Row = tuple[str, str]
ReadRow = Callable[[str], dict[str, str]]
ReadOnly = Callable[..., Cite]
SpellCite = Callable[[Cite], dict[str, str]]


@pytest.mark.cases("parse/unmarked", "parse/traditions", "parse/chicago")
def test_full_citations(case: Row, read_only: ReadOnly, spell_cite: SpellCite, read_row: ReadRow) -> None:
    """A citation is read whole, by the rules of its language, with or without the marks of titles."""
    printed, expected = case
    cite = read_only(printed)
    assert cite.stated is not None
    assert read_row(expected) == {"type": cite.stated.type} | spell_cite(cite)
