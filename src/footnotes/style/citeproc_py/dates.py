"""Elements that print dates, single or ranges (CSL 1.0.2, "Date", "Date-part", "Date Ranges")."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen
from citeproc.source import VariableError

from footnotes.style.casing import apply_case
from footnotes.style.citeproc_py.date_values import CslDate, Moment
from footnotes.style.citeproc_py.elements import MendedElement
from footnotes.style.citeproc_py.ordinals import format_figure
from footnotes.style.xml_names import CSL

_FIRST_PLAIN_YEAR = 1000
"""Years before it are told with their era."""
_LAST_SHORT = 4
_ORDER = ("year", "month", "day")


@frozen
class _Part:
    """One part of a date as the style and the language have it together."""

    name: str
    element: Any
    options: Mapping[str, str]


class _Date(MendedElement):
    """A date in a form of the language, or of the parts that the style names."""

    def render(self, item: Any, _variable: str | None = None, **_kwargs: Any) -> Any:
        asked = self.get("variable")
        self.state.call(asked)
        date = item.reference.get(asked.replace("-", "_"))
        if not isinstance(date, CslDate):
            raise VariableError
        if self.state.sorts:
            parts = self.remember("date parts", self._list_date_parts)
            return self.state.fill(asked, date.sort_key([part.name for part in parts]))
        text = date.words if date.begin is None else self._write(date)
        cased = self.case(text) if text else None
        return self.state.fill(asked, self.wrap(self.format(cased)) if cased else None)

    def _write(self, date: CslDate) -> str:
        parts: Sequence[_Part] = self.remember("date parts", self._list_date_parts)
        delimiter = self.remember("date delimiter", self._find_delimiter)
        begin, end = date.begin, date.end
        if begin is None:
            return ""
        if end is None or end == begin:
            text = delimiter.join(self._write_parts(parts, begin))
            return f"{text.rstrip()}–" if date.is_open and text else text
        return self._write_range(parts, begin, end, delimiter)

    def _write_range(self, parts: Sequence[_Part], begin: Moment, end: Moment, delimiter: str) -> str:
        """What differs twice, with the delimiter of the largest part that does; the rest once."""
        names = [part.name for part in parts]
        differs = next(
            (one for one in _ORDER if one in names and _take(begin, one) != _take(end, one)), None
        )
        if differs is None:
            return delimiter.join(self._write_parts(parts, end))
        twice = set(_ORDER[_ORDER.index(differs) :])
        places = [at for at, part in enumerate(parts) if part.name in twice]
        before, inner, after = (
            parts[: places[0]],
            parts[places[0] : places[-1] + 1],
            parts[places[-1] + 1 :],
        )
        dash = next(part.options.get("range-delimiter", "–") for part in parts if part.name == differs)
        eras = (begin.year < 0) == (end.year < 0)
        with self.state.without_letter():
            first = self._write_parts(inner, begin, drops="suffix", has_era=not eras)
        second = self._write_parts(inner, end, drops="prefix")
        span = delimiter.join(first).rstrip() + dash + delimiter.join(second)
        return delimiter.join(
            filter(None, (*self._write_parts(before, end), span, *self._write_parts(after, end)))
        )

    def _write_parts(
        self, parts: Sequence[_Part], moment: Moment, *, drops: str = "", has_era: bool = True
    ) -> list[str]:
        """The parts that the moment has; at the seam of a range the outer affix of a part falls."""
        known = [part for part in parts if _take(moment, part.name) is not None]
        seam = {"suffix": len(known) - 1, "prefix": 0}.get(drops)
        return [
            text
            for at, part in enumerate(known)
            if (text := self._write_part(part, moment, drops if at == seam else "", has_era=has_era))
        ]

    def _write_part(self, part: _Part, moment: Moment, drops: str, *, has_era: bool) -> str:
        text = _PARTS[part.name](self, part.options, moment)
        if part.options.get("strip-periods") == "true":
            text = text.replace(".", "")
        if case := part.options.get("text-case"):
            text = apply_case(text, case, self.get_language())
        if part.name == "year" and has_era:
            text += self._find_era(moment.year)
        if not text:
            return ""
        if part.name == "year":
            text += self.state.take_letter()
        ends = [part.options.get(end, "") if end != drops else "" for end in ("prefix", "suffix")]
        return f"{ends[0]}{part.element.format(text)}{ends[1]}"

    def _find_era(self, year: int) -> str:
        if year >= _FIRST_PLAIN_YEAR:
            return ""
        return str(self.get_single_term(name="bc" if year < 0 else "ad"))

    def _list_date_parts(self) -> Sequence[_Part]:
        own = {part.get("name"): part for part in self.findall(f"{CSL}date-part")}
        form = self.get("form")
        if form is None:
            return [_Part(name, part, dict(part.attrib)) for name, part in own.items()]
        local = self.get_date(form)
        shown = self.get("date-parts", "year-month-day").split("-")
        found = [] if local is None else local.findall(f"{CSL}date-part")
        return [
            _Part(
                name, own.get(name, part), {**part.attrib, **dict(own[name].attrib if name in own else {})}
            )
            for part in found
            if (name := part.get("name")) in shown
        ]

    def _find_delimiter(self) -> str:
        form = self.get("form")
        local = None if form is None else self.get_date(form)
        stated = None if local is None else local.get("delimiter")
        return str(stated if stated is not None else self.get("delimiter", ""))


def _take(moment: Moment, name: str) -> int | str | None:
    if name == "month":
        return moment.month if moment.month is not None else moment.season
    return moment.year if name == "year" else moment.day


def _write_year(_date: _Date, options: Mapping[str, str], moment: Moment) -> str:
    text = str(abs(moment.year))
    return text[-2:] if options.get("form") == "short" and len(text) == _LAST_SHORT else text


def _write_month(date: _Date, options: Mapping[str, str], moment: Moment) -> str:
    """A month in words or figures; a season is always in words (CSL 1.0.2, "Date-part")."""
    form = options.get("form", "long")
    if moment.month is None and isinstance(moment.season, str):
        return moment.season
    if moment.month is not None and form.startswith("numeric"):
        return f"{moment.month:02}" if form == "numeric-leading-zeros" else str(moment.month)
    name = f"season-{moment.season:02}" if moment.month is None else f"month-{moment.month:02}"
    return str(date.get_single_term(name=name, form="short" if form == "short" else None))


def _write_day(date: _Date, options: Mapping[str, str], moment: Moment) -> str:
    form, day = options.get("form", "numeric"), moment.day or 0
    if form == "numeric-leading-zeros":
        return f"{day:02}"
    limited = _find_locale_option(date.get_root(), "limit-day-ordinals-to-day-1") == "true"
    if form != "ordinal" or (limited and day > 1):
        return str(day)
    month = f"month-{moment.month:02}" if moment.month is not None else None
    return format_figure(day, "ordinal", date.get_root(), month)


def _find_locale_option(root: Any, name: str) -> str | None:
    """An option of the nearest locale that states it."""
    found = (locale.find(f"{CSL}style-options") for locale in root.locales)
    stated = (one.get(name) for one in found if one is not None)
    return next((str(value) for value in stated if value is not None), None)


_PARTS = {"year": _write_year, "month": _write_month, "day": _write_day}

DATE_CLASSES = {"Date": _Date}
"""The class here by the name of the class of citeproc-py that it mends."""
