"""Prose: what a sentence has and a citation has not."""

import re
from itertools import pairwise

from footnotes.parse.vocabulary import load_words
from footnotes.text.fold import fold_case

_WORD = re.compile(r"[\w'’]+")
_LONGEST = 14
"""The most words of a name or container that no mark sets off; what is longer is prose."""


def is_prose(text: str) -> bool:
    """Whether `text` reads like a sentence: it is too long for a name, or has a verb or pronoun in it."""
    words = _WORD.findall(text)
    return len(words) > _LONGEST or any(_is_telling(*pair) for pair in pairwise([*words, ""]))


def _is_telling(word: str, following: str) -> bool:
    """Whether `word` is one that sentences have.

    What is an article or "and" elsewhere opens or joins names before a capital: "il a dit" is a
    sentence, "il Mulino" and "Wiedza i Życie" are publishers.
    """
    if not word[:1].islower():
        return False
    joins = word in load_words("articles") and following[:1].isupper()
    return fold_case(word) in load_words("prose") and not joins
