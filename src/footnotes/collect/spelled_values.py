"""Names, dates and other values in one line, for people who look at two entries side by side."""

from typing import Any

from footnotes.model import DATE_VARIABLES, NAME_VARIABLES, AnyDate, AnyName, LiteralDate, Name, PartialDate

_SEASONS = ("spring", "summer", "autumn", "winter")


def spell_value(variable: str, value: Any) -> str:
    """A value in one line, for people."""
    if variable in NAME_VARIABLES:
        return spell_names(value)
    return spell_date(value) if variable in DATE_VARIABLES else str(value)


def spell_names(names: tuple[AnyName, ...]) -> str:
    """Names in one line, for people."""
    return "; ".join(_spell_name(name) for name in names)


def _spell_name(name: AnyName) -> str:
    if not isinstance(name, Name):
        return name.literal
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    return ", ".join(part for part in (family, given, name.suffix) if part)


def spell_date(date: AnyDate | None) -> str:
    """A date in one line, for people."""
    if date is None:
        return ""
    if isinstance(date, LiteralDate):
        return date.literal
    ends = [date.start] if date.end is None else [date.start, date.end]
    return "/".join(_spell_end(end) for end in ends)


def _spell_end(end: PartialDate) -> str:
    day = "-".join(f"{number:02}" for number in (end.year, end.month, end.day) if number is not None)
    return day if end.season is None else f"{day} ({_SEASONS[end.season - 1]})"
