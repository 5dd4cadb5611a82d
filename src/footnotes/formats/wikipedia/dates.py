"""Dates as the citation templates of Wikipedia take them (Help:Citation Style 1, "Dates": dmy)."""

from footnotes.formats.spelled_dates import MONTH_NAMES, SEASON_NAMES
from footnotes.model import AnyDate, Date, LiteralDate, PartialDate

_YEARS = range(100, 2200)
"""Years that the templates take for dates."""


def spell_wiki_date(date: AnyDate) -> str:
    """The date, or what of it the templates can show; words that are no date stand as they are."""
    if isinstance(date, LiteralDate):
        return date.literal
    start = _spell_part(date.start)
    if date.end is not None and (end := _spell_part(date.end)):
        is_long = " " in start or " " in end
        start = f"{start} – {end}" if is_long else f"{start}–{end}"
    return f"c. {start}" if date.approximate and " " not in start else start


def tell_wiki_date(date: AnyDate) -> AnyDate:
    """The date as far as `spell_wiki_date` says it."""
    if not isinstance(date, Date):
        return date
    approximate = date.approximate and spell_wiki_date(date).startswith("c. ")
    return Date(date.start, date.end, approximate=approximate)


def _spell_part(part: PartialDate) -> str:
    if part.year not in _YEARS:
        return f"{1 - part.year} BC" if part.year <= 0 else str(part.year)
    if part.season is not None:
        return f"{SEASON_NAMES[part.season - 1].capitalize()} {part.year}"
    if part.month is None:
        return str(part.year)
    month = f"{MONTH_NAMES[part.month - 1]} {part.year}"
    return month if part.day is None else f"{part.day} {month}"
