"""Intervals: the time that a partial date may mean, and the days from a capture to it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.rescue.intervals import count_days, find_interval, find_middle
from footnotes.formats.edtf import parse_edtf
from footnotes.model import Date, PartialDate

YEARS = st.integers(-12_000, 12_000)
PARTS = (
    st.builds(PartialDate, YEARS)
    | st.builds(PartialDate, YEARS, season=st.integers(1, 4))
    | st.builds(PartialDate, YEARS, st.integers(1, 12), st.none() | st.integers(1, 31))
)
DATES = st.builds(Date, PARTS, st.none() | PARTS, open_ended=st.booleans())
MOMENTS = st.datetimes(timezones=st.just(UTC))


def _read(edtf: str) -> Date:
    date = parse_edtf(edtf)
    assert date is not None
    return date


@pytest.mark.cases("audit/intervals")
def test_intervals(case: tuple[str, str]) -> None:
    """A date means the time from the first moment to the last that the case states."""
    edtf, meaning = case
    first, last = find_interval(_read(edtf))

    assert meaning == f"{_write(first)} / {_write(last)}"


def _write(moment: datetime) -> str:
    assert moment.tzinfo is UTC
    return moment.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")


@pytest.mark.cases("audit/days")
def test_days(case: tuple[str, str]) -> None:
    """A capture lies so many days behind a date; before it the number is negative, inside it is 0."""
    moment, edtf = case[0].split(" ; ")
    captured = datetime.fromisoformat(moment)
    captured = captured if captured.tzinfo else captured.replace(tzinfo=UTC)

    assert int(case[1]) == count_days(captured, find_interval(_read(edtf)))


@pytest.mark.parametrize(
    ("edtf", "middle"),
    [("2023-01-05", "2023-01-05 12"), ("2010-04", "2010-04-16 00"), ("1998/..", "1998-01-01 00")],
)
def test_middle(edtf: str, middle: str) -> None:
    """The middle of a day is noon, that of April its 16th; a range without end has its start."""
    moment = find_middle(find_interval(_read(edtf))) + timedelta(seconds=1)

    assert middle == f"{moment:%Y-%m-%d %H}"


@given(date=DATES)
def test_intervals_hold_their_middle(date: Date) -> None:
    """No date is refused; its interval is in order, and nothing inside it is any days away."""
    first, last = interval = find_interval(date)

    assert first <= find_middle(interval) <= last
    assert [0, 0, 0] == [count_days(moment, interval) for moment in (first, find_middle(interval), last)]


@given(captured=MOMENTS, date=DATES)
def test_days_have_the_sign_of_the_distance(captured: datetime, date: Date) -> None:
    """What lies before has a negative number of days, what lies behind a positive one."""
    first, last = find_interval(date)
    days = count_days(captured, (first, last))

    assert (days < 0) == (captured.date() < first.date())
    assert (days > 0) == (captured.date() > last.date())
