"""Idem: the word that stands for the author of the cite before."""

import functools
import re

from footnotes.parse.vocabulary import load_words


@functools.cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load_words("idem"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![\w—-])", re.IGNORECASE)


def match_idem(text: str, start: int, end: int) -> int | None:
    """The end of an "Idem", "Ders.", "———" at `start` of `text`, or None."""
    match = _pattern().match(text, start, end)
    return match.end() if match else None


def is_idem(text: str) -> bool:
    """Whether `text` is nothing but such a word."""
    bare = text.strip(" ,:")
    return bool(bare) and match_idem(bare, 0, len(bare)) == len(bare)
