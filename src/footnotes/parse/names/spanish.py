"""Spanish names: two surnames, under the first of which a person is filed (Chicago Manual, 16.83)."""

import functools
import re

from footnotes.parse.vocabulary import load_words
from footnotes.text.fold import fold_marks

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-‐]?)+")
# "Domínguez", "Ruiz", "Díaz": the son of Domingo, Ruy, Diego; "Tuñón": no other language writes it.
_PATRONYMIC = re.compile(r"\w{2,}[aeiíoó]z|.*ñ.*", re.IGNORECASE)
_FEWEST = 3
"""How many words a name with a given name and two surnames has at least."""


@functools.cache
def _load_folded(table: str) -> frozenset[str]:
    return frozenset(map(fold_marks, load_words(table)))


def find_two_surnames(words: list[str], particles: frozenset[str]) -> int | None:
    """Where the first of two surnames stands in the name `words`, given names first; None if there is one.

    A given name opens it and a Spanish surname follows (`Pedro Ruiz Torres`, `Manuel Tuñón de Lara`), or
    ends it behind one that is no given name (`Gonzalo Anes Álvarez`).
    """
    at = _find_middle(words, particles)
    if at is None or not all(_is_given(word) for word in words[:at]):
        return None
    # An initial may stand for any name: behind it only the middle word can tell.
    told = is_first_surname(words[at]) or (at + 2 == len(words) and _is_named(words, at))
    return at if told else None


def is_inverted_double(family: list[str], given: list[str]) -> bool:
    """Whether `family` are the two surnames of a person whose given names follow: `Álvarez Junco, José`."""
    return len(family) == 2 and is_first_surname(family[0]) and bool(given) and all(map(_is_given, given))  # noqa: PLR2004 - two surnames


def may_have_two_surnames(words: list[str], particles: frozenset[str]) -> bool:
    """Whether the middle word of a Spanish name could be a given name or the first surname."""
    at = _find_middle(words, particles)
    return (
        at is not None
        and at + 2 == len(words)
        and fold_marks(words[0]) in _load_folded("spanish_given_names")
        and not _is_given(words[at])
        and find_two_surnames(words, particles) is None
    )


def _find_middle(words: list[str], particles: frozenset[str]) -> int | None:
    """The word before the last surname and its particles, if it is neither the first nor a particle."""
    at = len(words) - 2
    while at > 0 and words[at] in particles:
        at -= 1
    return at if len(words) >= _FEWEST and at > 0 and words[at][:1].isupper() else None


@functools.lru_cache(maxsize=4096)
def _is_given(word: str) -> bool:
    return _INITIALS.fullmatch(word) is not None or fold_marks(word) in _load_folded("spanish_given_names")


@functools.lru_cache(maxsize=4096)
def is_first_surname(word: str) -> bool:
    """Whether `word` is a surname that shows that another follows: Ruiz, García, Tuñón."""
    return _PATRONYMIC.fullmatch(word) is not None or fold_marks(word) in _load_folded("spanish_surnames")


def _is_named(words: list[str], at: int) -> bool:
    """Whether a given name opens the name, a Spanish surname ends it, and neither stands between."""
    named = fold_marks(words[0]) in _load_folded("spanish_given_names")
    return named and is_first_surname(words[-1]) and not _is_given(words[at])
