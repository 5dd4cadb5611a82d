"""Idem: the word that stands for the author of the cite before."""

import functools
import re

from footnotes.parse.vocabulary import load_table, load_words


@functools.cache
def _pattern() -> re.Pattern[str]:
    rows = sorted(load_table("idem"), key=lambda row: len(row[0]), reverse=True)
    spellings = (_spell(row[0], row[2:]) for row in rows)
    return re.compile(rf"(?:{'|'.join(spellings)})(?![\w—-])", re.IGNORECASE)


def _spell(word: str, column: tuple[str, ...]) -> str:
    """A pattern for `word`; "the same" and its like stand for nobody before other words."""
    stop = r"\.?" if word.endswith(".") else ""
    return re.escape(word.rstrip(".")) + stop + (r"(?=\s*(?:[,.:*]|$))" if column == ("alone",) else "")


@functools.cache
def load_last_words() -> frozenset[str]:
    """The last word of each spelling, folded and without its full stop."""
    return frozenset(word.split()[-1].rstrip(".").casefold() for word in load_words("idem"))


@functools.cache
def _load_beginnings() -> frozenset[str]:
    """The first two letters of each spelling: few other words begin so, and a look at them costs little."""
    return frozenset(word[:2].casefold() for word in load_words("idem"))


def match_idem(text: str, start: int, end: int) -> int | None:
    """The end of an "Idem", "Ders.", "———" at `start` of `text`, or None."""
    if text[start : start + 2].casefold() not in _load_beginnings():
        return None
    match = _pattern().match(text, start, end)
    return match.end() if match else None


def is_idem(text: str) -> bool:
    """Whether `text` is nothing but such a word."""
    bare = text.strip(" ,:.")
    end = match_idem(bare, 0, len(bare)) if bare else None
    return end is not None and not bare[end:].strip(".")
