"""A part in brackets: an imprint, a first edition, a place cited, the kind of thing, or a remark."""

import re

from attrs import evolve

from footnotes.parse.imprint_dates import read_original
from footnotes.parse.imprint_fields import Imprint
from footnotes.parse.imprints import read_imprint
from footnotes.parse.landmarks import Stretch
from footnotes.parse.locators import match_locator
from footnotes.parse.parts.part import Part
from footnotes.parse.parts.words import recognise_in
from footnotes.parse.roles import match_role

# What a catalogue says of the kind of thing: ISO 690 and GOST put it behind the title in brackets.
_GENRE = re.compile(
    r"[(\[](?:blog|weblog|podcast|video|film|website|online|radio|TV|en ligne|en línea|recurso electrónico"
    r"|electronic resource|Elektronische Ressource|Электронный ресурс|Електронний ресурс|Текст)[)\]]",
    re.IGNORECASE,
)


def recognise_bracket(stretch: Stretch) -> Part | None:
    """What stands in round or square brackets, by what it holds."""
    found = stretch.find(stretch.landmarks.brackets, stretch.start)
    if found is None or recognise_in(stretch):
        return None
    start, end = found
    if _GENRE.fullmatch(stretch.landmarks.text, start, end):
        return Part("medium", start, end)
    inner = stretch.landmarks.text[start + 1 : end - 1]
    role = None
    place = match_locator(stretch.landmarks.text, start + 1, end - 1)
    if place is not None and place.labelled and place.end == end - 1:
        return Part("here", start, end, place)
    if stretch.landmarks.text[start] == "[":
        original = read_original(inner)
        imprint = Imprint((original,)) if original else None
    else:
        role = match_role(stretch.cut(start + 1, end - 1))
        by = (role.end if role else start + 1) - start - 1
        imprint = read_imprint(inner[by:])
        start, inner = start + by, inner[by:]
    if imprint is None:
        return Part("remark", *found)
    by = start + 1
    moved = (evolve(one, start=one.start + by, end=one.end + by) for one in imprint.fields)
    kind = "original" if stretch.landmarks.text[found[0]] == "[" else "imprint"
    return Part(kind, *found, Imprint(tuple(moved), role))
