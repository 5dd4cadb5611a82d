"""Pages on which a chapter or an article stands, and the place cited that follows them."""

import re

from attrs import evolve

from footnotes.model import Locator, join_levels, list_levels
from footnotes.parse.locators import FoundLocator

_RANGE = re.compile(r"(\d+)-(\d+)")
_AND_PLACE = re.compile(r"(?P<extent>\d+-\d+), (?P<cited>(?P<first>\d+)(?:-(?P<last>\d+))?)")
_PRINTED_RANGE = re.compile(r"\d+\s?[-\u2010-\u2015\u2212]{1,2}\s?\d+")
_FIGURE = re.compile(r"\d")


def count_pages(value: str) -> int:
    """How many pages a range written out in full spans (`64-65` spans 2); 1 for anything else."""
    match = _RANGE.fullmatch(value)
    return int(match[2]) - int(match[1]) + 1 if match else 1


def find_figure(text: str, start: int) -> int:
    """Where the first figure stands from `start` of `text` on; `start` if there is none."""
    found = _FIGURE.search(text, start)
    return found.start() if found else start


def part_extent(text: str, found: FoundLocator) -> list[FoundLocator]:
    """A range and a place inside it as two, `237–50, 240`; all else as it is.

    Nobody cites a page beside a range that holds it: the range is the extent of what is cited.
    """
    match = _AND_PLACE.fullmatch(found.locator.value)
    if match is None or not _holds(match["extent"], match["first"], match["last"] or match["first"]):
        return [found]
    levels = list_levels(found.locator)
    # The volume is printed before the pages, and may be a number too: "8:237–50".
    printed = _PRINTED_RANGE.search(text, found.value_start, found.end)
    if printed is None or found.locator.label != "page":
        return [found]
    extent = evolve(
        found, end=printed.end(), locator=join_levels((*levels[:-1], ("page", match["extent"])))
    )
    start = find_figure(text, printed.end())
    cited = Locator("page", match["cited"])
    return [extent, evolve(found, start=start, locator=cited, value_start=start)]


def _holds(extent: str, first: str, last: str) -> bool:
    begin, end = map(int, extent.split("-"))
    return begin <= int(first) <= int(last) <= end and (first, last) != (str(begin), str(end))
