"""Prose: what a sentence has and a citation has not."""

import re

from footnotes.parse.vocabulary import load_words
from footnotes.text.fold import fold_case

_WORD = re.compile(r"[\w'’]+")
_LONGEST = 14
"""The most words of a name or container that no mark sets off; what is longer is prose."""


def is_prose(text: str) -> bool:
    """Whether `text` reads like a sentence: it is too long for a name, or has a verb or pronoun in it."""
    words = _WORD.findall(text)
    telling = load_words("prose")
    return len(words) > _LONGEST or any(fold_case(word) in telling for word in words if word[:1].islower())
