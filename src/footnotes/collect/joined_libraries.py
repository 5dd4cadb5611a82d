"""Several libraries to one: the works that they share joined, all keys kept where they can be."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import evolve, field, frozen

from footnotes.collect.duplicates import find_duplicates, group_duplicates, join_groups
from footnotes.collect.evidence import Pair
from footnotes.collect.joining import Conflict, join_references, rename_pointers
from footnotes.collect.rekeying import add_suffix
from footnotes.model import Confidence, Library, Reference


@frozen
class Joined:
    """A work that several libraries hold: its key, and the library and key of each entry of it."""

    key: str
    entries: tuple[tuple[str, str], ...]


@frozen
class Joining:
    """Several libraries in one.

    `joined` are the works of several libraries whose entries differ; `renamed` are those whose key another
    work had: the library, the key there and the key now.
    `unjoined` is how many pairs of works may still be one: two entries of one library that fit each other,
    or entries that fit several others which do not fit one another.
    """

    library: Library
    joined: tuple[Joined, ...]
    renamed: tuple[tuple[str, str, str], ...]
    conflicts: tuple[Conflict, ...]
    unjoined: int


@frozen
class _Shelf:
    """All entries of all libraries, one for those that are alike to the letter, and where each stands."""

    works: list[Reference] = field(factory=list)
    sources: list[set[int]] = field(factory=list)


def join_libraries(
    libraries: Sequence[tuple[str, Library]], least: Confidence | str = Confidence.MEDIUM
) -> Joining:
    """One library of several, each given with its name.

    Works are in the order of the libraries. Those of two libraries that are one with at least `least`
    confidence are joined; two of one library never are. Keys stay; where two works have one key (without
    regard to case) that of the later gets a, b ... . No field is lost: see `join_references`.
    """
    shelf = _put_on_shelf(library for _, library in libraries)
    pairs = find_duplicates(shelf.works, least)
    across = [pair for pair in pairs if not shelf.sources[pair.one] & shelf.sources[pair.other]]
    groups = group_duplicates(len(shelf.works), across)
    keys = _choose_keys(shelf, groups)
    works = _rename(shelf, groups, keys)
    joined, conflicts = join_groups(works, groups, join_references)
    names = [source for source, _ in libraries]
    return Joining(
        Library(joined, tuple(problem for _, library in libraries for problem in library.problems)),
        _tell_joined(shelf, groups, keys, names),
        _tell_renamed(shelf, groups, keys, names),
        conflicts,
        _count_unjoined(groups, pairs),
    )


def _put_on_shelf(libraries: Iterable[Library]) -> _Shelf:
    shelf = _Shelf()
    places: dict[Reference, int] = {}
    for number, library in enumerate(libraries):
        before = dict(places)
        for work in library:
            at = before.get(work)
            if at is None:
                places.setdefault(work, len(shelf.works))
                shelf.works.append(work)
                shelf.sources.append({number})
            else:
                shelf.sources[at].add(number)
                together = dict.fromkeys(shelf.works[at].cited_by + work.cited_by)
                shelf.works[at] = evolve(shelf.works[at], cited_by=tuple(together))
    return shelf


def _count_unjoined(groups: Sequence[tuple[int, ...]], pairs: Iterable[Pair]) -> int:
    """The pairs of works, between which an entry of the one fits an entry of the other."""
    work_of = {at: number for number, group in enumerate(groups) for at in group}
    fitting = {frozenset((work_of[pair.one], work_of[pair.other])) for pair in pairs}
    return sum(len(works) > 1 for works in fitting)


def _choose_keys(shelf: _Shelf, groups: Sequence[tuple[int, ...]]) -> list[str]:
    """A key for each group: that of its first entry, unless a work of an earlier library has it."""
    taken = {work.key.lower() for work in shelf.works}
    used: dict[str, int] = {}
    keys: list[str] = []
    for group in groups:
        key, source = shelf.works[group[0]].key, min(shelf.sources[group[0]])
        if used.setdefault(key.lower(), source) != source:
            key = add_suffix(key, taken)
        keys.append(key)
    return keys


def _rename(shelf: _Shelf, groups: Sequence[tuple[int, ...]], keys: Sequence[str]) -> list[Reference]:
    """The entries with their new keys, and with those of others in their fields as they are now."""
    names: dict[int, dict[str, str]] = defaultdict(dict)
    firsts: dict[int, str] = {}
    for group, key in zip(groups, keys, strict=True):
        firsts[group[0]] = key
        for at in group:
            for source in shelf.sources[at]:
                names[source][shelf.works[at].key] = key
    return [
        rename_pointers(evolve(work, key=firsts.get(at, work.key)), names[min(shelf.sources[at])])
        for at, work in enumerate(shelf.works)
    ]


def _tell_joined(
    shelf: _Shelf, groups: Sequence[tuple[int, ...]], keys: Sequence[str], names: Sequence[str]
) -> tuple[Joined, ...]:
    return tuple(
        Joined(key, tuple((names[min(shelf.sources[at])], shelf.works[at].key) for at in group))
        for group, key in zip(groups, keys, strict=True)
        if len(group) > 1
    )


def _tell_renamed(
    shelf: _Shelf, groups: Sequence[tuple[int, ...]], keys: Sequence[str], names: Sequence[str]
) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (names[min(shelf.sources[group[0]])], shelf.works[group[0]].key, key)
        for group, key in zip(groups, keys, strict=True)
        if shelf.works[group[0]].key != key
    )
