"""Signals: the words that lead into a cite ("See", "Cf.", "quoted in")."""

import functools
import re
from collections import defaultdict

from footnotes.parse.vocabulary import load_table, load_words

_WORD = re.compile(r"(?<!\w)[^\W\d_]+")


@functools.cache
def _load_signals() -> dict[str, re.Pattern[str]]:
    """By its first word, folded: the pattern of the signals that begin with it, the longest first."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for spelling in sorted(load_words("signals"), key=lambda one: (-len(one), one)):
        by_word[_read_word(spelling)].append(_spell(spelling))
    return {
        word: re.compile(rf"(?:{'|'.join(patterns)})(?!\w)(?P<tail>,?:?\s+)")
        for word, patterns in by_word.items()
    }


def _read_word(text: str) -> str:
    match = _WORD.search(text)
    return match.group().casefold() if match else ""


def _spell(spelling: str) -> str:
    """A pattern for `spelling`; capitals count in one of a single letter ("s. Smith", but "S. Smith")."""
    pattern = re.escape(spelling).replace(r"\ ", r"\s+")
    return pattern if len(spelling.rstrip(".")) == 1 else f"(?i:{pattern})"


@functools.cache
def _consulting() -> frozenset[str]:
    return frozenset(row[0] for row in load_table("signals") if row[2:] == ("via",))


def match_signal(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The signal at `start` of `text`: the end of its words, and where the cite begins; or None."""
    word = _WORD.match(text, start, end)
    pattern = _load_signals().get(word.group().casefold()) if word else None
    match = pattern.match(text, start, end) if pattern else None
    return (match.start("tail"), match.end()) if match else None


def find_signals(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The signals in `text`: start, end of the words, start of what they lead to."""
    found: list[tuple[int, int, int]] = []
    for word in _WORD.finditer(text, start, end):
        if word.group().casefold() in _load_signals() and (not found or word.start() >= found[-1][2]):
            match = match_signal(text, word.start(), end)
            if match is not None:
                found.append((word.start(), *match))
    return found


def is_consulting(signal: str) -> bool:
    """Whether what follows `signal` is the work consulted for the one before ("quoted in")."""
    return signal.casefold().rstrip(",:") in _consulting()
