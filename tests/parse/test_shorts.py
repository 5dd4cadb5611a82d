"""Short forms of works that are cited in full elsewhere."""

from collections.abc import Callable

import pytest

from footnotes.model import Cite
from footnotes.parse import ParsedNotes

Row = tuple[str, str]
ReadRow = Callable[[str], dict[str, str]]
SpellCite = Callable[[Cite], dict[str, str]]
Parse = Callable[..., ParsedNotes]

BOOK = "John Smith, *Great Ports of the Levant* (London: Verso, 2001), 12."
ARTICLE = 'Anna van Gogh, "The Long Way," *Port Studies* 8, no. 2 (2019): 39–45.'


@pytest.mark.cases("parse/shorts")
def test_short_forms(case: Row, parse_texts: Parse, spell_cite: SpellCite, read_row: ReadRow) -> None:
    """A name with a page, a title or a year is a short form of a known work; a number alone makes none."""
    printed, expected = case
    found = [one for one in parse_texts(BOOK, ARTICLE, printed).cites if one.note == 3]
    form, _, meaning = expected.partition(" | ")
    if form == "none":
        assert [] == [cite.text for cite in found]
        return
    assert [(form, read_row(meaning))] == [(cite.form.value, spell_cite(cite)) for cite in found]
