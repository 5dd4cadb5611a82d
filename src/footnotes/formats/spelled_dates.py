"""Dates in English words, `5 January 2023`, and back.

BibTeX has a year and a month only; what is finer or wider goes into a sentence that styles print and that
`read_spelled_date` reads again. Other formats take the names of months and seasons from here.
"""

import re

from footnotes.formats.edtf import format_partial, parse_edtf
from footnotes.model import Date, PartialDate
from footnotes.text.dates import find_dates

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASON_NAMES = ("spring", "summer", "autumn", "winter")
SEASONS = {**{name: number for number, name in enumerate(SEASON_NAMES, start=1)}, "fall": 3}
"""The number of a season by its name, the American one too."""

SPELLED_YEARS = range(-9998, 10000)
"""Years that words spell; others are written as EDTF."""

BARE_YEARS = range(100, 10000)
"""Years that need no era: `43` alone could be a day, or short for 1943."""

_CIRCA = "circa "
_UNCERTAIN = " (uncertain)"
_TO = " to "
_OPEN = " onwards"

_SLASHED = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)", re.ASCII)
_PART = re.compile(
    rf"(?:(?:(?P<day>\d\d?) )?(?P<month>{'|'.join(MONTH_NAMES)}) |(?P<season>{'|'.join(SEASON_NAMES)}) )?"
    r"(?:(?P<year>\d{3,4})|(?P<counted>\d{1,4}) (?P<era>BC|AD))",
    re.ASCII,
)


def spell_date(date: Date) -> str:
    """The date in English words."""
    text = _CIRCA if date.approximate else ""
    text += _spell_partial(date.start)
    if date.open_ended:
        text += _OPEN
    elif date.end is not None:
        text += _TO + _spell_partial(date.end)
    return text + (_UNCERTAIN if date.uncertain else "")


def read_spelled_date(text: str) -> Date | None:
    """The date that the words of `spell_date` state, or None."""
    approximate, uncertain = text.startswith(_CIRCA), text.endswith(_UNCERTAIN)
    core = text.removeprefix(_CIRCA).removesuffix(_UNCERTAIN)
    open_ended = core.endswith(_OPEN)
    first, to, last = core.removesuffix(_OPEN).partition(_TO)
    start, end = _read_partial(first), _read_partial(last) if to else None
    if start is None or (to and end is None) or (to and open_ended):
        return None
    return Date(start, end, open_ended=open_ended, approximate=approximate, uncertain=uncertain)


def read_date_in_words(text: str) -> Date | None:
    """The date of `6 June 1870`, `June 6, 1870`, `mai 2004` or `1870/6/6`, which no format writes."""
    if (match := _SLASHED.fullmatch(text)) is not None:
        return parse_edtf("-".join(match.groups()))
    found = find_dates(text)
    if len(found) != 1 or found[0][:2] != (0, len(text)):
        return None
    return Date(PartialDate(*found[0][2]))


def _spell_partial(part: PartialDate) -> str:
    if part.year not in SPELLED_YEARS:
        return format_partial(part)
    year = _spell_year(part.year)
    if part.season is not None:
        return f"{SEASON_NAMES[part.season - 1]} {year}"
    if part.month is None:
        return year
    month = f"{MONTH_NAMES[part.month - 1]} {year}"
    return month if part.day is None else f"{part.day} {month}"


def _spell_year(year: int) -> str:
    """The year as historians count, who have no year 0: the year 0 of EDTF is 1 BC (ISO 8601-1, 4.3.3)."""
    if year in BARE_YEARS:
        return str(year)
    return f"{year} AD" if year > 0 else f"{1 - year} BC"


def _read_partial(text: str) -> PartialDate | None:
    match = _PART.fullmatch(text)
    if match is None:
        date = parse_edtf(text)
        return date.start if date == Date(date.start if date else PartialDate(0)) else None
    year = _read_year(match)
    if match["season"]:
        return PartialDate(year, season=SEASON_NAMES.index(match["season"]) + 1)
    month = MONTH_NAMES.index(match["month"]) + 1 if match["month"] else None
    return PartialDate(year, month, int(match["day"]) if match["day"] else None)


def _read_year(match: re.Match[str]) -> int:
    if match["era"] is None:
        return int(match["year"])
    return int(match["counted"]) if match["era"] == "AD" else 1 - int(match["counted"])
