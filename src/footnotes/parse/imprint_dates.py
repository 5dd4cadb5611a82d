"""When an imprint says that a work came out, and of when the first edition was."""

import functools
import re

from attrs import evolve

from footnotes.model import Date, LiteralDate
from footnotes.parse.dates import make_date, read_year
from footnotes.parse.imprint_fields import ImprintField
from footnotes.parse.vocabulary import load_table
from footnotes.text.dates import find_dates

_NO_DATE = re.compile(
    r"\b(?:n\.\s?d\.|o\.\s?J\.|s\.\s?d\.|s\.\s?a\.|б\.\s?г\.|t\.\s?y\.|b\.\s?d\."
    r"|forthcoming|im Erscheinen|à paraître)",
    re.IGNORECASE,
)
_MOST_WORDS = 2
_YEAR = re.compile(r"(?<![\w/-])(?:1[4-9]\d\d|20\d\d)(?:[-–/]\d{2,4})?[a-z]?(?!\w)")


@functools.cache
def load_seasons() -> tuple[re.Pattern[str], dict[str, int]]:
    """What finds a season at the end of a text, and the number of each in CSL."""
    seasons = {row[0]: int(row[1]) for row in load_table("seasons")}
    words = "|".join(seasons)
    pattern = rf"(?P<season>{words})(?:\s?(?:[-–—/]{{1,3}}|and)\s?\w+)?,?\s+$"
    return re.compile(pattern, re.IGNORECASE), seasons


def find_date(text: str) -> ImprintField | None:
    """The day, season or year that `text` ends in, or the words that say that there is none."""
    for start, end, day in reversed(find_dates(text)):
        if not text[end:].strip(" .,;"):
            return ImprintField("issued", make_date(day), start, end)
    years = list(_YEAR.finditer(text))
    if years and not text[years[-1].end() :].strip(" .,;)]-–—"):
        shift = years[-1].start()
        found = read_year(text[shift:])
        if found:
            return _add_season(text, ImprintField("issued", found[2], shift + found[0], shift + found[1]))
    if (nothing := _NO_DATE.search(text)) and not text[nothing.end() :].strip(" .,;"):
        return ImprintField("issued", LiteralDate(nothing.group()), *nothing.span())
    return None


def _add_season(text: str, when: ImprintField) -> ImprintField:
    pattern, seasons = load_seasons()
    season = pattern.search(text, 0, when.start)
    if season is None or not isinstance(when.value, Date):
        return when
    start = evolve(when.value.start, season=seasons[season["season"].lower()])
    return evolve(when, value=evolve(when.value, start=start), start=season.start())


def read_original(text: str) -> ImprintField | None:
    """The date of a first edition or of a document in square brackets: `[franz. 2006]`, `[1 Jan. 1907]`."""
    when = find_date(text)
    few = when is not None and len(text[: when.start].split()) <= _MOST_WORDS
    return evolve(when, variable="original_date") if when and few else None
