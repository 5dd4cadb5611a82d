"""Imprints without parentheses: `Köln: Kölsch, 1978`, `Berlin 1978`."""

import re

from footnotes.model import Date, PartialDate
from footnotes.parse.imprint_dates import load_seasons
from footnotes.parse.imprint_fields import Imprint, ImprintField, trim_field
from footnotes.parse.names.persons import is_organisation
from footnotes.parse.towns import is_book_town, opens_with_article
from footnotes.text.dates import load_months
from footnotes.text.fold import fold_case

# "Stadt und Recht. Köln": a title, and then the place.
_STOP = re.compile(r"[^\W\d_]{3}\.\s")
_SENTENCES = re.compile(r"[^\W\d_]{4}\.\s+[^\W\d_a-z]")
_IN_PLACES = {"am", "an", "der", "upon", "de", "la", "und", "i.", "a.", "u.", "u.a."}
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
        *trim_field("publisher_place", text, *match.span("place")),
        *trim_field("publisher", text, *match.span("publisher")),
        ImprintField("issued", Date(PartialDate(int(match["year"]))), *match.span("year")),
    )
    return match.end(), Imprint(fields)


def _match_place_and_year(text: str, start: int, end: int) -> tuple[int, Imprint] | None:
    """`Berlin 1978`: a place without a publisher, as German notes have it; no season, no month.

    Behind an article it is a publisher: `il Mulino 1974`, `de Gruyter 1974`.
    """
    match = _PLACE_YEAR.match(text, start, end)
    if match is None or load_seasons()[0].search(match["place"] + " ") or _STOP.search(match["place"]):
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
