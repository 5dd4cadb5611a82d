"""Short forms with a page or a year, "Murinson 124", "Latour (1993)", for works cited in full elsewhere.

`Word 124` is a short form only if the word is the name of someone whom the document cites; hence what is
known is collected from the full citations first (specification of the notes, section 2.5).
"""

import re

from attrs import evolve, frozen

from footnotes.model import CiteForm, Date, Name
from footnotes.parse.dates import read_year
from footnotes.parse.known_works import KnownWorks
from footnotes.parse.landmarks import Stretch
from footnotes.parse.locators import FoundLocator, match_locator
from footnotes.parse.names.reading import FoundName, read_names, shift_name
from footnotes.parse.readings import Reading
from footnotes.text.dates import load_months
from footnotes.text.fold import fold_case, fold_marks

_NAME_END = re.compile(r"(?<=[\w.]),?\s+(?=\S)")
_DATED = re.compile(
    r"(?P<names>[^\W\d_][^\d,;:()]{1,60}?)\s\((?P<year>(?:1[4-9]|20)\d\d[a-z]?)\)(?=\s*(?:$|[,.:;]))"
)
_COMMA_YEAR = re.compile(r",?\s(?:1[4-9]|20)\d\d\b")
_NO_NAME = re.compile(r"[\d,;:()]")
LONGEST = 64
"""The most characters of the names in a short form."""
GAP = re.compile(r"\s*,?:?\s*(?=\S)")
_END = re.compile(r"\s*(?:$|[.,;:)(])")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?")


@frozen
class FoundShort:
    """A short form with what it states."""

    form: CiteForm
    reading: Reading
    confidence: str = "high"


def match_short(stretch: Stretch, known: KnownWorks) -> FoundShort | None:
    """An author-page or author-year form at the start, of a name that is known; or None."""
    text = stretch.landmarks.text
    bracketed = text.find(" (", stretch.start, min(stretch.end, stretch.start + LONGEST)) > 0
    dated = _DATED.match(text, stretch.start, stretch.end) if bracketed else None
    if dated is not None:
        return _read_dated(stretch, dated, known)
    for gap in _NAME_END.finditer(text, stretch.start, min(stretch.end, stretch.start + LONGEST)):
        words = text[stretch.start : gap.start()]
        if _NO_NAME.search(words):
            return None
        number = match_locator(text, gap.end(), stretch.end)
        if number is None:
            continue
        if _is_date_or_verse(text, words, number):
            return None
        names = [shift_name(one, stretch.start) for one in read_names(words)]
        ended = number.end >= stretch.end or _END.match(text, number.end, stretch.end)
        known_names = known.know(tuple(one.name for one in names))
        return _read_number(stretch, names, number, known) if ended and known_names else None
    return None


def _is_date_or_verse(text: str, words: str, number: FoundLocator) -> bool:
    """Whether a name and a number are a day (`May 4, 1991`) or a verse (`James 2:14`)."""
    is_day = fold_case(words) in load_months() and _COMMA_YEAR.search(text, number.start, number.end + 8)
    return bool(is_day) or (not number.labelled and bool(number.locator.levels))


def _read_dated(stretch: Stretch, dated: re.Match[str], known: KnownWorks) -> FoundShort | None:
    """`Latour (1993), p. 15`: a known name and a year of a work of that name."""
    names = [shift_name(one, stretch.start) for one in read_names(dated["names"])]
    found = read_year(dated["year"])
    first = names[0].name if names else None
    years = (
        known.years.get(fold_marks(first.family), frozenset()) if isinstance(first, Name) else frozenset()
    )
    if found is None or found[2].year not in years:
        return None
    reading = Reading(
        type="book",
        variables={"author": tuple(one.name for one in names), "issued": found[2]},
        places=(*(("author", one.start, one.end) for one in names), ("issued", *dated.span("year"))),
        locator=None,
        start=stretch.start,
        end=dated.end(),
    )
    gap = GAP.match(stretch.landmarks.text, dated.end(), stretch.end)
    page = match_locator(stretch.landmarks.text, gap.end(), stretch.end) if gap else None
    return FoundShort(CiteForm.SHORT_AUTHOR_YEAR, add_locator(reading, page) if page else reading)


def _read_number(
    stretch: Stretch, names: list[FoundName], number: FoundLocator, known: KnownWorks
) -> FoundShort | None:
    """A number after a name is a year if the document knows a work of that name and year, else a page."""
    reading = Reading(
        type="book",
        variables={"author": tuple(one.name for one in names)},
        places=tuple(("author", one.start, one.end) for one in names),
        locator=None,
        start=stretch.start,
        end=number.end,
    )
    text = stretch.landmarks.text
    year = _YEAR.match(text, number.start)
    if year is None or number.labelled or "-" in number.locator.value:
        return FoundShort(CiteForm.SHORT_AUTHOR_PAGE, add_locator(reading, number))
    found = read_year(year.group())
    if found is None:
        return FoundShort(CiteForm.SHORT_AUTHOR_PAGE, add_locator(reading, number))
    first = names[0].name
    years = (
        known.years.get(fold_marks(first.family), frozenset()) if isinstance(first, Name) else frozenset()
    )
    dated = FoundShort(CiteForm.SHORT_AUTHOR_YEAR, _add_year(stretch, reading, year, found[2]))
    if found[2].year in years:
        return dated
    if text[number.end : stretch.end].strip(" .,;"):
        return None
    if dated.reading.locator is not None:
        # "Smith 2005, 14" where Smith has no work of that year is another work, and no page 2005.
        return dated
    paged = add_locator(reading, number)
    return FoundShort(CiteForm.SHORT_AUTHOR_PAGE, evolve(paged, flags=("year_or_page",)))


def _add_year(stretch: Stretch, reading: Reading, year: re.Match[str], date: Date) -> Reading:
    dated = evolve(
        reading,
        variables=reading.variables | {"issued": date},
        places=(*reading.places, ("issued", *year.span())),
        end=year.end(),
    )
    gap = GAP.match(stretch.landmarks.text, year.end(), stretch.end)
    page = match_locator(stretch.landmarks.text, gap.end(), stretch.end) if gap else None
    return add_locator(dated, page) if page else dated


def add_locator(reading: Reading, found: FoundLocator) -> Reading:
    """`reading` with the place cited that follows it."""
    places = (*reading.places, ("locator", found.value_start, found.end))
    return evolve(reading, locator=found.locator, places=places, end=found.end)
