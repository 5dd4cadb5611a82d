"""Dates of a cite: when it was published, and when it was read."""

import functools
import re
from collections.abc import Sequence

from attrs import frozen

from footnotes.model import Date, PartialDate
from footnotes.parse.vocabulary import load_words
from footnotes.text.dates import FoundDate, PartialDay, load_months
from footnotes.text.fold import fold_case

_CLOSING = re.compile(r"\s*[)\]]")
_DAYS = range(1, 32)
_LONGEST_LEAD = 60
"""How many characters before a day are looked at for the words that make it an access date."""
_YEAR = re.compile(r"(?<![\w/-])(?P<year>1[4-9]\d\d|20\d\d)(?:[-–/](?P<end>\d{2}|\d{4}))?[a-z]?(?![\w/])")
# "Известия. 1994. 5 мая": GOST prints the year of a newspaper before its day.
_YEAR_FIRST = re.compile(
    r"(?P<year>(?:1[4-9]|20)\d\d)\.\s(?:[–—]\s)?(?P<day>\d{1,2})\s(?P<month>[^\W\d_]{3,9})(?!\w)\.?"
)


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
        rf"(?:[(\[]\s*)?\b(?:{'|'.join(map(re.escape, words))})\s*:?\s*(?:on\s+)?\Z", re.IGNORECASE
    )


@functools.cache
def _last_words() -> tuple[str, ...]:
    """What stands right before the day where words lead to it: few dates have it there."""
    return ("on", *sorted({words.lower()[-2:] for words in load_words("access")}))


def find_accesses(text: str, dates: Sequence[FoundDate]) -> list[Access]:
    """Those of the `dates` of `text` that are access dates: words of the table `access` lead to them."""
    found: list[Access] = []
    for date_start, end, day in dates:
        begin = max(0, date_start - _LONGEST_LEAD)
        before = text[begin:date_start].rstrip(": \t\r\n\u00a0").lower()
        lead = _lead().search(text, begin, date_start) if before.endswith(_last_words()) else None
        if lead is not None:
            closing = _CLOSING.match(text, end)
            opened = text[lead.start()] in "(["
            clause_end = closing.end() if closing and opened else end
            found.append(Access(lead.start(), clause_end, make_date(day), date_start, end))
    return found


def make_date(day: PartialDay) -> Date:
    """A `Date` of a year, month and day as `text.dates` finds them."""
    return Date(PartialDate(*day))


def match_year_first(text: str, start: int, end: int) -> tuple[int, Date] | None:
    """The end and the date of a year with a day behind it at `start` of `text` (`1994. 5 мая`), or None."""
    match = _YEAR_FIRST.match(text, start, end)
    month = load_months().get(fold_case(match["month"])) if match else None
    if match is None or month is None:
        return None
    day = int(match["day"])
    return (match.end("month"), Date(PartialDate(int(match["year"]), month, day))) if day in _DAYS else None


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
