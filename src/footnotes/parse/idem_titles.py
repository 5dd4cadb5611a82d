"""A short title behind Idem: `id., Rivers, 4` is a short form, of the author of the cite before."""

import re

from footnotes.model import CiteForm
from footnotes.parse.dates import read_year
from footnotes.parse.idem import match_idem
from footnotes.parse.known_works import KnownWorks
from footnotes.parse.landmarks import Stretch
from footnotes.parse.locators import FoundLocator, match_locator
from footnotes.parse.names.persons import is_caseless
from footnotes.parse.prose import is_prose
from footnotes.parse.readings import FoundCite, Reading
from footnotes.parse.titles import FoundTitle, read_title

# "id., Rivers", "Ders.: Flüsse", "Он же. Реки": without any of them a sentence goes on.
_AFTER_WORD = re.compile(r"(?:(?<=\.)|[,:.])\s+(?=\S)")
_YEAR = re.compile(r"[.,]{0,2}\s\(?(?P<year>(?:1[5-9]|20)\d\d[a-z]?)\)?(?=\s*(?:$|[.,:;]))")
_CUT = re.compile(r",\s|\.\s|\s?\(|$")
_GAP = re.compile(r"[\s,.:]*")


def read_idem_title(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """Idem and an unmarked short title or a year at the start of `stretch`, with the place cited; or None.

    The title goes on as far as a place follows it; without one it must be all that is left.
    """
    text = stretch.landmarks.text
    word = match_idem(text, stretch.start, stretch.end)
    dated = _read_year(stretch, word) if word is not None else None
    if dated is not None:
        return dated
    gap = _AFTER_WORD.match(text, word, stretch.end) if word is not None else None
    if word is None or gap is None or not (text[gap.end()].isupper() or is_caseless(text[gap.end()])):
        return None
    found = _find_title(stretch.cut(gap.end()))
    if found is None or is_prose(found[0].text):
        return None
    title, place = found
    places = (("title", title.start, title.end),)
    reading = Reading(
        type="book",
        variables={"title": title.text},
        places=(*places, ("locator", place.value_start, place.end)) if place else places,
        locator=place.locator if place else None,
        start=stretch.start,
        end=place.end if place else title.end,
        idem=True,
        idem_word=text[stretch.start : word],
    )
    sure = "high" if known.hold_title(title.text) else "medium"
    return FoundCite(CiteForm.SHORT_AUTHOR_TITLE, reading, None, sure)


def _read_year(stretch: Stretch, word: int) -> FoundCite | None:
    """`Ders. 1999, S. 4`: the work of that year, with the place cited if nothing else follows."""
    text = stretch.landmarks.text
    match = _YEAR.match(text, word, stretch.end)
    found = read_year(match["year"]) if match else None
    if match is None or found is None:
        return None
    place = _match_place(stretch, match.end())
    end = place.end if place else match.end()
    if text[end : stretch.end].strip(" .,;"):
        return None
    places = (("issued", *match.span("year")),)
    reading = Reading(
        type="book",
        variables={"issued": found[2]},
        places=(*places, ("locator", place.value_start, place.end)) if place else places,
        locator=place.locator if place else None,
        start=stretch.start,
        end=end,
        idem=True,
        idem_word=text[stretch.start : word],
    )
    return FoundCite(CiteForm.SHORT_AUTHOR_YEAR, reading)


def _find_title(rest: Stretch) -> tuple[FoundTitle, FoundLocator | None] | None:
    """The words up to a place and the place, the first with a label or else the last; or all words."""
    text = rest.landmarks.text
    ends = [match.start() for match in _CUT.finditer(text, rest.start + 1, rest.end)]
    placed = [(end, place) for end in ends if (place := _match_place(rest, end)) is not None]
    labelled = [one for one in placed if one[1].labelled]
    if placed:
        end, place = labelled[0] if labelled else placed[-1]
        return read_title(text, "plain", rest.start, end), place
    last = ends[0] if ends and text[ends[0] :].lstrip().startswith("(") else rest.end
    words = text[rest.start : last].rstrip(" .,")
    return (read_title(text, "plain", rest.start, rest.start + len(words)), None) if words else None


def _match_place(rest: Stretch, end: int) -> FoundLocator | None:
    gap = _GAP.match(rest.landmarks.text, end, rest.end)
    return match_locator(rest.landmarks.text, gap.end(), rest.end) if gap else None
