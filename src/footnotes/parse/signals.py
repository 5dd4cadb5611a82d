"""Signals: the words that lead into a cite ("See", "Cf.", "quoted in")."""

import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from footnotes.parse.vocabulary import load_table, load_words
from footnotes.text.others import means_others

Signal = tuple[int, int, int]
"""Where a signal starts, where its words end, and where what it leads to begins."""
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
    if match is None or _ends_names(match):
        return None
    return match.start("tail"), match.end()


def _ends_names(match: re.Match[str]) -> bool:
    """Whether it is a word for further persons: "vd. Bell" is Italian, "Ali Kaya vd., ..." Turkish."""
    words = match.string[match.start() : match.start("tail")]
    return match["tail"].startswith(",") and means_others(words)


def list_signals(text: str) -> list[Signal]:
    """All places of `text` where a signal could stand, also one inside another."""
    known = _load_signals()
    words = (word.start() for word in _WORD.finditer(text) if word.group().casefold() in known)
    return [(start, *found) for start in words if (found := match_signal(text, start, len(text)))]


def find_signals(signals: Sequence[Signal], start: int, end: int) -> list[Signal]:
    """Those of `signals` between `start` and `end` that do not stand inside another."""
    found: list[Signal] = []
    for one in signals[bisect_left(signals, (start, 0, 0)) :]:
        if one[0] >= end:
            break
        if one[2] <= end and (not found or one[0] >= found[-1][2]):
            found.append(one)
    return found


def is_consulting(signal: str) -> bool:
    """Whether what follows `signal` is the work consulted for the one before ("quoted in")."""
    return signal.casefold().rstrip(",:") in _consulting()
