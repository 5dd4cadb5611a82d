"""The times of archives."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.rescue.timestamps import (
    read_http_date,
    read_iso_date,
    read_partial,
    read_timestamp,
    write_http_date,
    write_timestamp,
)

_MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0))


@given(_MOMENTS)
def test_fourteen_digits_read_back(moment: datetime) -> None:
    """A moment is written in fourteen digits and read as it was."""
    assert 14 == len(write_timestamp(moment))
    assert moment == read_timestamp(write_timestamp(moment))


@given(_MOMENTS.filter(lambda moment: moment.year >= 1900))
def test_dates_of_http_read_back(moment: datetime) -> None:
    """A moment is written as HTTP writes it and read as it was."""
    assert moment == read_http_date(write_http_date(moment))


def test_dates_of_http_are_in_gmt() -> None:
    """Whatever its zone, a moment is written in GMT."""
    moment = datetime(2015, 1, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))

    assert "Wed, 31 Dec 2014 23:30:00 GMT" == write_http_date(moment)
    assert "20141231233000" == write_timestamp(moment)


@pytest.mark.parametrize("digits", ["2015", "20150231000000", "20150101250000", "²0150101", ""])
def test_what_names_no_day_is_none(digits: str) -> None:
    """A year alone, days and hours that do not exist, and other signs."""
    assert read_partial(digits) is None
    assert read_timestamp(digits) is None


def test_a_day_is_its_first_moment() -> None:
    """Eight digits are a day; the hours that follow count where they are whole."""
    assert datetime(2015, 1, 2, tzinfo=UTC) == read_partial("20150102") == read_partial("201501021")
    assert datetime(2015, 1, 2, 17, tzinfo=UTC) == read_partial("2015010217")


@pytest.mark.parametrize(
    "text", [None, "", "yesterday", "Sun, 99 Mar 2014 10:00:00 GMT", "Mon, 01 Jan 99999 0:0:0 GMT"]
)
def test_what_is_no_date_is_none(text: str | None) -> None:
    """A date that is broken is none."""
    assert read_http_date(text) is None
    assert text is None or read_iso_date(text) is None
