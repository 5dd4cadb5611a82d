"""Parts that say which volume, edition or page it is."""

import re

from footnotes.parse.editions import match_edition
from footnotes.parse.imprint_fields import ImprintField
from footnotes.parse.landmarks import Stretch
from footnotes.parse.locators import FoundLocator, match_locator
from footnotes.parse.parts.part import Part
from footnotes.parse.periods import match_period
from footnotes.parse.reporters import match_reporter
from footnotes.parse.theses import match_thesis
from footnotes.parse.volumes import match_volume

_HERE = re.compile(r"\(?(?:here|hier|ici|qui|especially|esp\.|at|bes\.)\s*:?\s+(?=\S)", re.IGNORECASE)
_AFTER_NUMBER = re.compile(r"\s*(?:$|[,.;)\]]|[(\[]|https?:|doi\b|see\b|and\b)", re.IGNORECASE)
_YEARS = re.compile(r"(?:1[4-9]|20)\d\d(?:\W{1,3}(?:(?:1[4-9]|20)\d\d|\d{1,2}))?")
_VOLUMES = re.compile(
    r"(?P<number>[1-9]\d{0,2})\s(?:vols?\b\.?|volumes\b|Bde\b\.?|Bänden?\b|tomes\b|tomos\b|voll\b\.?)(?:\sto\sdate)?(?!\s?[\dIVX])"
)


def recognise_period(stretch: Stretch) -> Part | None:
    """Years that say what a work is about: `European Warfare, 1494–1660`."""
    end = match_period(stretch)
    return Part("period", stretch.start, end) if end is not None else None


def recognise_volumes(stretch: Stretch) -> Part | None:
    """The number of all volumes (`3 vols.`)."""
    match = _VOLUMES.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("volumes", *match.span(), match["number"]) if match else None


def recognise_edition(stretch: Stretch) -> Part | None:
    """Which edition it is: `2nd ed.`."""
    found = match_edition(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("edition", found.start, found.end, found) if found else None


def recognise_thesis(stretch: Stretch) -> Part | None:
    """What kind of thesis it is."""
    text, start = stretch.landmarks.text, stretch.start
    end = match_thesis(text, start, stretch.end)
    if end is None:
        return None
    genre = text[start:end].rstrip(" /")
    return Part("thesis", start, end, ImprintField("genre", genre, start, start + len(genre)))


def recognise_volume(stretch: Stretch) -> Part | None:
    """Volume and issue."""
    found = match_volume(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("volume", stretch.start, found.end, found) if found else None


def recognise_reporter(stretch: Stretch) -> Part | None:
    """Where a law report prints a case."""
    found = match_reporter(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("reporter", stretch.start, found.end, found) if found else None


def recognise_here(stretch: Stretch) -> Part | None:
    """The place cited behind an extent: `here p. 3`."""
    match = _HERE.match(stretch.landmarks.text, stretch.start, stretch.end)
    found = match_locator(stretch.landmarks.text, match.end(), stretch.end) if match else None
    if found is None:
        return None
    closing = stretch.landmarks.text.startswith("(", stretch.start)
    return Part("here", stretch.start, found.end + closing, found)


def recognise_locator(stretch: Stretch) -> Part | None:
    """The place cited; a number without a label only where it stands alone."""
    dates = (one[0] for one in stretch.landmarks.dates if one[0] > stretch.start)
    found = match_locator(stretch.landmarks.text, stretch.start, min(next(dates, stretch.end), stretch.end))
    if found is None or (not found.labelled and not _stands_alone(stretch, found)):
        return None
    return Part("locator", stretch.start, found.end, found)


def _stands_alone(stretch: Stretch, found: FoundLocator) -> bool:
    """Whether a bare number is a page: it is no year, and ends where a part of a citation ends."""
    is_year = _YEARS.fullmatch(stretch.cut(found.start, found.end).text) is not None
    return not is_year and _AFTER_NUMBER.match(stretch.cut(found.end).text) is not None
