"""Imprints: `(Place: Publisher, Year)` and its relatives, the parenthesis that makes a book a book."""

import functools
import re
from collections.abc import Iterator

from attrs import evolve, frozen

from footnotes.model import AnyDate, Date, LiteralDate, PartialDate
from footnotes.parse.dates import make_date, read_year
from footnotes.parse.persons import is_organisation
from footnotes.parse.roles import FoundRole
from footnotes.parse.towns import begins_with_publisher, is_book_town, opens_with_article
from footnotes.parse.vocabulary import load_table
from footnotes.text.dates import find_dates, load_months
from footnotes.text.fold import fold_case

_EDITION = re.compile(
    r"(?:(?P<number>\d{1,3})(?:st|nd|rd|th|\.?[ªº°]|\.|e|a|ème|-е|-ое)?,?\s*"
    r"(?:(?:rev(?:ised|\.)?|anniversary|international|student)\s+"
    r"|(?:[^\W\d_]{3,}\.?,?\s(?:(?:u\.|und)\s)?){1,3}(?=Aufl))?"
    r"|(?P<named>(?:rev|enl|exp|new|revised|enlarged|expanded|updated|illustrated|abridged|unabridged|annotated|corrected)\b\.?(?:\s(?:and|&)\s\w+\.?)?)\s+)"
    r"(?:ed(?:itio)?n?\b\.?|edn\b|Aufl(?:age|\.)|éd\.|ed\.|изд\.(?:,\s(?:испр|доп|перераб|стер)\.(?:\sи\s(?:испр|доп|перераб)\.)?)?|baskı|basım|nəşr|wyd\.)",
    re.IGNORECASE,
)
_NO_DATE = re.compile(
    r"\b(?:n\.\s?d\.|o\.\s?J\.|s\.\s?d\.|s\.\s?a\.|б\.\s?г\.|t\.\s?y\.|b\.\s?d\."
    r"|forthcoming|im Erscheinen|à paraître)",
    re.IGNORECASE,
)
# "Stadt und Recht. Köln": a title, and then the place.
_STOP = re.compile(r"[^\W\d_]{3}\.\s")
_SENTENCES = re.compile(r"[^\W\d_]{4}\.\s+[^\W\d_a-z]")
_THESIS = re.compile(
    r"\b(?:unpublished\s)?(?:Ph\.?\s?D|D\.?\s?Phil|M\.?\s?A|M\.?\s?Phil|M\.?\s?Sc|M\.?\s?Litt|LL\.?\s?[MD]|J\.?\s?S\.?\s?D"
    r"|S\.?\s?J\.?\s?D|B\.?\s?A|B\.?\s?Litt|Ed\.?\s?D|Th\.?\s?D|master(?:['’]?s)?|doctoral|bachelor['’]?s|honou?rs)\.?"
    r"\s(?:diss(?:ertation|\.)?|thesis)"
    r"|\bDiss(?:ertation|\.)|\bthèse\b|\btesi\b|\btesis\b|\bдисс?\.|\bdoktora tezi\b",
    re.IGNORECASE,
)
# "1987; repr., London: New Beacon, 2000", "[1904] London: Allen, 1930".
_IN_PLACES = {"am", "an", "der", "upon", "de", "la", "und", "i.", "a.", "u.", "u.a."}
_MOST_WORDS = 2
_ORIGINAL = re.compile(
    r"\[?(?P<year>1[4-9]\d\d|20\d\d)\]?[;,]?\s+(?:repr(?:int(?:ed)?|\.)?,?\s+)?(?=\S.*\d{4})", re.IGNORECASE
)
# "New Beacon, 1987; repr., 2000" and "Verso, 2001 [1904]".
_REPRINTED = re.compile(r",\s(?P<year>(?:1[4-9]|20)\d\d);\s*repr(?:int(?:ed)?|\.)?,?\s*$", re.IGNORECASE)
# "New York: Knopf, 1989; repr., London: Penguin, 2004": the first publisher, and then that of the copy.
_FIRST_PRINTED = re.compile(
    r"(?P<first>[^;]*?[^;,\s]),?\s(?P<year>(?:1[4-9]|20)\d\d);\s*"
    r"(?:(?i:repr(?:int(?:ed)?|\.)?)[.,]?\s+(?:by\s|in\s)?)?(?=[^\W\d_a-z])"
)
_BRACKETED = re.compile(r"\s*\[(?P<year>(?:1[4-9]|20)\d\d)\]\s*$")
_YEAR = re.compile(r"(?<![\w/-])(?:1[4-9]\d\d|20\d\d)(?:[-–/]\d{2,4})?[a-z]?(?!\w)")


def is_thesis(genre: str) -> bool:
    """Whether `genre`, printed in an imprint, says that a work is a thesis ("PhD diss.")."""
    return _THESIS.search(genre) is not None


