"""The stretch of time that a partial date may mean, and how far a capture lies from it."""

from calendar import monthrange
from datetime import UTC, date, datetime, time

from footnotes.model import Date, PartialDate

Interval = tuple[datetime, datetime]
"""First and last moment, both inside, in UTC."""

EARLIEST = datetime.min.replace(tzinfo=UTC)
LATEST = datetime.max.replace(tzinfo=UTC)

# Meteorological seasons of the northern half of the world, as months of the year that is stated. "Winter
# 2010" is printed on issues of January 2010 and on those of December, whose winter ends in 2011: either may
# be meant.
_SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (1, 14)}
_MONTHS = 12


def find_interval(date: Date) -> Interval:
    """The first and last moment (UTC) that `date` may mean.

    A year, month, season or day is taken whole, a range from the start of its first part to the end of its
    last, also where they stand in the wrong order; a range without end lasts for ever. Moments before the
    year 1 and after 9999 are clamped, and a day that its month does not have becomes its last. "Circa"
    widens nothing: nobody says by how much.
    """
    ends = [_find_ends(part) for part in (date.start, date.end) if part is not None]
    first, last = min(first for first, _ in ends), max(last for _, last in ends)
    return first, LATEST if date.open_ended else last


def find_middle(interval: Interval) -> datetime:
    """The moment in the middle; of an interval without end its first, since nothing else is known of it."""
    first, last = interval
    return first if last == LATEST else first + (last - first) / 2


def count_days(captured: datetime, interval: Interval) -> int:
    """How many days `captured` lies behind the interval; 0 inside it, negative before it."""
    day = captured.astimezone(UTC).date()
    first, last = (moment.date() for moment in interval)
    return (day - min(max(day, first), last)).days


def _find_ends(part: PartialDate) -> Interval:
    """The first and last moment of one end of a range."""
    months = _SEASONS[part.season] if part.season else (part.month or 1, part.month or _MONTHS)
    first = _find_day(part.year, months[0], part.day or 1)
    last = _find_day(part.year, months[1], part.day)
    return _take_edge(first, part.year, time.min), _take_edge(last, part.year, time.max)


def _find_day(year: int, month: int, day: int | None) -> date | None:
    """A day, or the last of its month if none is given; None outside the years 1 to 9999."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    if not date.min.year <= year <= date.max.year:
        return None
    days = monthrange(year, month)[1]
    return date(year, month, min(day or days, days))


def _take_edge(day: date | None, year: int, moment: time) -> datetime:
    if day is not None:
        return datetime.combine(day, moment, UTC)
    return EARLIEST if year < date.min.year else LATEST
