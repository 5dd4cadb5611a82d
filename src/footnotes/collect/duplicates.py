"""The works of a library that are one, as pairs with their evidence, and joined."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from attrs import evolve

from footnotes.collect.blocking import list_candidates
from footnotes.collect.evidence import Evidence, Pair
from footnotes.collect.joining import Conflict, join_references
from footnotes.collect.pairs import judge_pair
from footnotes.collect.traits import find_traits
from footnotes.model import Confidence, Library, Reference


def find_duplicates(
    library: Library | Sequence[Reference], least: Confidence | str = Confidence.LOW
) -> tuple[Pair, ...]:
    """The pairs of works that are one with at least `least` confidence, in the order of the library.

    Which pairs are found does not depend on the order of the works. Of works that are the same to the
    letter each later one is paired with the first.
    """
    works = tuple(library)
    enough = Confidence(least).rank
    firsts, pairs = _pair_identical(works)
    traits = [find_traits(works[at]) for at in firsts]
    for one, other in list_candidates(traits):
        confidence, evidence = judge_pair(traits[one], traits[other])
        if confidence is not Confidence.NONE and confidence.rank >= enough:
            pairs.append(Pair(firsts[one], firsts[other], confidence, evidence))
    return tuple(sorted(pairs, key=lambda pair: (pair.one, pair.other)))


def _pair_identical(works: Sequence[Reference]) -> tuple[list[int], list[Pair]]:
    """The places of the first of each, and the pairs of the others with it."""
    first: dict[Reference, int] = {}
    pairs: list[Pair] = []
    for at, work in enumerate(works):
        known = first.setdefault(evolve(work, key="", cited_by=()), at)
        if known != at:
            evidence = (Evidence("all fields", work.title or "", work.title or ""),)
            pairs.append(Pair(known, at, Confidence.HIGH, evidence))
    return list(first.values()), pairs


def group_duplicates(count: int, pairs: Iterable[Pair]) -> tuple[tuple[int, ...], ...]:
    """The places 0 to `count` - 1 in groups of one work each, in order.

    Works are in one group only where each is paired with every other of the group and none with a work
    outside it: one that fits two others, which do not fit each other, is joined with neither.
    """
    near: dict[int, set[int]] = {at: {at} for at in range(count)}
    same: dict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        if pair.evidence and pair.evidence[0].what == "all fields":
            same[pair.one].append(pair.other)
        else:
            near[pair.one].add(pair.other)
            near[pair.other].add(pair.one)
    groups: dict[frozenset[int], list[int]] = defaultdict(list)
    copies = {at for others in same.values() for at in others}
    for at in range(count):
        if at not in copies:
            groups[frozenset(near[at])].extend([at, *same[at]])
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def merge_duplicates(
    library: Library, pairs: Iterable[Pair]
) -> tuple[Library, tuple[tuple[int, ...], ...], tuple[Conflict, ...]]:
    """The library with the works of `pairs` joined, the groups that were joined, and what they differ in.

    A joined work stands where its first stood, under the first's key; the other keys go into `ids`, where
    BibLaTeX looks for them (manual 2.2.3). No field is lost: see `join_references`.
    """
    groups = group_duplicates(len(library), pairs)
    works, conflicts = join_groups(library.references, groups, join_references)
    joined = tuple(group for group in groups if len(group) > 1)
    return Library(works, library.problems), joined, conflicts


def join_groups(
    works: Sequence[Reference],
    groups: Iterable[tuple[int, ...]],
    join: Callable[[Sequence[Reference]], tuple[Reference, tuple[Conflict, ...]]],
) -> tuple[tuple[Reference, ...], tuple[Conflict, ...]]:
    """One work for each group of places, and what those of a group differ in."""
    joined: list[Reference] = []
    conflicts: list[Conflict] = []
    for group in groups:
        work, differing = join([works[at] for at in group])
        joined.append(work)
        conflicts += differing
    return tuple(joined), tuple(conflicts)