@functools.cache
def _load_seasons() -> tuple[re.Pattern[str], dict[str, int]]:
    seasons = {row[0]: int(row[1]) for row in load_table("seasons")}
    words = "|".join(seasons)
    pattern = rf"(?P<season>{words})(?:\s?(?:[-–—/]{{1,3}}|and)\s?\w+)?,?\s+$"
    return re.compile(pattern, re.IGNORECASE), seasons


@frozen
class ImprintField:
    """One CSL variable read from an imprint, with its place in the text of the imprint."""

    variable: str
    value: str | AnyDate
    start: int
    end: int


@frozen
class Imprint:
    """The fields of an imprint, in no particular order, and who edited or translated the work."""

    fields: tuple[ImprintField, ...]
    role: FoundRole | None = None


def read_imprint(text: str) -> Imprint | None:
    """The fields of the imprint `text` (without its parentheses); None if it is no imprint.

    An imprint ends in a year or says that it has none. The place ends at the last colon before
    the publisher, so that `Princeton, N.J.: Princeton UP, 2006` and `Washington, D.C.: ...` are
    read whole (specification of the notes, section 4).
    """
    original = _BRACKETED.search(text)
    if original is not None:
        text = text[: original.start()]
    when = _find_date(text)
    if when is None:
        return None
    fields = (when, *_read_before(text, when.start))
    stated = {one.variable for one in fields}
    if original is not None and "original_date" not in stated:
        year = Date(PartialDate(int(original["year"])))
        fields = (*fields, ImprintField("original_date", year, *original.span("year")))
    return Imprint(fields)


def _read_before(text: str, end: int) -> Iterator[ImprintField]:
    start = 0
    if original := _ORIGINAL.match(text, 0):
        yield ImprintField(
            "original_date", Date(PartialDate(int(original["year"]))), *original.span("year")
        )
        start = original.end()
    elif first := _FIRST_PRINTED.match(text, 0, end):
        yield from _read_first_printing(text, first)
        start = first.end()
    if thesis := _THESIS.search(text, start, end):
        yield ImprintField("genre", thesis.group(), *thesis.span())
        yield from _trim_field("publisher", text, thesis.end(), end)
        return
    if edition := _EDITION.match(text, start):
        yield _make_edition(edition)
        start = edition.end()
    end, later = _cut_tail(text, start, end)
    yield from later
    colon = text.rfind(":", start, end)
    if colon >= 0:
        yield from _trim_field("publisher_place", text, start, colon)
        yield from _trim_field("publisher", text, colon + 1, end)
    else:
        yield from _read_without_colon(text, start, end)


def _read_first_printing(text: str, match: re.Match[str]) -> Iterator[ImprintField]:
    """Where and when a reprinted work came out first."""
    start, end = match.span("first")
    colon = text.rfind(":", start, end)
    if colon >= 0:
        yield from _trim_field("original_publisher_place", text, start, colon)
        yield from _trim_field("original_publisher", text, colon + 1, end)
    else:
        renamed = (
            evolve(one, variable=f"original_{one.variable}")
            for one in _read_without_colon(text, start, end)
        )
        yield from renamed
    yield ImprintField("original_date", Date(PartialDate(int(match["year"]))), *match.span("year"))


def _cut_tail(text: str, start: int, end: int) -> tuple[int, list[ImprintField]]:
    """What stands between publisher and year: an edition, the year of the first printing."""
    if found := _REPRINTED.search(text, start, end):
        year = Date(PartialDate(int(found["year"])))
        return found.start(), [ImprintField("original_date", year, *found.span("year"))]
    for match in _EDITION.finditer(text, start, end):
        if not text[match.end() : end].strip(" ,;"):
            return match.start(), [_make_edition(match)]
    return end, []


def _find_date(text: str) -> ImprintField | None:
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
    pattern, seasons = _load_seasons()
    season = pattern.search(text, 0, when.start)
    if season is None or not isinstance(when.value, Date):
        return when
    start = evolve(when.value.start, season=seasons[season["season"].lower()])
    return evolve(when, value=evolve(when.value, start=start), start=season.start())


def _trim_field(variable: str, text: str, start: int, end: int) -> Iterator[ImprintField]:
    while start < end and text[start] in " ,;:":
        start += 1
    while start < end and text[end - 1] in " ,;:":
        end -= 1
    if start < end:
        yield ImprintField(variable, text[start:end], start, end)


