"""Dates in running text, in the month names of many languages (Unicode CLDR, through Babel)."""

import datetime as dt
import functools
import re

from footnotes.text.fold import fold_case

LANGUAGES = (
    "en", "de", "fr", "it", "es", "pt", "nl", "pl", "cs", "sk", "hu", "ru", "uk", "be", "bg", "sr", "hr",
    "sl", "ro", "tr", "az", "sv", "da", "nb", "fi", "et", "lv", "lt", "el", "he", "ar", "fa", "ca",
)  # fmt: skip
"""The languages whose month names are read."""

# What authors write and CLDR does not list: English "Sept.", Austrian "Jänner", Turkish without marks.
_ALSO = {"sept": 9, "jänner": 1, "feber": 2, "subat": 2, "mayis": 5, "agustos": 8, "eylul": 9, "kasim": 11}
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![\d/])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
# The commonest year, that of an imprint in brackets, is no date: nothing of one stands before it.
_LIKE_YEAR = re.compile(r"[12][0-9]{3}(?:(?<=[\s.,/][0-9]{4})|(?=-))")
_BEFORE_YEAR, _AFTER_YEAR = 50, 12
"""How far a date reaches from its year: "23 de septiembre de 2023"; "2023-09-23" and what follows it."""
PartialDay = tuple[int, int | None, int | None]
"""Year, month and day; month and day may be None."""
FoundDate = tuple[int, int, PartialDay]
"""Start and end (half-open) in a text, and the date that stands there."""


@functools.cache
def load_months() -> dict[str, int]:
    """Folded month names, long and short, to their numbers; loaded when the first date is read."""
    from babel import Locale  # noqa: PLC0415 - 30 ms that no paper without dates should pay

    months: dict[str, int] = {}
    for language in LANGUAGES:
        names = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in names[context][width].items():
                    folded = fold_case(name.rstrip("."))
                    if len(folded) > 2 and not folded.isdigit():  # noqa: PLR2004 - "ma", "mr": no month on their own
                        months.setdefault(folded, number)
    return months | _ALSO


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    # Any word will do here: a list of all month names would be tried at every character.
    month = r"(?P<month>[^\W\d_]{3,13})(?!\w)\.?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?<![\w/])(?<!\d[–-]){_DAY}(?:st|nd|rd|th|\.|er|º|ª)?\s+(?:de\s+|of\s+)?{month},?\s*(?:de\s+|del\s+)?{_YEAR}",
            rf"\b{month}\s+{_DAY}(?:st|nd|rd|th)?\s*,\s*{_YEAR}",
            rf"(?<!\d\s)(?<!\d\.\s)(?<![/–-])\b{month},?\s+(?:de\s+)?{_YEAR}",
            rf"(?<![\w/.]){_DAY}\.\s?(?P<month>0?[1-9]|1[0-2]|[ivx]+)\.\s?{_YEAR}",
            r"(?<![\w/.-])(?P<year>1[0-9]{3}|20\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)(?![\w-])",
            rf"(?<![\w/]){_DAY}/(?P<month>0?[1-9]|1[0-2])/{_YEAR}",
        )
    )


def find_dates(text: str) -> list[FoundDate]:
    """The dates in `text` that name a month, in order: start, end, (year, month, day).

    Day and month stand in either order; `05.01.2023` is read day first, as everywhere outside
    the United States. An impossible day (31 June) is no date, nor is the end of a range of days or months.
    """
    found: list[FoundDate] = []
    taken = bytearray(len(text))
    for first, last in _find_surroundings(text):
        for pattern in _patterns():
            for match in pattern.finditer(text, first, last):
                start, end = match.span()
                if not any(taken[start:end]) and (value := _read(match)):
                    found.append((start, end, value))
                    taken[start:end] = bytes([1]) * (end - start)
    return sorted(found)


def _find_surroundings(text: str) -> list[tuple[int, int]]:
    """Where in `text` dates can be: around what looks like a year, since the patterns are slow."""
    around: list[tuple[int, int]] = []
    for year in _LIKE_YEAR.finditer(text):
        first, last = max(0, year.start() - _BEFORE_YEAR), year.end() + _AFTER_YEAR
        if around and first < around[-1][1]:
            around[-1] = (around[-1][0], last)
        else:
            around.append((first, last))
    return around


def _read(match: re.Match[str]) -> PartialDay | None:
    parts = match.groupdict()
    year, month = int(parts["year"]), _read_month(parts["month"])
    if month is None or not parts.get("day"):
        return (year, month, None) if month else None
    try:
        dt.date(year, month, int(parts["day"]))
    except ValueError:
        return None
    return (year, month, int(parts["day"]))


def _read_month(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    folded = fold_case(text.rstrip("."))
    if folded in _ROMAN_MONTHS:
        return _ROMAN_MONTHS.index(folded) + 1
    return load_months().get(folded)
