"""Archival sources in the Russian manner: `РГАСПИ. Ф. 17. Оп. 3. Д. 12. Л. 5`."""

import re

from attrs import evolve

from footnotes.model import CiteForm, join_levels, list_levels, rank_label
from footnotes.parse.landmarks import Stretch
from footnotes.parse.locators import FoundLocator, match_locator
from footnotes.parse.readings import FoundCite, Reading

_NUMBERED = r"(?:Ф|ф|Фонд|фонд|F|f)\.?\s?(?:Р-|R-)?\d"
_FOND_AHEAD = re.compile(rf"\s{_NUMBERED}")
_FOND = re.compile(rf"(?P<archive>[^\W\d_a-z][^\d;:]{{1,100}}?)[.,]?\s+(?={_NUMBERED})")
_LEAF = rank_label("page")
# "Кн. 132", "Карт. 4", "Стб. 12", "Ед. хр. 7": what else a fond or an opis is divided into.
_UNIT = re.compile(
    r"[.,]?\s+(?:Кн|Карт|К|Кор|Св|Стб|Ч|Т|Ед\.\s?хр|Папка|Оп|Д)\.?\s?(?P<value>\d+[а-я]?)(?!\w)"
)
_VERSO = re.compile(r"\s?об(?!\w)\.?")


def read_fond(stretch: Stretch) -> FoundCite | None:
    """The archival source that `stretch` begins with: repository, fond, opis, delo and perhaps a leaf.

    None where no opis or delo follows the fond: a number alone can be anything.
    """
    text = stretch.landmarks.text
    told = _FOND_AHEAD.search(text, stretch.start, stretch.end)
    match = _FOND.match(text, stretch.start, stretch.end) if told else None
    found = match_locator(text, match.end(), stretch.end) if match else None
    if match is None or found is None or len(found.locator.levels) < 2:  # noqa: PLR2004 - fond and opis
        return None
    found = _add_levels(text, found, stretch.end)
    levels = list_levels(found.locator)
    leaf = rank_label(levels[-1][0]) >= _LEAF
    end = found.end
    shelf_end = found.value_start if leaf else end
    shelf = text[match.end() : _find_shelf_end(text, match.end(), end, is_leaf=leaf)]
    reading = Reading(
        type="manuscript",
        variables={"archive": match["archive"].strip(), "archive_location": shelf},
        places=(
            ("archive", *match.span("archive")),
            ("archive_location", match.end(), match.end() + len(shelf)),
            ("locator", shelf_end, end),
        ),
        locator=found.locator,
        start=stretch.start,
        end=end,
        identified=True,
    )
    return FoundCite(CiteForm.FULL, reading)


def _add_levels(text: str, found: FoundLocator, end: int) -> FoundLocator:
    """`found` with the units and the leaf behind it, and the back of a leaf (`Кн. 132. Л. 45 об.`)."""
    while (unit := _UNIT.match(text, found.end, end)) is not None:
        levels = (*list_levels(found.locator), ("section", unit["value"]))
        found = evolve(found, end=unit.end(), locator=join_levels(levels), value_start=unit.start("value"))
    gap = _GAP.match(text, found.end, end)
    leaf = match_locator(text, gap.end(), end) if gap else None
    if leaf is not None and leaf.labelled and rank_label(leaf.locator.label) >= _LEAF:
        levels = (*list_levels(found.locator), (leaf.locator.label, leaf.locator.value))
        found = evolve(found, end=leaf.end, locator=join_levels(levels), value_start=leaf.value_start)
    verso = _VERSO.match(text, found.end, end)
    if verso is None or rank_label(found.locator.label) < _LEAF:
        return found
    *outer, (label, value) = list_levels(found.locator)
    return evolve(found, end=verso.end(), locator=join_levels((*outer, (label, f"{value} об."))))


_GAP = re.compile(r"[.,]?\s+(?=\S)")
_LAST_LEVEL = re.compile(r"[.,]?\s+[^\W\d_]{1,4}\.?\s?[^\s.,]+(?:\s?об\.?)?$")


def _find_shelf_end(text: str, start: int, end: int, *, is_leaf: bool) -> int:
    """Where the shelf mark ends: before the leaf, if one is cited."""
    last = _LAST_LEVEL.search(text[start:end]) if is_leaf else None
    return start + last.start() if last else end
