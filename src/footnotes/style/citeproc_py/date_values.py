"""Dates of works as CSL-JSON has them: one day, month, season or year, a range, or words."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from attrs import frozen

_SEASONS = {13: 1, 14: 2, 15: 3, 16: 4, 21: 1, 22: 2, 23: 3, 24: 4}
"""Months that are seasons: those of CSL-JSON's older use, and those of EDTF."""
_MONTHS = 12


@frozen
class Moment:
    """A year with what is known of the rest; a season may be a number from 1 to 4 or words."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | str | None = None


@frozen
class CslDate:
    """A date of a work; it has words or a beginning."""

    begin: Moment | None = None
    end: Moment | None = None
    is_open: bool = False
    """Whether it goes on from its beginning."""
    words: str = ""
    circa: bool = False

    def sort_key(self, parts: Collection[str] = ("year", "month", "day")) -> str:
        """Figures that sort as the dates do, years before Christ included (CSL 1.0.2, "Sorting").

        A macro that prints years only sorts by years only: `parts` are those that count.
        """
        if self.begin is None:
            return self.words
        return f"{_rank(self.begin, parts)}-{_rank(self.end, parts)}"


def read_date(value: Mapping[str, Any]) -> CslDate | None:
    """A date of CSL-JSON; what is no date in figures is its words, and None is no date at all."""
    moments = [_read_moment(parts, value.get("season")) for parts in _list_parts(value)]
    begin = moments[0] if moments else None
    circa = bool(value.get("circa")) and str(value.get("circa")).lower() not in {"0", "false"}
    if begin is None:
        words = str(value.get("literal") or value.get("raw") or "").strip()
        return CslDate(words=words, circa=circa) if words else None
    end = moments[1] if len(moments) > 1 else None
    return CslDate(begin, end, is_open=len(moments) > 1 and end is None, circa=circa)


def _list_parts(value: Mapping[str, Any]) -> Sequence[Any]:
    parts = value.get("date-parts")
    return parts[:2] if isinstance(parts, list | tuple) else ()


def _read_moment(parts: Any, season: object) -> Moment | None:
    """A moment of its parts; None if it has no year (an empty end is an open one)."""
    numbers: list[int] = []
    for part in parts if isinstance(parts, list | tuple) else (parts,):
        try:
            numbers.append(int(str(part).strip()))
        except ValueError:
            break
    if not numbers or numbers[0] == 0:
        return None
    year, month, day, *_ = [*numbers, 0, 0]
    if month in _SEASONS:
        return Moment(year, season=_SEASONS[month])
    if 0 < month <= _MONTHS:
        return Moment(year, month, day if day > 0 else None)
    return Moment(year, season=_read_season(season))


def _read_season(season: object) -> int | str | None:
    text = str(season or "").strip()
    number = int(text) if text.isdecimal() else None
    if number is None:
        return text or None
    return number if 1 <= number <= 4 else _SEASONS.get(number)  # noqa: PLR2004 - seasons of a year


def _rank(moment: Moment | None, parts: Collection[str]) -> str:
    if moment is None:
        return "0"
    month = (moment.month or 0) if "month" in parts else 0
    day = (moment.day or 0) if "day" in parts else 0
    return f"{moment.year + 100_000:06}{month:02}{day:02}"