def _read_without_colon(text: str, start: int, end: int) -> Iterator[ImprintField]:
    """Without a colon `London, 1980` is a place, `OUP 2007` a publisher, `Berkeley, UCP, 2010` both."""
    comma = text.find(",", start, end)
    if comma >= 0 and (state := _STATE.match(text, comma, end)):
        # "Cambridge, Mass., 2000" and "Durham, NC, Duke University Press, 1992".
        comma = state.end() if text[state.end() : end].strip(" ,") else -1
        if comma < 0:
            yield from _trim_field("publisher_place", text, start, end)
            return
    if comma >= 0 and text[comma + 1 : end].strip(" ,"):
        swapped = begins_with_publisher(text[start:comma].strip(), text[comma + 1 : end].strip(" ,"))
        first, second = ("publisher", "publisher_place") if swapped else ("publisher_place", "publisher")
        yield from _trim_field(first, text, start, comma)
        yield from _trim_field(second, text, comma + 1, end)
    elif comma < 0 or _is_publisher(text[start:end]):
        yield from _trim_field("publisher", text, start, end)
    else:
        yield from _trim_field("publisher_place", text, start, end)


_STATE = re.compile(r",\s(?:[A-Z]{2}|(?:[A-Z]\.){2}|[A-Z][a-z]{2,4}\.)(?=,|\s*$)")
"""The state or province after a town: `NC`, `N.J.`, `Mass.`."""


def _is_publisher(text: str) -> bool:
    named = re.search(r"\b[A-Z]\.|&|\b(?:Verlag|Books|Sons|Éditions|UP)\b", text)
    return is_organisation(text) or named is not None


_BARE = re.compile(
    r"(?P<place>[^\W\d_][^,;:()\[\]\d]{1,50}):\s(?P<publisher>[^,;:()\[\]]{2,60}?),?\s"
    r"(?P<year>(?:1[4-9]|20)\d\d)\b(?!\s?[-–]\s?\d)"
)


_PLACE_YEAR = re.compile(
    r"(?P<place>(?:[^\W\d_a-z]\.;\s|[a-z]{1,3}\s|l['’])?[^\W\d_a-zß-ÿ][\w./'’-]*(?:\s[\w./'’-]+){0,4}?)(?:\s|(?<=\.),\s|(?P<comma>,\s))(?P<year>(?:1[4-9]|20)\d\d)(?=\s*(?:[.,;)\]\[]|$))"
)


_ISSUE_BEHIND = re.compile(r",\s(?:nos?\.|issue|H\.|Heft|n[°º])\s?\d")


def match_bare_imprint(text: str, start: int, end: int) -> tuple[int, Imprint] | None:
    """An imprint without parentheses at `start` (`Köln: Kölsch, 1978`): where it ends, and its fields."""
    match = _BARE.match(text, start, end)
    if match is None or not match["place"][0].isupper() or _SENTENCES.search(match["place"]):
        return _match_place_and_year(text, start, end)
    fields = (
        *_trim_field("publisher_place", text, *match.span("place")),
        *_trim_field("publisher", text, *match.span("publisher")),
        ImprintField("issued", Date(PartialDate(int(match["year"]))), *match.span("year")),
    )
    return match.end(), Imprint(fields)


def _match_place_and_year(text: str, start: int, end: int) -> tuple[int, Imprint] | None:
    """`Berlin 1978`: a place without a publisher, as German notes have it; no season, no month.

    Behind an article it is a publisher: `il Mulino 1974`, `de Gruyter 1974`.
    """
    match = _PLACE_YEAR.match(text, start, end)
    if match is None or _load_seasons()[0].search(match["place"] + " ") or _STOP.search(match["place"]):
        return None
    place = match["place"]
    if match["comma"] and not (is_book_town(place) and text[:start].endswith(". ")):
        # "Russia. Chicago, 1986. P. 15": behind a full stop a town, in the manner of GOST.
        return None
    if fold_case(place) in load_months() or _ISSUE_BEHIND.match(text, match.end(), end):
        # "3 August 1914" is a day, and "Wisconsin Law Review 1985, no. 4" a periodical.
        return None
    article = opens_with_article(place)
    named = article or is_organisation(place)
    if not named and place[0].islower():
        return None
    if not all(word[0].isupper() or word in _IN_PLACES for word in place.split()[article:]):
        return None
    variable = "publisher" if named and not is_book_town(place) else "publisher_place"
    fields = (
        ImprintField(variable, place, *match.span("place")),
        ImprintField("issued", Date(PartialDate(int(match["year"]))), *match.span("year")),
    )
    return match.end(), Imprint(fields)


def read_original(text: str) -> ImprintField | None:
    """The date of a first edition or of a document in square brackets: `[franz. 2006]`, `[1 Jan. 1907]`."""
    when = _find_date(text)
    few = when is not None and len(text[: when.start].split()) <= _MOST_WORDS
    return evolve(when, variable="original_date") if when and few else None


def match_edition(text: str, start: int, end: int) -> ImprintField | None:
    """The edition at `start` of `text` (`2nd ed.`, `rev. ed.`), its number or name as value."""
    match = _EDITION.match(text, start, end)
    return evolve(_make_edition(match), start=match.start(), end=match.end()) if match else None


def _make_edition(match: re.Match[str]) -> ImprintField:
    printed = "number" if match["number"] else "named"
    return ImprintField("edition", match[printed], *match.span(printed))
