"""Dates of a cite: when it was published, and when it was read."""

import functools
import re

from attrs import frozen

from footnotes.model import Date, PartialDate
from footnotes.parse.vocabulary import load_words
from footnotes.text.dates import PartialDay, find_dates

_YEAR = re.compile(r"(?<![\w/-])(?P<year>1[4-9]\d\d|20\d\d)(?:[-–/](?P<end>\d{2}|\d{4}))?[a-z]?(?![\w/])")


@frozen
class Access:
    """An access date as printed: the whole clause with its brackets, and the day it names."""

    start: int
    end: int
    date: Date
    date_start: int
    date_end: int


@functools.cache
def _lead() -> re.Pattern[str]:
    words = sorted(load_words("access"), key=len, reverse=True)
    return re.compile(
        rf"(?:[(\[]\s*)?\b(?:{'|'.join(map(re.escape, words))})\s*:?\s*(?:on\s+)?", re.IGNORECASE
    )


@functools.cache
def _load_first_words() -> frozenset[str]:
    """The words that begin an access date: none of them in a text is soon seen."""
    return frozenset(spelling.split()[0].casefold() for spelling in load_words("access"))


def find_accesses(text: str) -> list[Access]:
    """The access dates in `text`, in any wording of the table `access`, bracketed or not."""
    found: list[Access] = []
    folded = text.casefold()
    if not any(word in folded for word in _load_first_words()):
        return found
    for match in _lead().finditer(text):
        dates = find_dates(text[match.end() : match.end() + 40])
        if dates and dates[0][0] == 0:
            start, end = match.start(), match.end() + dates[0][1]
            closing = re.match(r"\s*[)\]]", text[end:])
            opened = text[start] in "(["
            clause_end = end + closing.end() if closing and opened else end
            found.append(Access(start, clause_end, make_date(dates[0][2]), match.end(), end))
    return found


def make_date(day: PartialDay) -> Date:
    """A `Date` of a year, month and day as `text.dates` finds them."""
    return Date(PartialDate(*day))


def read_year(text: str) -> tuple[int, int, Date] | None:
    """The first year or range of years in `text` (1400 to 2099): start, end, date."""
    match = _YEAR.search(text)
    if match is None:
        return None
    start, end = int(match["year"]), match["end"]
    if end is None:
        return (*match.span(), Date(PartialDate(start)))
    last = int(end) if len(end) > 2 else int(match["year"][: 4 - len(end)] + end)  # noqa: PLR2004 - "1914-18"
    if last <= start:
        return (*match.span("year"), Date(PartialDate(start)))
    return (*match.span(), Date(PartialDate(start), PartialDate(last)))
