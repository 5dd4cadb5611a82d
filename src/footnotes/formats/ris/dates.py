"""The dates of RIS, `YYYY/MM/DD/other` with every part but the year left out at will, and back.

Publishers also write `2010-05-06`, `2010/05`, `6 May 2010` and words; the season is the other information.
"""

import re

from footnotes.formats.edtf import DAYS, MONTHS, parse_edtf
from footnotes.formats.spelled_dates import (
    MONTH_NAMES,
    SEASON_NAMES,
    SEASONS,
    read_date_in_words,
    read_spelled_date,
)
from footnotes.model import AnyDate, Date, LiteralDate, PartialDate

_SLASHED = re.compile(r"(\d{4})(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/(.*))?", re.ASCII)
_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}


def spell_ris_date(date: Date) -> str | None:
    """The date as RIS has it; None where `read_ris_date` would not give it back."""
    start = date.start
    if start.season is not None:
        text = f"{start.year:04d}///{SEASON_NAMES[start.season - 1].capitalize()}"
    else:
        parts = [f"{part:02d}" if part else "" for part in (start.month, start.day)]
        text = "/".join([f"{start.year:04d}", *parts, ""])
    return text if read_ris_date(text) == date else None


def read_ris_date(text: str) -> AnyDate | None:
    """The date that a value states; words that are no date stand as they are."""
    value = text.strip()
    match = _SLASHED.fullmatch(value)
    if match is None:
        exact = parse_edtf(value) or read_spelled_date(value) or read_date_in_words(value)
        return exact or (LiteralDate(value) if value else None)
    year, month, day = (int(figures) if figures else None for figures in match.group(1, 2, 3))
    other = (match[4] or "").strip()
    if month is None and other.lower() in SEASONS:
        return Date(PartialDate(year or 0, season=SEASONS[other.lower()]))
    month = month or _MONTHS.get(other[:3].lower())
    if not _is_month_and_day(month, day):
        return LiteralDate(value)
    return Date(PartialDate(year or 0, month, day or None if month else None))


def _is_month_and_day(month: int | None, day: int | None) -> bool:
    return (month or 1) <= MONTHS and (day or 1) <= DAYS
