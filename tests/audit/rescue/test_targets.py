"""The choice among captures, by their dates."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.rescue.targets import choose_target, measure_days, sort_by_distance, split_sides
from footnotes.model import CitedLink, Date, DateSource, Memento, PartialDate

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "http://example.org/a"
_MOMENTS = st.datetimes(datetime(1996, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def _capture(moment: datetime, original: str = URL) -> Memento:
    return Memento(original, f"http://a.test/{moment:%Y%m%d%H%M%S}/{original}", moment, "a")


def _cite(*accessed: int, published: int | None = None) -> CitedLink:
    return CitedLink(
        URL,
        accessed=Date(PartialDate(*accessed)) if accessed else None,
        published=Date(PartialDate(published)) if published else None,
    )


@pytest.mark.parametrize(
    ("link", "source", "year"),
    [
        (_cite(2015, 3, 2, published=2010), DateSource.ACCESSED, 2015),
        (_cite(published=2010), DateSource.PUBLISHED, 2010),
        (_cite(), DateSource.NONE, 2026),
        (_cite(2031), DateSource.ACCESSED, 2026),
        (CitedLink(URL, accessed=Date(PartialDate(2020), open_ended=True)), DateSource.ACCESSED, 2023),
    ],
)
def test_the_date_to_measure_against(link: CitedLink, source: DateSource, year: int) -> None:
    """Accessed, else published, else today; nothing was seen in the future."""
    target = choose_target(link, NOW)

    assert source is target.source
    assert year == target.middle.year
    assert target.start <= target.end <= NOW


@pytest.mark.parametrize(
    ("captured", "days"),
    [
        ("2015-03-01T23:59Z", -1),
        ("2015-03-02T00:00Z", 0),
        ("2015-03-02T23:59Z", 0),
        ("2015-03-03T00:01Z", 1),
        ("2014-03-02T12:00Z", -365),
    ],
)
def test_days_are_counted_by_the_calendar(captured: str, days: int) -> None:
    """A minute before midnight is the day before."""
    target = choose_target(_cite(2015, 3, 2), NOW)

    assert days == measure_days(datetime.fromisoformat(captured), target)


def test_without_a_date_days_mean_nothing() -> None:
    """Days from the audit are no days from the citation."""
    assert measure_days(NOW, choose_target(_cite(), NOW)) is None


def test_other_addresses_are_left_out() -> None:
    """A capture of a similar address is not one of the page; of another spelling of it, it is."""
    same, other = _capture(NOW, "https://WWW.example.org:443/a/"), _capture(NOW, "http://example.org/ab")

    assert (same,) == sort_by_distance([same, other, same], URL, choose_target(_cite(), NOW))


def test_what_is_told_with_its_code_is_kept() -> None:
    """Of two tellings of one capture the one with code and digest counts."""
    bare = _capture(NOW)
    full = Memento(URL, bare.uri, NOW, "a", digest="sha1:A", code=404)

    assert (full,) == sort_by_distance([bare, full, bare], URL, choose_target(_cite(), NOW))


@given(st.lists(_MOMENTS, max_size=20), st.dates(datetime(1997, 1, 1).date(), datetime(2025, 1, 1).date()))  # noqa: DTZ001
def test_the_nearest_comes_first(moments: list[datetime], day: object) -> None:
    """Sorted by days, each capture once; every one of them is before or after a day."""
    target = choose_target(_cite(day.year, day.month, day.day), NOW)
    captures = [_capture(moment) for moment in moments]

    found = sort_by_distance(captures, URL, target)

    days = [abs(measure_days(one.captured, target) or 0) for one in found]
    assert days == sorted(days)
    assert {one.uri for one in captures} == {one.uri for one in found}
    before, after = split_sides(found, target)
    assert sorted(found, key=repr) == sorted((*before, *after), key=repr)
    assert not {*before} & {*after}


@pytest.mark.parametrize(("hour", "side"), [(1, "before"), (10, "before"), (15, "after")])
def test_a_day_is_its_noon(hour: int, side: str) -> None:
    """A copy of the very day is before its noon or after it: nobody knows the hour of the author."""
    target = choose_target(_cite(2015, 3, 2), NOW)

    before, after = split_sides([_capture(datetime(2015, 3, 2, hour, tzinfo=UTC))], target)

    assert side == ("before" if before else "after")
    assert 1 == len(before) + len(after)


def test_within_a_year_there_are_no_sides() -> None:
    """Of a year that is all we know, a copy made in it is neither before nor after it."""
    target = choose_target(_cite(2015), NOW)
    inside = datetime(2015, 6, 1, tzinfo=UTC)
    captures = [_capture(inside + timedelta(days=days)) for days in (-400, 0, 400)]

    before, after = split_sides(captures, target)

    assert ((captures[0],), (captures[2],)) == (before, after)
    assert captures[1] == sort_by_distance(captures, URL, target)[0]
