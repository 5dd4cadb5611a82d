"""Dates of CSL-JSON and back (CSL 1.0.2, "Date variables"; csl-data.json, date-variable).

`date-parts` hold what programs print. What they cannot say (uncertain as against
approximate) is told by `needs_edtf`, for the caller to keep as EDTF in `custom`. Years are
those of people: there is no year 0, and -44 is 44 BC; the model counts as astronomers do.
"""

import re
from typing import Any

from footnotes.formats.edtf import DAYS, MONTHS, SPRING, WINTER, parse_edtf
from footnotes.formats.spelled_dates import SEASONS, read_date_in_words
from footnotes.model import AnyDate, Date, LiteralDate, PartialDate

OPEN_END = [0]
"""The second date of a range without end, as pandoc and citeproc-js have it."""

_NUMBER = re.compile(r"\d\d?", re.ASCII)

PLAIN_SEASONS = range(1, 5)
"""What the member `season` counts."""

PSEUDO_MONTHS = range(13, 17)
"""Seasons as months 13 to 16, an older way (CSL 1.0.2, "Date variables")."""


def date_to_csl(date: AnyDate) -> dict[str, Any]:
    """The date variable; both doubts of EDTF are CSL's `circa`."""
    if isinstance(date, LiteralDate):
        return {"literal": date.literal}
    is_season = date.start.season is not None and date.end is None and not date.open_ended
    parts = [[_to_people(date.start.year)]] if is_season else [_to_parts(date.start)]
    if date.open_ended:
        parts.append(list(OPEN_END))
    elif date.end is not None:
        parts.append(_to_parts(date.end))
    value: dict[str, Any] = {"date-parts": parts}
    if is_season:
        value["season"] = date.start.season
    if date.approximate or date.uncertain:
        value["circa"] = True
    return value


def needs_edtf(date: AnyDate) -> bool:
    """Whether `date_to_csl` says less than the date does."""
    return isinstance(date, Date) and date.uncertain


def csl_to_date(value: object) -> AnyDate | None:
    """The date that a variable states; None where it states none.

    Read besides what is written: `raw`, plain strings and figures (EDTF, dates in words, or kept as they
    are), figures as strings, seasons as months 13-16 and 21-24 and by name. Parts that are no
    figures are kept as words.
    """
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return _read_words(str(value))
    if not isinstance(value, dict):
        return None
    parts = _read_parts(value)
    if parts is not None:
        return parts
    words = value.get("literal") or value.get("raw") or value.get("edtf")
    if isinstance(words, str):
        return LiteralDate(words) if value.get("literal") else _read_words(words)
    return _read_odd_parts(value)


def _read_words(text: str) -> AnyDate | None:
    # Programs of CSL are to parse what is `raw`.
    date = parse_edtf(text) or read_date_in_words(text.strip())
    return date or (LiteralDate(text) if text else None)


def _read_odd_parts(value: dict[str, Any]) -> AnyDate | None:
    """What stands in `date-parts` that hold no plain figures: "2015/2016", May, a 45th day, Michaelmas."""
    groups = value.get("date-parts")
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        return None
    words = ["-".join(str(part) for part in group if part not in ("", None)) for group in groups]
    season = str(value.get("season") or "")
    text = " ".join(part for part in (season, "/".join(word for word in words if word)) if part)
    return _read_words(text) if any(words) else None


def _read_parts(value: dict[str, Any]) -> Date | None:
    groups = value.get("date-parts")
    if not isinstance(groups, list) or not 1 <= len(groups) <= 2:  # noqa: PLR2004 - a date or a range
        return None
    season = value.get("season")
    start = _read_part(groups[0], SEASONS.get(str(season).lower(), season))
    if start is None or (season and start.season is None):
        return None
    end, open_ended = None, False
    if len(groups) > 1:
        open_ended = _is_open(groups[1])
        end = None if open_ended else _read_part(groups[1], None)
        if end is None and not open_ended:
            return None
    circa = str(value.get("circa", "")).lower() in {"true", "1", "yes"}
    return Date(start, end, open_ended=open_ended, approximate=circa)


def _is_open(group: object) -> bool:
    """Whether the second date of a range is that of `OPEN_END`, or empty."""
    return isinstance(group, list) and (not group or str(group[0] or 0) == "0")


def _read_part(group: object, season: object) -> PartialDate | None:
    figures = _figures(group)
    if not figures or figures[0] == 0:
        return None
    year, month, day = _from_people(figures[0]), *[*figures[1:], None, None][:2]
    number = _season_number(season, PLAIN_SEASONS) or _season_number(month)
    if number is not None:
        return PartialDate(year, season=number)
    if month is None or not 1 <= month <= MONTHS:
        # A month 0 is none, but what would its day be one of?
        return PartialDate(year) if not month and not day else None
    return PartialDate(year, month, day or None) if not day or 1 <= day <= DAYS else None


def _season_number(value: object, *more: range) -> int | None:
    number = (
        int(value) if isinstance(value, int) or (isinstance(value, str) and _NUMBER.fullmatch(value)) else 0
    )
    counts = (PSEUDO_MONTHS, range(SPRING, WINTER + 1), *more)
    return next((number - count.start + 1 for count in counts if number in count), None)


def _figures(group: object) -> list[int]:
    figures: list[int] = []
    for figure in group if isinstance(group, list) else []:
        if figure in ("", None):
            break
        try:
            figures.append(int(figure))
        except (TypeError, ValueError, OverflowError):
            return []
    return figures


def _to_parts(part: PartialDate) -> list[int]:
    if part.season is not None:
        return [_to_people(part.year), part.season + SPRING - 1]
    return [_to_people(part.year), *(figure for figure in (part.month, part.day) if figure is not None)]


def _to_people(year: int) -> int:
    return year if year > 0 else year - 1


def _from_people(year: int) -> int:
    return year if year > 0 else year + 1
