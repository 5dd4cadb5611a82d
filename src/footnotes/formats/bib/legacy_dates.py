"""Dates in the fields `year`, `month` and `day`, as BibTeX has them and older BibLaTeX files too.

A month is a number, a macro, a word of any language that Babel knows, or two of these for a
double issue (`mar # "--" # apr`, `Mar-Apr`); a season is one too. What is none of them stays in
its field.
"""

import re

from footnotes.formats.bib.entry_draft import EntryBag
from footnotes.formats.bib.latex import unescape_text
from footnotes.formats.bib.syntax import MONTH_MACROS, RawField
from footnotes.formats.edtf import DAYS, MONTHS, parse_edtf
from footnotes.formats.spelled_dates import SEASONS
from footnotes.model import AnyDate, Date, LiteralDate, PartialDate
from footnotes.text.dates import load_months
from footnotes.text.fold import fold_case

PARTS = ("year", "month", "day")

_YEAR = re.compile(r"-?\d{1,9}", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*(?:[-–—/]|--)\s*(\d{4})", re.ASCII)
_SHORT_YEARS = re.compile(r"(\d\d)(\d\d)/(\d\d)", re.ASCII)
_MONTH = re.compile(r"(?:(?P<before>\d\d?)\W+)?(?P<month>[^\W\d]+|\d\d?)\.?(?:\W+(?P<after>\d\d?))?")
_MONTHS = re.compile(r"(?P<first>[^\W\d]+|\d\d?)\.?\s*[-–—/]\s*(?P<last>[^\W\d]+|\d\d?)\.?")


def take_legacy_date(bag: EntryBag, prefix: str = "") -> AnyDate | None:
    """The date of `<prefix>year`, `<prefix>month` and `<prefix>day`; a year in words stays in words."""
    value = bag.take(prefix + "year")
    text = unescape_text(value or "")
    if not text:
        return None
    if _YEAR.fullmatch(text) is None:
        return _read_range(text) or LiteralDate(text)
    return _read_season(bag, prefix, int(text)) or _read_months(bag, prefix, int(text))


def drop_repeated_date(bag: EntryBag, date: AnyDate | None, prefix: str = "") -> tuple[RawField, ...]:
    """Takes `year`, `month` and `day` where they say no more than the date does (JabRef writes both)."""
    if not isinstance(date, Date) or prefix + "year" not in bag.fields:
        return ()
    held = {name: bag.fields[name] for name in (prefix + part for part in PARTS) if name in bag.fields}
    said = take_legacy_date(bag, prefix)
    is_same = isinstance(said, Date) and said.end is None and _repeats(said.start, date.start)
    left = {name: field for name, field in held.items() if not is_same or name in bag.fields}
    bag.fields |= left
    return tuple(field for name, field in held.items() if name not in left)


def _repeats(less: PartialDate, more: PartialDate) -> bool:
    return all(getattr(less, part) in {None, getattr(more, part)} for part in PARTS)


def _read_range(text: str) -> Date | None:
    if match := _YEARS.fullmatch(text):
        return Date(PartialDate(int(match[1])), PartialDate(int(match[2])))
    if (match := _SHORT_YEARS.fullmatch(text)) and match[3] > match[2]:
        return Date(PartialDate(int(match[1] + match[2])), PartialDate(int(match[1] + match[3])))
    return parse_edtf(text)


def _read_season(bag: EntryBag, prefix: str, year: int) -> Date | None:
    season = SEASONS.get(unescape_text(bag.look(prefix + "month") or "").lower())
    if season is None:
        return None
    bag.take(prefix + "month")
    return Date(PartialDate(year, season=season))


def _read_months(bag: EntryBag, prefix: str, year: int) -> Date:
    match = _MONTHS.fullmatch(unescape_text(bag.look(prefix + "month") or ""))
    first, last = (_number_of(match["first"]), _number_of(match["last"])) if match else (None, None)
    if first is None or last is None:
        return Date(_read_day(bag, prefix, year))
    if first > last:
        # December and January: whether of this year and the next or the last, nobody can tell.
        return Date(PartialDate(year))
    if match and match["first"].isdigit() != match["last"].isdigit():
        # `5-mar` is a day.
        return Date(_read_day(bag, prefix, year))
    bag.take(prefix + "month")
    return Date(PartialDate(year, first), PartialDate(year, last))


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


def look_month(bag: EntryBag) -> int | None:
    """The month that the entry states, if it is one; nothing is taken."""
    return _read_month(bag.look("month") or "")[0]


def _read_month(value: str) -> tuple[int | None, int | None]:
    """The month, and the day where it stands beside it as in `jan # "~5"` (btxdoc 3.2)."""
    match = _MONTH.fullmatch(unescape_text(value))
    if match is None:
        return None, None
    day = match["before"] or match["after"]
    if day is not None and not 1 <= int(day) <= DAYS:
        return None, None
    return _number_of(match["month"]), None if day is None else int(day)


def _number_of(word: str) -> int | None:
    word = word.lower()
    if word.isdigit():
        return int(word) if 1 <= int(word) <= MONTHS else None
    if word in MONTH_MACROS:
        return MONTH_MACROS.index(word) + 1
    return load_months().get(fold_case(word))
