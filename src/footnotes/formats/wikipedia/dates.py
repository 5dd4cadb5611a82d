"""Dates as the citation templates of Wikipedia take them, day before month.

Authority: Help:Citation Style 1, "Dates", and of ranges Manual of Style, MOS:DATERANGE.
"""

from footnotes.formats.spelled_dates import MONTH_NAMES, SEASON_NAMES
from footnotes.model import AnyDate, Date, LiteralDate, PartialDate

_YEARS = range(100, 2200)
"""Years that the templates take for dates."""


def spell_wiki_date(date: AnyDate) -> str:
    """The date, or what of it the templates can show; words that are no date stand as they are."""
    if isinstance(date, LiteralDate):
        return date.literal
    spelled = _spell_part(date.start) if date.end is None else _spell_range(date.start, date.end)
    return f"c. {spelled}" if date.approximate and _is_short(spelled) else spelled


def tell_wiki_date(date: AnyDate) -> AnyDate:
    """The date as far as `spell_wiki_date` says it."""
    if not isinstance(date, Date):
        return date
    approximate = date.approximate and spell_wiki_date(date).startswith("c. ")
    return Date(_tell_part(date.start), date.end and _tell_part(date.end), approximate=approximate)


def _tell_part(part: PartialDate) -> PartialDate:
    return part if part.year in _YEARS else PartialDate(part.year)


def _is_short(spelled: str) -> bool:
    """Whether it is made of years alone; the templates refuse "c." before a month."""
    return " " not in spelled.removesuffix(" BC")


def _spell_range(start: PartialDate, end: PartialDate) -> str:
    """`5–7 May 1979`, `5 May – 7 June 1979`, `May–July 1979`, `1979–1981`: what both say is said once."""
    first, last = _spell_part(start), _spell_part(end)
    if start == end:
        return first
    year = f" {start.year}"
    if start.year != end.year or not first.endswith(year):
        both = " BC" if first.endswith(" BC") and last.endswith(" BC") else ""
        is_long = " " in first.removesuffix(both) or " " in last.removesuffix(both)
        return f"{first.removesuffix(both)}{' – ' if is_long else '–'}{last}"
    if start.day is None and end.day is None:
        return f"{first.removesuffix(year)}–{last}"
    if start.month == end.month and start.day and end.day:
        return f"{start.day}–{last}"
    return f"{first.removesuffix(year)} – {last}"


def _spell_part(part: PartialDate) -> str:
    if part.year not in _YEARS:
        return f"{1 - part.year} BC" if part.year <= 0 else str(part.year)
    if part.season is not None:
        return f"{SEASON_NAMES[part.season - 1].capitalize()} {part.year}"
    if part.month is None:
        return str(part.year)
    month = f"{MONTH_NAMES[part.month - 1]} {part.year}"
    return month if part.day is None else f"{part.day} {month}"
