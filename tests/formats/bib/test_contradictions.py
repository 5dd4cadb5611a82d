"""Words that look like a remark and say other than the fields are the user's own."""

import pytest

from footnotes.formats import parse_library
from footnotes.model import Date, LiteralDate, PartialDate, Reference


def _read(fields: str, kind: str = "book") -> Reference:
    return parse_library(f"@{kind}{{k, title = {{T}}, {fields}}}", "bibtex").references[0]


@pytest.mark.parametrize(
    ("kind", "fields", "note"),
    [
        ("book", "year = 2001, note = {Published 1855}", "Published 1855"),
        ("book", "year = 1855, month = may, note = {Published 3 April 1855}", "Published 3 April 1855"),
        ("book", "year = {n.d.}, note = {Published 1855}", "Published 1855"),
        ("book", "origdate = {1860}, note = {Originally published 1855}", "Originally published 1855"),
        ("misc", "eventtitle = {A Ball}, note = {Event: A Dinner}", "Event: A Dinner"),
        ("book", "address = {New York}, note = {Place: New York}", "Place: New York"),
        ("book", "note = {Place: New York Publisher: Pantheon}", "Place: New York Publisher: Pantheon"),
        ("article", "pmid = {1}, note = {PMID: 2}", "PMID: 2"),
    ],
)
def test_words_of_the_user(kind: str, fields: str, note: str) -> None:
    """What a field says otherwise, or would have said, stays in the note."""
    assert note == _read(fields, kind).note


def test_fields_hold() -> None:
    """The date is that of the fields, not that of the words."""
    assert Date(PartialDate(2001)) == _read("year = 2001, note = {Published 1855}").issued
    assert LiteralDate("n.d.") == _read("year = {n.d.}, note = {Published 1855}").issued
    assert (
        Date(PartialDate(1860))
        == _read("origdate = 1860, note = {Originally published 1855}").original_date
    )


@pytest.mark.parametrize(
    "fields",
    [
        "year = 2020, month = nov, note = {Published 10 November 2020}",
        "year = 2020, note = {Published circa 2020 to 2021}",
        "urldate = {2023-01-05}, note = {Accessed 5 January 2023}",
        "eventtitle = {{A Ball}}, note = {Event: A Ball}",
        "location = {Baku}, note = {Archive: TNA}",
    ],
)
def test_remarks_that_agree(fields: str) -> None:
    """What says the same as its field, or more of a date, is a remark."""
    assert _read(fields).note is None
