"""Parts that say where and when a work is to be found: addresses, dates, imprints, series."""

import re

from footnotes.parse.bare_imprints import match_bare_imprint
from footnotes.parse.dates import make_date, match_year_first, read_year
from footnotes.parse.identifiers import match_doi
from footnotes.parse.imprint_fields import Imprint, ImprintField
from footnotes.parse.landmarks import Stretch
from footnotes.parse.parts.part import Part
from footnotes.parse.theses import skip_academic_year

_URL_LABEL = re.compile(r"(?:URL|url|Режим доступа|Available at|Available from)\s?:?\s+")
# "(= Pfälzer Studien, Bd. 4)": German notes print the series in brackets behind the title.
_SERIES = re.compile(
    r"\(=\s*(?P<title>[^()]+?)(?:[,;]?\s(?:(?:Bd|Band|Nr|Heft|H|vol|t)\.?\s)?(?P<number>\d+(?:[/.,-]\d+)*|[IVXLC]+))?\)"
)
_AFTER_YEAR = re.compile(r"\s*(?:$|[,.;)\]]|\[|https?:|doi\b)", re.IGNORECASE)


def recognise_access(stretch: Stretch) -> Part | None:
    """When a page was read: `accessed 3 May 2020`."""
    found = next((one for one in stretch.landmarks.accesses if one.start == stretch.start), None)
    return Part("access", found.start, found.end, found) if found and found.end <= stretch.end else None


def recognise_url(stretch: Stretch) -> Part | None:
    """An address, with its label and the angle brackets around it."""
    label = _URL_LABEL.match(stretch.landmarks.text, stretch.start, stretch.end)
    start = label.end() if label else stretch.start
    bracket = stretch.landmarks.text.startswith("<", start)
    found = stretch.find(stretch.landmarks.urls, start + bracket)
    return Part("url", found[0], found[1] + bracket, stretch.cut(*found).text) if found else None


def recognise_doi(stretch: Stretch) -> Part | None:
    """A DOI."""
    found = match_doi(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("doi", *found, stretch.cut(*found).text) if found else None


def recognise_date(stretch: Stretch) -> Part | None:
    """A day or a month of a year, in either order."""
    year_first = match_year_first(stretch.landmarks.text, stretch.start, stretch.end)
    if year_first is not None:
        return Part("date", stretch.start, *year_first)
    found = next((one for one in stretch.landmarks.dates if one[0] == stretch.start), None)
    return (
        Part("date", found[0], found[1], make_date(found[2])) if found and found[1] <= stretch.end else None
    )


def recognise_bare_imprint(stretch: Stretch) -> Part | None:
    """An imprint without brackets: `Köln: Kölsch, 1978`."""
    text = stretch.landmarks.text
    # "// Известия. 1994": a container follows the strokes, and no town.
    inside = text[: stretch.start].rstrip().endswith("//")
    found = None if inside else match_bare_imprint(text, stretch.start, stretch.end)
    return Part("imprint", stretch.start, *found) if found else None


def recognise_series(stretch: Stretch) -> Part | None:
    """A series in brackets, as German notes print it, with the number in it."""
    match = _SERIES.match(stretch.landmarks.text, stretch.start, stretch.end)
    if match is None:
        return None
    title = ImprintField("collection_title", match["title"], *match.span("title"))
    number = ImprintField("collection_number", match["number"] or "", *match.span("number"))
    return Part("series", *match.span(), Imprint((title, number)))


def recognise_year(stretch: Stretch) -> Part | None:
    """A year, or an academic year, that stands alone."""
    academic = skip_academic_year(stretch.landmarks.text, stretch.start, stretch.end)
    if academic > stretch.start and (years := read_year(stretch.landmarks.text[academic : academic + 12])):
        return Part("year", stretch.start, academic + years[1], years[2])
    found = read_year(stretch.text[:12])
    if found is None or found[0] or not _AFTER_YEAR.match(stretch.text[found[1] :]):
        return None
    return Part("year", stretch.start, stretch.start + found[1], found[2])
