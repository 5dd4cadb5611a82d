"""Which copy is nearest to what the author saw: the choice among captures, by their dates alone."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from attrs import frozen

from footnotes.audit.rescue.intervals import count_days, find_interval, find_middle
from footnotes.audit.rescue.surts import is_filed_together
from footnotes.model import CitedLink, DateSource, Memento

_DAY = timedelta(days=1)


@frozen
class Target:
    """The time that copies are measured against, from `start` to `end` (UTC), and which date it is."""

    start: datetime
    end: datetime
    source: DateSource

    @property
    def middle(self) -> datetime:
        """The moment to ask archives for."""
        return find_middle((self.start, self.end))

    @property
    def sides(self) -> tuple[datetime, datetime]:
        """The moments up to which a copy is before the date, and from which it is after.

        A copy made within a month or a year that is all we know of lies on neither side. A day is short
        enough, and its zone unknown: it counts as its noon.
        """
        is_day = self.end - self.start <= _DAY
        return (self.middle, self.middle) if is_day else (self.start, self.end)


def choose_target(link: CitedLink, now: datetime) -> Target:
    """The time to measure the copies of `link` against: accessed, else published, else `now`."""
    for date, source in ((link.accessed, DateSource.ACCESSED), (link.published, DateSource.PUBLISHED)):
        if date:
            start, end = find_interval(date)
            # A range without end, or a date to come, ends today: nothing was seen after it.
            return Target(min(start, now), max(min(end, now), min(start, now)), source)
    return Target(now, now, DateSource.NONE)


def measure_days(captured: datetime, target: Target) -> int | None:
    """Days from the date to a copy, negative before it, 0 on it; None where no date is stated."""
    if target.source is DateSource.NONE:
        return None
    return count_days(captured, (target.start, target.end))


def sort_by_distance(mementos: Iterable[Memento], url: str, target: Target) -> tuple[Memento, ...]:
    """The captures of `url`, each once, from the nearest to the date to the farthest.

    Those of another address are left out: archives take similar ones for a match. Where an archive has told
    of a capture twice, the telling with code or digest is kept.
    """
    told: dict[str, Memento] = {}
    for memento in mementos:
        if not is_filed_together(memento.original, url):
            continue
        known = told.get(memento.uri)
        if known is None or (known.code is None and known.digest is None):
            told[memento.uri] = memento
    return tuple(sorted(told.values(), key=lambda one: _measure(one.captured, target)))


def _measure(captured: datetime, target: Target) -> tuple[timedelta, timedelta, datetime]:
    """Distance to the stretch of time, then to its middle; of two as near the earlier first."""
    outside = max(target.start - captured, captured - target.end, timedelta())
    return outside, abs(captured - target.middle), captured


def split_sides(
    mementos: Iterable[Memento], target: Target
) -> tuple[tuple[Memento, ...], tuple[Memento, ...]]:
    """Those of `mementos` before the date and those after it, the nearest of each first."""
    last, first = target.sides
    kept = tuple(mementos)
    before = (one for one in kept if one.captured <= last)
    after = (one for one in kept if one.captured >= first and one.captured > last)
    return (
        tuple(sorted(before, key=lambda one: last - one.captured)),
        tuple(sorted(after, key=lambda one: one.captured - first)),
    )
