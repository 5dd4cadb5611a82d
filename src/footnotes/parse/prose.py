"""Prose: what a sentence has and a citation has not."""

import functools
import re
from itertools import pairwise

from footnotes.parse.vocabulary import load_table, load_words
from footnotes.text.fold import fold_case

_WORD = re.compile(r"[\w'’]+")
_LONGEST = 14
"""The most words of a name or container that no mark sets off; what is longer is prose."""


def is_prose(text: str) -> bool:
    """Whether `text` reads like a sentence: it is too long for a name, or has a verb or pronoun in it."""
    words = _WORD.findall(text)
    return len(words) > _LONGEST or any(_is_telling(*pair) for pair in pairwise([*words, ""]))


def is_sentence(text: str) -> bool:
    """Whether `text` reads like a sentence and not like a title: `Klima als Schicksal` may be one."""
    pairs = pairwise([*_WORD.findall(text), ""])
    return any(_is_telling(*pair) and fold_case(pair[0]) not in _load_titled() for pair in pairs)


@functools.cache
def _load_titled() -> frozenset[str]:
    """The words of sentences that titles have too."""
    return frozenset(row[0] for row in load_table("prose") if row[2:] == ("titles",))


def _is_telling(word: str, following: str) -> bool:
    """Whether `word` is one that sentences have.

    What is an article or "and" elsewhere opens or joins names before a capital: "il a dit" is a
    sentence, "il Mulino" and "Wiedza i Życie" are publishers.
    """
    if not word[:1].islower():
        return False
    joins = word in load_words("articles") and following[:1].isupper()
    return fold_case(word) in load_words("prose") and not joins
