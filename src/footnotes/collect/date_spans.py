"""Whether two dates of publication, or ranges of them, can be those of one work."""

from footnotes.collect.published import is_one_publication
from footnotes.collect.traits import Traits
from footnotes.collect.types_of_works import ARTICLES, ONLINE, PERIODIC
from footnotes.model import Date, PartialDate


def compare_spans(one: Traits, other: Traits, first: Date, second: Date) -> int | None:
    """How many doubts two dates leave that the works are one; None where they are two.

    A date that is coarser than the other and holds it agrees: 1999, and March to April 1999. An end of a
    range alone is a doubt: journals count a year from autumn to spring, and the month of a double issue is
    often that of its first. Of a book over many years it may be one volume.
    """
    # Without creators nothing but the day may tell two issues of a gazette apart.
    is_telling = bool({one.work.type, other.work.type} & (PERIODIC | ONLINE)) or not one.creators
    if first.end is None and second.end is None:
        if first.start.year != second.start.year:
            return None
        doubts = _weigh_days(one, other, first.start, second.start)
        return None if doubts and is_telling else doubts
    if first.end is not None and second.end is not None:
        return 0 if _agree(first.start, second.start) and _agree(first.end, second.end) else None
    (start, end), point = _part(first, second)
    if _agree(point, start) and _agree(point, end):
        return 0
    if is_telling or not (_agree(point, start) or _agree(point, end)):
        return None
    is_volume_of_journal = {one.work.type, other.work.type} <= ARTICLES and end.year - start.year <= 1
    return 1 if is_volume_of_journal else 2


def _weigh_days(one: Traits, other: Traits, first: PartialDate, second: PartialDate) -> int:
    """Two days of one year are those of two letters, unless it is one place of a volume."""
    if _agree(first, second):
        return 0
    have_days = first.day is not None and second.day is not None
    return 2 if have_days and not is_one_publication(one, other) else 1


def _part(one: Date, other: Date) -> tuple[tuple[PartialDate, PartialDate], PartialDate]:
    """The ends of the one that is a range, and the other."""
    span, point = (one, other) if one.end is not None else (other, one)
    return (span.start, span.end or span.start), point.start


def _agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates differ in nothing that both state; a season may be any month."""
    pairs = ((one.month, other.month), (one.day, other.day), (one.season, other.season))
    return one.year == other.year and all(a is None or b is None or a == b for a, b in pairs)
