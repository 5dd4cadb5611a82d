"""Short forms: "Murinson 124", "de Waal, *Great Catastrophe*, 47", for works cited in full elsewhere.

`Word 124` is a short form only if the word is the name of someone whom the document cites; hence what is
known is collected from the full citations first (specification of the notes, section 2.5).
"""

import re
from collections.abc import Iterable

from attrs import evolve, field, frozen

from footnotes.model import CiteForm, Date, Name, Reference
from footnotes.parse.dates import read_year
from footnotes.parse.full import Reading
from footnotes.parse.landmarks import Stretch
from footnotes.parse.locators import FoundLocator, match_locator
from footnotes.parse.names import FoundName, read_names, shift_name
from footnotes.parse.titles import FoundTitle
from footnotes.text.fold import fold_marks

_NAMES = re.compile(r"(?P<names>[^\d,;:()]{2,60}?),?\s+(?=\S)")
_GAP = re.compile(r"\s*,?:?\s*(?=\S)")
_END = re.compile(r"\s*(?:$|[.,;:)(])")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?")


@frozen
class KnownNames:
    """The folded family names of all whose works the document cites in full, and the years of these."""

    families: frozenset[str] = field(factory=frozenset)
    years: frozenset[tuple[str, int]] = field(factory=frozenset)

    def know(self, names: object) -> bool:
        """Whether `names` are persons, each of whom is known."""
        return (
            isinstance(names, tuple)
            and bool(names)
            and all(isinstance(one, Name) and fold_marks(one.family) in self.families for one in names)
        )


@frozen
class FoundShort:
    """A short form with what it states."""

    form: CiteForm
    reading: Reading
    confidence: str = "high"


def collect_names(references: Iterable[Reference]) -> KnownNames:
    """The names under which `references` can be cited short: authors, editors and translators."""
    families, years = set(), set()
    for work in references:
        for name in (*work.author, *work.editor, *work.translator, *work.container_author):
            if isinstance(name, Name):
                families.add(fold_marks(name.family))
                if work.year is not None:
                    years.add((fold_marks(name.family), work.year))
    return KnownNames(frozenset(families), frozenset(years))


def match_short(stretch: Stretch, known: KnownNames) -> FoundShort | None:
    """An author-page or author-year form at the start, of a name that is known; or None."""
    text = stretch.landmarks.text
    match = _NAMES.match(text, stretch.start, min(stretch.end, stretch.start + 64))
    if match is None:
        return None
    names = [shift_name(one, stretch.start) for one in read_names(match["names"])]
    number = match_locator(text, match.end(), stretch.end)
    if number is None or not known.know(tuple(one.name for one in names)):
        return None
    if not _END.match(text, number.end, stretch.end) and number.end < stretch.end:
        return None
    return _read_number(stretch, names, number, known)


def _read_number(
    stretch: Stretch, names: list[FoundName], number: FoundLocator, known: KnownNames
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
    if year is None or number.labelled:
        return FoundShort(CiteForm.SHORT_AUTHOR_PAGE, _add_locator(reading, number))
    found = read_year(year.group())
    first = names[0].name
    if (
        found is None
        or not isinstance(first, Name)
        or (fold_marks(first.family), found[2].year) not in known.years
    ):
        alone = not text[number.end : stretch.end].strip(" .,;")
        return FoundShort(CiteForm.SHORT_AUTHOR_PAGE, _add_locator(reading, number)) if alone else None
    return FoundShort(CiteForm.SHORT_AUTHOR_YEAR, _add_year(stretch, reading, year, found[2]))


def _add_year(stretch: Stretch, reading: Reading, year: re.Match[str], date: Date) -> Reading:
    dated = evolve(
        reading,
        variables=reading.variables | {"issued": date},
        places=(*reading.places, ("issued", *year.span())),
        end=year.end(),
    )
    gap = _GAP.match(stretch.landmarks.text, year.end(), stretch.end)
    page = match_locator(stretch.landmarks.text, gap.end(), stretch.end) if gap else None
    return _add_locator(dated, page) if page else dated


def _add_locator(reading: Reading, found: FoundLocator) -> Reading:
    places = (*reading.places, ("locator", found.value_start, found.end))
    return evolve(reading, locator=found.locator, places=places, end=found.end)


def read_short_title(
    stretch: Stretch, reading: Reading, title: FoundTitle, known: KnownNames
) -> FoundShort | None:
    """A reading without publication data as author-title or title form; None if it is neither.

    A title that a sentence goes on after is only mentioned, and so is one without name and place.
    """
    rest = stretch.cut(reading.end).text.strip(" .,;")
    if (rest and rest[0] not in "([") or reading.variables.keys() - {"author", "title"}:
        return None
    names = reading.variables.get("author")
    if not names:
        starts = title.outer_start == reading.start and reading.locator is not None
        return FoundShort(CiteForm.SHORT_TITLE, reading) if starts else None
    return FoundShort(CiteForm.SHORT_AUTHOR_TITLE, reading, "high" if known.know(names) else "medium")
