"""Imprints: `(Place: Publisher, Year)` and its relatives, the parenthesis that makes a book a book."""

import re
from collections.abc import Iterator

from attrs import evolve

from footnotes.model import Date, PartialDate
from footnotes.parse.editions import EDITION, make_edition
from footnotes.parse.imprint_dates import find_date
from footnotes.parse.imprint_fields import Imprint, ImprintField, trim_field
from footnotes.parse.publishers import read_without_colon

_THESIS = re.compile(
    r"\b(?:unpublished\s)?(?:Ph\.?\s?D|D\.?\s?Phil|M\.?\s?A|M\.?\s?Phil|M\.?\s?Sc|M\.?\s?Litt|LL\.?\s?[MD]|J\.?\s?S\.?\s?D"
    r"|S\.?\s?J\.?\s?D|B\.?\s?A|B\.?\s?Litt|Ed\.?\s?D|Th\.?\s?D|master(?:['’]?s)?|doctoral|bachelor['’]?s|honou?rs)\.?"
    r"\s(?:diss(?:ertation|\.)?|thesis)"
    r"|\bDiss(?:ertation|\.)|\bthèse\b|\btesi\b|\btesis\b|\bдисс?\.|\bdoktora tezi\b",
    re.IGNORECASE,
)
# "1987; repr., London: New Beacon, 2000", "[1904] London: Allen, 1930".
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


def is_thesis(genre: str) -> bool:
    """Whether `genre`, printed in an imprint, says that a work is a thesis ("PhD diss.")."""
    return _THESIS.search(genre) is not None


def read_imprint(text: str) -> Imprint | None:
    """The fields of the imprint `text` (without its parentheses); None if it is no imprint.

    An imprint ends in a year or says that it has none. The place ends at the last colon before
    the publisher, so that `Princeton, N.J.: Princeton UP, 2006` and `Washington, D.C.: ...` are
    read whole (specification of the notes, section 4).
    """
    original = _BRACKETED.search(text)
    if original is not None:
        text = text[: original.start()]
    when = find_date(text)
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
        yield from trim_field("publisher", text, thesis.end(), end)
        return
    if edition := EDITION.match(text, start):
        yield make_edition(edition)
        start = edition.end()
    end, later = _cut_tail(text, start, end)
    yield from later
    colon = text.rfind(":", start, end)
    if colon >= 0:
        yield from trim_field("publisher_place", text, start, colon)
        yield from trim_field("publisher", text, colon + 1, end)
    else:
        yield from read_without_colon(text, start, end)


def _read_first_printing(text: str, match: re.Match[str]) -> Iterator[ImprintField]:
    """Where and when a reprinted work came out first."""
    start, end = match.span("first")
    colon = text.rfind(":", start, end)
    if colon >= 0:
        yield from trim_field("original_publisher_place", text, start, colon)
        yield from trim_field("original_publisher", text, colon + 1, end)
    else:
        renamed = (
            evolve(one, variable=f"original_{one.variable}") for one in read_without_colon(text, start, end)
        )
        yield from renamed
    yield ImprintField("original_date", Date(PartialDate(int(match["year"]))), *match.span("year"))


def _cut_tail(text: str, start: int, end: int) -> tuple[int, list[ImprintField]]:
    """What stands between publisher and year: an edition, the year of the first printing."""
    if found := _REPRINTED.search(text, start, end):
        year = Date(PartialDate(int(found["year"])))
        return found.start(), [ImprintField("original_date", year, *found.span("year"))]
    for match in EDITION.finditer(text, start, end):
        if not text[match.end() : end].strip(" ,;"):
            return match.start(), [make_edition(match)]
    return end, []
