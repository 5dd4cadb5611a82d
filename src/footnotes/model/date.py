"""Dates as coarse as a year and as fine as a day, after EDTF (ISO 8601-2)."""

from attrs import frozen


@frozen(order=True)
class PartialDate:
    """A year, a month of a year, a season of a year, or a day.

    `year` is astronomical (0 is 1 BC), `month` 1-12, `day` 1-31, `season` 1-4 from spring;
    a season excludes month and day.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None


@frozen
class Date:
    """A date or a range; typed because it parsed.

    `end` closes a range, `open_ended` marks a range without end (`1998/..`).
    `approximate` is EDTF's `~` (circa), `uncertain` its `?`.
    """

    start: PartialDate
    end: PartialDate | None = None
    open_ended: bool = False
    approximate: bool = False
    uncertain: bool = False

    @property
    def year(self) -> int:
        """The year in which it starts."""
        return self.start.year


@frozen
class LiteralDate:
    """A date kept verbatim because it does not parse, such as "n.d." or "Michaelmas 1602"."""

    literal: str


AnyDate = Date | LiteralDate
