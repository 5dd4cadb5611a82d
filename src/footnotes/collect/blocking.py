"""Which works are worth a comparison: those that share a block, so that not every pair is looked at."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from footnotes.collect.traits import Traits

_MOST = 24
"""How many works a block may hold before only neighbours of it are compared."""
_NEIGHBOURS = 12
_WORDS = 6
"""Of how many words of a title one at a time is left out."""


def list_candidates(traits: Sequence[Traits]) -> set[tuple[int, int]]:
    """The pairs of places, the smaller first, whose works share a block; the same in any order of works.

    Blocks are made of identifiers, titles, titles without one word, and surname with year. The work grows
    with the number of works, not with its square: of a large block only those are compared that stand near
    each other once sorted by what they state.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(traits):
        for name in set(_name_blocks(one)):
            blocks[name].append(at)
    order = [_sort_key(one) for one in traits]
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= _MOST:
            found.update(combinations(members, 2))
        else:
            members.sort(key=order.__getitem__)
            found.update(_pair_neighbours(members))
    return found


def _pair_neighbours(members: list[int]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(members):
        for other in members[at + 1 : at + 1 + _NEIGHBOURS]:
            yield (one, other) if one < other else (other, one)


def _name_blocks(traits: Traits) -> Iterator[str]:
    if traits.doi:
        yield f"doi {traits.doi}"
    yield from (f"pubmed {number}" for number in traits.pubmed)
    yield from (f"isbn {number}" for number in traits.isbns)
    if traits.url:
        yield f"url {traits.url}"
    if traits.issns and traits.page:
        yield from (f"issn {number} {traits.work.volume} {traits.page}" for number in traits.issns)
    yield from _name_title_blocks(traits)
    if traits.creators and traits.work.year is not None:
        yield f"by {traits.creators[0].romanised} {traits.work.year}"


def _name_title_blocks(traits: Traits) -> Iterator[str]:
    if not traits.title:
        return
    yield f"title {traits.title}"
    yield from (f"title {head}" for head in traits.heads)
    words = traits.words
    if len(words) > 2:  # noqa: PLR2004 - what is left of two words is one, which many titles have
        for at in range(min(len(words), _WORDS)):
            yield "but " + " ".join(words[:at] + words[at + 1 : _WORDS + 1])


def _sort_key(traits: Traits) -> tuple[object, ...]:
    """An order by what is stated, the same wherever the works stand."""
    people = tuple((person.romanised, person.given) for person in traits.creators)
    work = traits.work
    return (
        traits.title,
        people,
        work.year or 0,
        str(work.issued),
        traits.container,
        traits.url,
        work.volume or "",
        work.issue or "",
        traits.page,
        traits.doi,
        work.key,
    )
