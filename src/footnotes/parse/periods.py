"""Years that say what a work is about, not when it came out: `European Warfare, 1494–1660, ed. ...`."""

import re

from footnotes.parse.bare_imprints import match_bare_imprint
from footnotes.parse.draft import Draft
from footnotes.parse.imprints import read_imprint
from footnotes.parse.landmarks import Stretch

_ABOUT = r"(?:(?:ca?\.|circa|c)\s?)?(?:A\.?D\.?\s)?"
_ERA = r"(?:\s?(?:B\.?\s?C\.?(?:\s?E\.?)?|C\.?\s?E\.?|A\.?\s?D\.?)(?!\w))"
_PERIOD = re.compile(
    rf"{_ABOUT}(?:\d{{3,4}}{_ERA}?\s?[-\u2010-\u2015\u2212]\s?{_ABOUT}\d{{2,4}}(?!\d){_ERA}?"
    rf"|\d{{1,4}}{_ERA}?\s?[-\u2010-\u2015\u2212]\s?{_ABOUT}\d{{1,4}}{_ERA})(?=\s*(?:[,.:;(\[]|$))"
)
# "Barcelona, Ariel, 1971": a year between separators that is the last of an imprint.
_LATER_YEAR = re.compile(r",\s(?=(?:1[4-9]|20)\d\d(?:\s?[,.;]|\s?$))")
# "Clio 3 (1974): 277–303, reprinted in ...": behind a colon or a bracket stand pages.
_PAGES_BEFORE = re.compile(r"(?:[:)\]]|\b(?:vol|no|Bd|t)\.?\s\w{1,4}),?\s*\Z")
_LONGEST_LABEL = 12
_REACH = 500
"""How far behind the years an imprint is looked for, in characters."""
_PLACED = {"publisher", "publisher_place"}


def match_period(stretch: Stretch) -> int | None:
    """The end of a range of years at the start of `stretch`, if the work has its date behind it; else None.

    An imprint has one year of its own, which is that of publication (Chicago): years before it are
    the subject of the work and belong to its title.
    """
    text, start = stretch.landmarks.text, stretch.start
    match = _PERIOD.match(text, start, stretch.end)
    if match is None or _PAGES_BEFORE.search(text, max(0, start - _LONGEST_LABEL), start):
        return None
    rest = stretch.cut(match.end(), min(stretch.end, match.end() + _REACH))
    return match.end() if is_dated_behind(rest) or _has_later_year(rest) else None


def take_period(draft: Draft, start: int, end: int) -> bool:
    """Add the years at `start` to the title or container before them, and tell whether there is one."""
    text = draft.landmarks.text
    if draft.plains and text[draft.plains[-1][1] : start] == ", ":
        draft.plains[-1] = (draft.plains[-1][0], end)
        return True
    for at, (variable, begin, last) in enumerate(draft.places):
        if variable in {"title", "container_title"} and text[last:start] == ", ":
            draft.variables[variable] = text[begin:end]
            draft.places[at] = (variable, begin, end)
            return True
    return False


def is_dated_behind(stretch: Stretch) -> bool:
    """Whether an imprint of a place or publisher and a year stands in brackets soon in `stretch`."""
    near = stretch.cut(stretch.start, min(stretch.end, stretch.start + _REACH))
    for start, end in near.list_inside(stretch.landmarks.brackets):
        imprint = read_imprint(stretch.cut(start + 1, end - 1).text)
        stated = {one.variable for one in imprint.fields} if imprint else set()
        if "issued" in stated and stated & _PLACED:
            return True
    return False


def _has_later_year(stretch: Stretch) -> bool:
    text, landmarks = stretch.landmarks.text, stretch.landmarks
    commas = [at for at in range(stretch.start, stretch.end) if text[at] == "," and landmarks.is_open(at)]
    return any(
        _LATER_YEAR.match(text, at, stretch.end) or match_bare_imprint(text, at + 2, stretch.end)
        for at in commas
    )
