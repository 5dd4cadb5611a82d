"""Citation keys by a pattern: the same work gets the same key, whatever stands beside it where possible."""

from collections import defaultdict
from collections.abc import Sequence

from attrs import evolve

from footnotes.collect.joining import rename_pointers
from footnotes.collect.key_parts import romanise_text
from footnotes.collect.key_patterns import KeyPattern, parse_key_pattern
from footnotes.collect.keys import list_suffixes
from footnotes.collect.spelled_values import spell_date
from footnotes.model import Library, Reference
from footnotes.text.fold import fold_title

_NAMELESS = "work"


def rekey_library(library: Library, pattern: KeyPattern | str) -> Library:
    """The library with a key for each work by the pattern, such as `auth.lower+year`.

    Keys are in ASCII and unique, also without regard to case. Of several works with one key the first keeps
    it, the next get a, b ... : first in order of citation where they are cited, else by date and title, so
    that the order of the file does not matter. Fields that hold keys of other works follow. Raises
    `KeyPatternError`.
    """
    chosen = parse_key_pattern(pattern) if isinstance(pattern, str) else pattern
    keys = make_pattern_keys(library.references, chosen)
    names = {work.key: key for work, key in zip(library, keys, strict=True)}
    works = (evolve(work, key=key) for work, key in zip(library, keys, strict=True))
    return Library(tuple(rename_pointers(work, names) for work in works), library.problems)


def make_pattern_keys(works: Sequence[Reference], pattern: KeyPattern) -> tuple[str, ...]:
    """A key for each of `works`, in order."""
    stems = [romanise_text(pattern.spell(work)) or _NAMELESS for work in works]
    groups: dict[str, list[int]] = defaultdict(list)
    for at, stem in enumerate(stems):
        groups[stem.lower()].append(at)
    keys = dict.fromkeys(range(len(works)), "")
    # A suffix never takes the key that another work has without one.
    taken = set(groups)
    for members in groups.values():
        first, *others = sorted(members, key=lambda at: _rank(works[at], at))
        keys[first] = stems[first]
        for at in others:
            keys[at] = add_suffix(stems[at], taken)
    return tuple(keys.values())


def add_suffix(stem: str, taken: set[str]) -> str:
    """The stem with the first of a, b ... z, aa ... that is free; `taken` has lower case and gets it."""
    key = next(key for suffix in list_suffixes() if (key := stem + suffix).lower() not in taken)
    taken.add(key.lower())
    return key


def _rank(work: Reference, at: int) -> tuple[object, ...]:
    if work.cited_by:
        return (0, f"{at:09}")
    # What is stated, to the last field, and not where the work stands.
    return (1, spell_date(work.issued), fold_title(work.title or ""), work.type, str(work.stated()))
