"""The shape of a person's name, and what is none."""

import functools
import re

from footnotes.parse.names.particles import load_particle_words
from footnotes.parse.vocabulary import load_table, load_words
from footnotes.text.fold import fold_case, fold_marks

INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-‐]?)+")
SUFFIX = re.compile(r",?\s+((?:Jr|Sr)\.?|I{2,3}|IV)$")
_NOT_IN_NAMES = re.compile(r"[\d:–—()\[\]\"“”«»/@#?!]|\.\w{2,}")
# "in 't Veld" and "op de Beeck" are names, "Riots in England" is none.
_PREPOSITION = re.compile(r"(?<!\S)(?:in\s(?!['’]t)|op\s(?!de\b))")
_ARTICLES = {"the", "der", "die", "das", "les", "il", "lo", "gli", "los", "las", "een", "het"}
BETWEEN_SURNAMES = {"y", "i"}
"""What joins the surnames of one person in Spanish and Catalan, and persons as well."""
_LONGEST = 6
"""The most words of a person's name; what is longer is an institution or prose."""


@functools.cache
def _load_organisations() -> re.Pattern[str]:
    rows = load_table("organisations")
    return re.compile(
        "|".join(rf"\b{re.escape(row[0])}" + (r"\b" if row[2:] == ("=",) else "") for row in rows)
    )


@functools.lru_cache(maxsize=16384)
def is_organisation(text: str) -> bool:
    """Whether a word of `text` is one that names an institution (table `organisations`)."""
    return _load_organisations().search(fold_marks(text)) is not None


@functools.lru_cache(maxsize=16384)
def is_person(text: str) -> bool:
    """Whether `text` has the shape of one person's name: capitalised words, initials and particles."""
    words = SUFFIX.sub("", text).split()
    if not 1 <= len(words) <= _LONGEST or _NOT_IN_NAMES.search(text) or is_organisation(text):
        return False
    if (
        words[0].lower() in _ARTICLES
        or _PREPOSITION.search(text)
        or any(fold_case(word) in load_words("contributions") for word in words)
    ):
        return False
    if (double := find_double(words)) is not None:
        words = [*words[: double + 1], words[-1]]
    return any(_is_capitalised(word) for word in words) and all(
        _is_capitalised(word) or _is_initials(word) or word in load_particle_words() for word in words
    )


def find_double(words: list[str]) -> int | None:
    """Where the family name of `José Ortega y Gasset` begins, in words; None if nothing joins two."""
    joint = len(words) - 2
    return joint - 1 if joint > 1 and words[joint] in BETWEEN_SURNAMES else None


def _is_initials(word: str) -> bool:
    return word[0].isupper() and INITIALS.fullmatch(word) is not None


def _is_capitalised(word: str) -> bool:
    bare = word.lstrip("'’")
    if bare[:2].lower() in {"d'", "d’", "l'", "l’"} or bare[:3].lower() in {
        "al-",
        "el-",
        "ad-",
        "as-",
        "an-",
    }:
        bare = bare[2:].lstrip("-")
    return (bare[:1].isupper() or is_caseless(bare[:1])) and not INITIALS.fullmatch(word)


def is_caseless(text: str) -> bool:
    """Whether `text` begins with a letter of a script without capitals, such as Hebrew or Arabic."""
    return text[:1].isalpha() and text[0].upper() == text[0].lower()
