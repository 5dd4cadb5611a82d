"""Dates in EDTF, in words, and in CSL-JSON."""

from typing import Any

import pytest

from footnotes.formats import write_library
from footnotes.formats.csl.dates import csl_to_date, date_to_csl
from footnotes.formats.edtf import format_edtf, is_in_calendar, parse_edtf
from footnotes.formats.spelled_dates import read_spelled_date, spell_date
from footnotes.model import AnyDate, Date, Library, LiteralDate, PartialDate, Reference

YEAR = PartialDate(2010)
DAY = PartialDate(2023, 1, 5)


@pytest.mark.parametrize(
    ("date", "edtf", "spelled"),
    [
        (Date(YEAR), "2010", "2010"),
        (Date(PartialDate(2010, 5)), "2010-05", "May 2010"),
        (Date(DAY), "2023-01-05", "5 January 2023"),
        (Date(PartialDate(2010, season=1)), "2010-21", "spring 2010"),
        (Date(PartialDate(1959), PartialDate(1960)), "1959/1960", "1959 to 1960"),
        (Date(PartialDate(1998), open_ended=True), "1998/", "1998 onwards"),
        (Date(YEAR, approximate=True), "2010~", "circa 2010"),
        (Date(YEAR, uncertain=True), "2010?", "2010 (uncertain)"),
        (Date(YEAR, approximate=True, uncertain=True), "2010%", "circa 2010 (uncertain)"),
        (Date(YEAR, PartialDate(2011), approximate=True), "2010~/2011~", "circa 2010 to 2011"),
        (Date(PartialDate(-876)), "-0876", "877 BC"),
        (Date(PartialDate(0)), "0000", "1 BC"),
        (Date(PartialDate(12000)), "Y12000", "Y12000"),
        (Date(PartialDate(-43, 3, 15), PartialDate(14)), "-0043-03-15/0014", "15 March 44 BC to 14 AD"),
        (Date(PartialDate(975), PartialDate(1010), approximate=True), "0975~/1010~", "circa 975 to 1010"),
    ],
)
def test_edtf_and_words_both_ways(date: Date, edtf: str, spelled: str) -> None:
    """A date is written like this, in signs and in words, and read from both."""
    assert (edtf, spelled) == (format_edtf(date), spell_date(date))
    assert (date, date) == (parse_edtf(edtf), read_spelled_date(spelled))


@pytest.mark.parametrize(
    "text", ["199X", "n.d.", "5 January 2023", "/1998", "2023-13", "2023-01-32", "2023/1/5", "", "٢٠٢٣"]
)
def test_what_is_no_edtf(text: str) -> None:
    """What level 1 does not cover is not guessed at."""
    assert parse_edtf(text) is None


@pytest.mark.parametrize(
    "text", ["by his heirs", "", "January", "2010 to", "1998 to 1999 onwards", "1998?"]
)
def test_what_is_no_date_in_words(text: str) -> None:
    """Words that are no date stay words."""
    assert read_spelled_date(text) is None


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (PartialDate(2001, 2, 30), False),
        (PartialDate(2000, 2, 29), True),
        (PartialDate(1900, 2, 29), False),
        (PartialDate(-4, 2, 29), True),
        (PartialDate(2001, 4, 31), False),
        (PartialDate(2001, 4), True),
        (PartialDate(2001, season=2), True),
    ],
)
def test_days_that_never_were(part: PartialDate, expected: object) -> None:
    """The calendar is the Gregorian one, also before it was made (ISO 8601)."""
    assert expected is is_in_calendar(part)


def test_a_day_that_never_was_is_left_out() -> None:
    """With such a day biber drops the year: the month is written, and the loss is told."""
    work = Reference(type="book", key="a", issued=Date(PartialDate(2001, 2, 30)))
    export = write_library(Library((work,)), "biblatex")

    assert "date = {2001-02}," in export.text
    assert ["it reads back as “2001-02”"] == [loss.reason for loss in export.losses]


def test_time_of_day_is_dropped() -> None:
    """A day with a time is a day."""
    assert Date(DAY) == parse_edtf("2023-01-05T10:11:12+04:00")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(DAY), {"date-parts": [[2023, 1, 5]]}),
        (Date(PartialDate(1998), open_ended=True), {"date-parts": [[1998], [0]]}),
        (
            Date(PartialDate(2010, season=2), approximate=True),
            {"date-parts": [[2010]], "season": 2, "circa": True},
        ),
        (Date(PartialDate(2010, season=2), PartialDate(2011)), {"date-parts": [[2010, 22], [2011]]}),
        (Date(PartialDate(-43)), {"date-parts": [[-44]]}),
        (Date(PartialDate(0)), {"date-parts": [[-1]]}),
        (LiteralDate("n.d."), {"literal": "n.d."}),
    ],
)
def test_csl_both_ways(date: AnyDate, expected: dict[str, Any]) -> None:
    """A date variable says this; 44 BC is -44 in CSL and -43 to astronomers."""
    assert expected == date_to_csl(date)
    assert date == csl_to_date(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"raw": "2010-05"}, Date(PartialDate(2010, 5))),
        ({"raw": "Michaelmas 1602"}, LiteralDate("Michaelmas 1602")),
        ({"raw": "6 June 1870"}, Date(PartialDate(1870, 6, 6))),
        ({"raw": "June 6, 1870"}, Date(PartialDate(1870, 6, 6))),
        ({"raw": "mai 2004"}, Date(PartialDate(2004, 5))),
        ({"raw": "6 June 1870 (evening)"}, LiteralDate("6 June 1870 (evening)")),
        ({"literal": "6 June 1870"}, LiteralDate("6 June 1870")),
        ({"date-parts": [["2015/2016"]]}, Date(PartialDate(2015), PartialDate(2016))),
        ({"date-parts": [[1999, "May"]]}, LiteralDate("1999-May")),
        ({"date-parts": [[2001, 2, 45]]}, LiteralDate("2001-2-45")),
        ({"date-parts": [["1999", "", ""]]}, Date(PartialDate(1999))),
        ({"date-parts": [[0]]}, LiteralDate("0")),
        ({"date-parts": [[1999], ["x"]]}, LiteralDate("1999/x")),
        ({"date-parts": [[1999], []]}, Date(PartialDate(1999), open_ended=True)),
        ({"date-parts": [[1999], ["", ""]]}, Date(PartialDate(1999), open_ended=True)),
        ({"date-parts": [["", "", ""]]}, None),
        ({"date-parts": [[1999]], "season": "Spring"}, Date(PartialDate(1999, season=1))),
        ({"date-parts": [[1999]], "season": "Michaelmas"}, LiteralDate("Michaelmas 1999")),
        ({"date-parts": [["2010", "5", "6"]]}, Date(PartialDate(2010, 5, 6))),
        ({"date-parts": [[2010, 14]]}, Date(PartialDate(2010, season=2))),
        ({"date-parts": [[]]}, None),
        ({"date-parts": [[2010, 0]]}, Date(YEAR)),
        ("2010~", Date(YEAR, approximate=True)),
        (None, None),
        ([2010], None),
        ({"literal": "2010"}, LiteralDate("2010")),
    ],
)
def test_csl_of_others(value: object, expected: AnyDate | None) -> None:
    """What other programs write is understood or left."""
    assert expected == csl_to_date(value)
