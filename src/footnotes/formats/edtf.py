"""EDTF (ISO 8601-2, levels 0 and 1) as BibLaTeX writes it, to `Date` and back.

Covered: year, month, day, seasons 21-24, ranges, ranges open at the end, `~`, `?` and `%`,
years before 1 and beyond 9999. Not covered, and so kept verbatim by the callers: unknown
digits (`199X`), ranges open at the start, sets.
"""

import re
from calendar import monthrange

from footnotes.model import Date, PartialDate

SPRING = 21
"""EDTF numbers the seasons 21 to 24; the model numbers them 1 to 4."""
WINTER = 24
MONTHS = 12
DAYS = 31
FOUR_DIGITS = 9999

_PART = re.compile(
    r"(?P<year>[Yy]?-?\d{4,9}|[Yy]-?\d{1,9})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?)(?:T[\d:.Z+-]+)?)?)?(?P<mark>[~?%]?)",
    re.ASCII,
)
_MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}


def format_edtf(date: Date) -> str:
    """The date in EDTF; an open range ends in a slash, which every reader of BibLaTeX accepts.

    biber and pandoc both read `1998/`, while pandoc drops `1998/..`.
    """
    mark = _MARKS[date.approximate, date.uncertain]
    start = format_partial(date.start) + mark
    if date.open_ended:
        return f"{start}/"
    return start if date.end is None else f"{start}/{format_partial(date.end)}{mark}"


def parse_edtf(text: str) -> Date | None:
    """The date that the text states, or None where it is not EDTF as above."""
    first, slash, last = text.strip().partition("/")
    start = _PART.fullmatch(first)
    if start is None:
        return None
    marks = start["mark"]
    if not slash:
        return _build(_partial(start), None, marks)
    if last in {"", ".."}:
        return _build(_partial(start), None, marks + "/")
    end = _PART.fullmatch(last)
    closes = _partial(end) if end is not None else None
    # `2001/2001-14` is no year alone: what cannot be read is kept in words, not cut off.
    return None if end is None or closes is None else _build(_partial(start), closes, marks + end["mark"])


def format_partial(part: PartialDate) -> str:
    """One end of a range: year, year and month or season, or day."""
    text = format_year(part.year)
    if part.season is not None:
        return f"{text}-{part.season + SPRING - 1}"
    if part.month is not None:
        text += f"-{part.month:02d}"
        if part.day is not None:
            text += f"-{part.day:02d}"
    return text


def is_in_calendar(part: PartialDate) -> bool:
    """Whether there was such a day: there is no 30th of February (ISO 8601-1, 4.2.1)."""
    # Python has no years before 1, but leap years come back after 400.
    return part.month is None or (part.day or 1) <= monthrange(part.year % 400 + 400, part.month)[1]


def format_year(year: int) -> str:
    """Four digits, a sign before the year 0, a `Y` beyond four digits (EDTF level 1)."""
    digits = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return digits if abs(year) <= FOUR_DIGITS else f"Y{digits}"


def _partial(match: re.Match[str]) -> PartialDate | None:
    year = int(match["year"].lstrip("Yy"))
    month = None if match["month"] is None else int(match["month"])
    day = None if match["day"] is None else int(match["day"])
    if month is None:
        return PartialDate(year)
    if SPRING <= month <= WINTER and day is None:
        return PartialDate(year, season=month - SPRING + 1)
    if 1 <= month <= MONTHS and (day is None or 1 <= day <= DAYS):
        return PartialDate(year, month, day)
    return None


def _build(start: PartialDate | None, end: PartialDate | None, marks: str) -> Date | None:
    if start is None:
        return None
    return Date(
        start,
        end,
        open_ended="/" in marks,
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
    )
