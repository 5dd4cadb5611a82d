"""Dates that cannot be, or cannot be read."""

import re
from collections.abc import Iterator

from footnotes.formats.bib.syntax import MONTH_MACROS
from footnotes.formats.edtf import DAYS, MONTHS, is_in_calendar
from footnotes.model import DATE_VARIABLES, AnyDate, Date, LiteralDate, PartialDate
from footnotes.text.dates import load_months
from footnotes.text.fold import fold_case
from footnotes.validate.finding import Remark
from footnotes.validate.subject import Subject

_PART = r"-?\d{4,}(?:-\d{1,2}){0,2}[~?%]?"
_NUMERIC = re.compile(rf"{_PART}(?:/(?:{_PART}|\.\.)?)?", re.ASCII)
"""What has the shape of EDTF; where no date was read from it, there is none of these figures."""
_YEAR = re.compile(r"\d{4,}", re.ASCII)
_YEARS_AHEAD = {"issued": 5, "available_date": 100, "event_date": 5}
"""How far ahead of today a date may lie: works in press, embargoes, events that are planned."""
_LOOSE_PART = re.compile(r"(?:orig|event|url)?(?P<part>month|day)")
_FIGURES = re.compile(r"\d+", re.ASCII)
_WITHOUT = re.compile(
    r"n\.?\s?d\.?|s\.?\s?a\.?|o\.?\s?j\.?|b\.?\s?g\.?|без года|forthcoming|in press|im druck"
)


def _list_dates(subject: Subject) -> Iterator[tuple[str, AnyDate]]:
    for variable in DATE_VARIABLES:
        value = getattr(subject.work, variable)
        if value is not None:
            yield variable, value


def find_impossible_dates(subject: Subject) -> Iterator[Remark]:
    """A month or day that no calendar has, such as 30 February."""
    for variable, value in _list_dates(subject):
        if isinstance(value, LiteralDate):
            if _NUMERIC.fullmatch(value.literal.strip()):
                yield Remark(f"There is no date {value.literal} ({_call(variable)}).", variable)
            continue
        for end in filter(None, (value.start, value.end)):
            if not is_in_calendar(end):
                yield Remark(
                    f"There is no day {end.year}-{end.month:02}-{end.day:02} ({_call(variable)}).", variable
                )
    for name, part, text in _list_loose_parts(subject):
        if _is_beyond(part, text):
            yield Remark(f"There is no {part} {text}.", name)


def find_unread_dates(subject: Subject) -> Iterator[Remark]:
    """A date in words that programs do not read: they print it, and sort it nowhere."""
    for variable, value in _list_dates(subject):
        words = value.literal.strip() if isinstance(value, LiteralDate) else "n.d."
        if not _NUMERIC.fullmatch(words) and not _WITHOUT.fullmatch(words.lower()):
            yield Remark(f"“{words}” ({_call(variable)}) is no date that programs read.", variable)
    for name, part, text in _list_loose_parts(subject):
        if not _is_beyond(part, text) and not _is_part(part, text):
            yield Remark(f"“{text}” is no {part} that programs read.", name)


def _list_loose_parts(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """The months and days of .bib files that were read into no date: name of the field, part, text."""
    for name, text in subject.work.extra:
        if text and (match := _LOOSE_PART.fullmatch(name.lower())):
            yield name.lower(), match["part"], text


def _is_beyond(part: str, text: str) -> bool:
    """Whether a part in figures, or one of two, is none of the calendar."""
    most = MONTHS if part == "month" else DAYS
    is_numeric = not any(sign.isalpha() for sign in text)
    return is_numeric and any(not 1 <= int(figures) <= most for figures in _FIGURES.findall(text)[:2])


def _is_part(part: str, text: str) -> bool:
    """Whether it is a month or day, which then contradicts a date that stands beside it."""
    if text.isascii() and text.isdigit():
        return True
    word = text.lower().rstrip(".")
    return part == "month" and (word in MONTH_MACROS or fold_case(word) in load_months())


def find_second_years(subject: Subject) -> Iterator[Remark]:
    """A `year` beside a `date` of another year: biber takes the date, BibTeX the year."""
    fields = subject.entry.fields if subject.entry else {}
    issued = subject.work.issued
    if not {"year", "date"} <= fields.keys() or not isinstance(issued, Date):
        return
    told = fields["year"].text.strip("{} ")
    last = issued.end or issued.start
    if _YEAR.fullmatch(told) and not issued.start.year <= int(told) <= last.year:
        yield Remark(f"The year {told} stands beside the date {fields['date'].text.strip('{} ')}.", "year")


def find_years_to_come(subject: Subject) -> Iterator[Remark]:
    """A year that has not come: what is in press appears within a few years, and was read before today."""
    for variable, value in _list_dates(subject):
        most = subject.this_year + _YEARS_AHEAD.get(variable, 0)
        if isinstance(value, Date) and max(value.start.year, (value.end or value.start).year) > most:
            year = max(value.start.year, (value.end or value.start).year)
            yield Remark(f"The year {year} ({_call(variable)}) has not come yet.", variable)


def find_reversed_ranges(subject: Subject) -> Iterator[Remark]:
    """A range that ends before it begins."""
    for variable, value in _list_dates(subject):
        if isinstance(value, Date) and value.end and _first(value.end) < _first(value.start):
            yield Remark(f"The range of {_call(variable)} ends before it begins.", variable)


def find_early_access(subject: Subject) -> Iterator[Remark]:
    """Read before it was published."""
    issued, accessed = subject.work.issued, subject.work.accessed
    if isinstance(issued, Date) and isinstance(accessed, Date) and _ends_before(accessed, issued):
        yield Remark("The work was accessed before it was published.", "accessed")


def find_late_originals(subject: Subject) -> Iterator[Remark]:
    """An original that is younger than what repeats it."""
    issued, original = subject.work.issued, subject.work.original_date
    if isinstance(issued, Date) and isinstance(original, Date) and _ends_before(issued, original):
        yield Remark("The original is dated later than the work that repeats it.", "original_date")


def _ends_before(one: Date, other: Date) -> bool:
    """Whether `one` is over before `other` begins, as far as both are stated."""
    pairs = zip(_list_parts(one.end or one.start), _list_parts(other.start), strict=False)
    differing = next(((a, b) for a, b in pairs if a != b), None)
    return not one.open_ended and differing is not None and differing[0] < differing[1]


def _list_parts(day: PartialDate) -> list[int]:
    parts = (day.year, day.month, day.day if day.month else None)
    return [part for part in parts if part is not None]


def _first(day: PartialDate) -> tuple[int, int, int]:
    return day.year, day.month or (day.season or 0) * 3, day.day or 0


def _call(variable: str) -> str:
    return {"issued": "date of publication", "accessed": "date of access"}.get(
        variable, variable.replace("_", " ")
    )
