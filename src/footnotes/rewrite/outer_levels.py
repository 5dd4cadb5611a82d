"""The levels of a place that a cite has from another one: the volume of "Ibid., 305", as printed there."""

import re
from collections.abc import Iterator, Sequence

from footnotes.model import Cite, Level, Resolution, Span, list_levels
from footnotes.rewrite.printed import Paper, find_place

_WORD_BEFORE = re.compile(r"[^\W\d_]+\.?\s*\Z")
_BETWEEN = re.compile(r"[\s,.;]*\Z")


def write_outer(paper: Paper, resolution: Resolution, source: Cite) -> str | None:
    """The words of the levels that `source` does not print itself, and what joins its own words to them.

    They stand in the cites that it points at: "t. II, " in a French paper, "2:" in one that prints "2:101".
    Empty if there are no such levels, None if no cite prints them.
    """
    own = {label for label, _ in list_levels(source.locator)} if source.locator else set()
    levels = list_levels(resolution.locator) if resolution.locator else ()
    missing = [level for level in levels if level[0] not in own]
    if not missing:
        return ""
    place = find_place(paper, source)
    found = (_find_printed(paper, cite, missing) for cite in _walk_back(paper, source, resolution.target))
    words = next((one for one in found if one), None)
    # "2:p. 305" is nowhere written.
    clash = words and words.endswith(":") and (place is None or not place.words[:1].isdigit())
    return None if clash else words


def find_volume(paper: Paper, cite: Cite) -> Span | None:
    """The printed volume of a full citation with its word ("t. I"); None if it prints none."""
    span = next((place.span for place in cite.places if place.variable == "volume"), None)
    if span is None or cite.stated is None or cite.stated.type != "book":
        # The volume of a journal is no part of the place.
        return None
    word = _WORD_BEFORE.search(paper.text, max(cite.span.start, span.start - 12), span.start)
    return Span(word.start() if word else span.start, span.end)


def stands_before(paper: Paper, volume: Span, place: Span) -> bool:
    """Whether nothing but a comma stands between the volume and the place of a citation."""
    return volume.end <= place.start and _BETWEEN.fullmatch(paper.text, volume.end, place.start) is not None


def _walk_back(paper: Paper, cite: Cite, target: str | None) -> Iterator[Cite]:
    """`cite`, the cites that it points at, and the full citation."""
    seen, following = set[str](), cite.id
    while following in paper.cites and following not in seen:
        seen.add(following)
        yield paper.cites[following]
        following = paper.resolutions[following].antecedent or target or ""


def _find_printed(paper: Paper, cite: Cite, missing: Sequence[Level]) -> str | None:
    place = find_place(paper, cite) if cite.locator else None
    values = (rf"(?:[^\W\d_]+\.?\s*)?{re.escape(value)}(?:\s*[:,.]\s*|\s+)" for _, value in missing)
    match = re.match("".join(values), place.words) if place else None
    if match:
        return match.group()
    volume = find_volume(paper, cite)
    printed = paper.fold(cite.note, volume) if volume else ""
    is_volume = [label for label, _ in missing] == ["volume"] and printed.endswith(missing[0][1])
    return f"{printed}, " if is_volume and printed != missing[0][1] else None
