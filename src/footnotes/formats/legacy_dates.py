"""Dates in the fields `year`, `month` and `day`, as BibTeX has them and older BibLaTeX files too."""

import re

from footnotes.formats.bib_syntax import MONTH_MACROS
from footnotes.formats.edtf import DAYS, MONTHS, parse_edtf
from footnotes.formats.entry_draft import EntryBag
from footnotes.formats.latex import unescape_text
from footnotes.model import AnyDate, Date, LiteralDate, PartialDate

_YEAR = re.compile(r"-?\d{1,9}", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*(?:[-–—/]|--)\s*(\d{4})", re.ASCII)
_MONTH = re.compile(r"(?:(?P<before>\d\d?)\W+)?(?P<month>[^\W\d]+|\d\d?)\.?(?:\W+(?P<after>\d\d?))?")


def take_legacy_date(bag: EntryBag, prefix: str = "") -> AnyDate | None:
    """The date of `<prefix>year`, `<prefix>month` and `<prefix>day`; a year in words stays in words."""
    value = bag.take(prefix + "year")
    text = unescape_text(value or "")
    if not text:
        return None
    if _YEAR.fullmatch(text) is None:
        return _read_range(text) or LiteralDate(text)
    return Date(_read_day(bag, prefix, int(text)))


def _read_range(text: str) -> Date | None:
    if match := _YEARS.fullmatch(text):
        return Date(PartialDate(int(match[1])), PartialDate(int(match[2])))
    return parse_edtf(text)


def _read_day(bag: EntryBag, prefix: str, year: int) -> PartialDate:
    month, day = _read_month(bag.look(prefix + "month") or "")
    if month is None:
        return PartialDate(year)
    bag.take(prefix + "month")
    written = bag.look(prefix + "day") or ""
    if day is None and written.isascii() and written.isdigit() and 1 <= int(written) <= DAYS:
        bag.take(prefix + "day")
        day = int(written)
    return PartialDate(year, month, day)


def _read_month(value: str) -> tuple[int | None, int | None]:
    """The month, and the day where it stands beside it as in `jan # "~5"` (btxdoc 3.2)."""
    match = _MONTH.fullmatch(unescape_text(value))
    if match is None:
        return None, None
    word = match["month"].lower()
    day = match["before"] or match["after"]
    return _number_of(word), None if day is None else int(day)


def _number_of(word: str) -> int | None:
    if word.isdigit():
        return int(word) if 1 <= int(word) <= MONTHS else None
    return MONTH_MACROS.index(word[:3]) + 1 if word[:3] in MONTH_MACROS else None
