"""Signals: the words that lead into a cite ("See", "Cf.", "quoted in")."""

import functools
import re

from footnotes.parse.vocabulary import load_table


@functools.cache
def _pattern() -> re.Pattern[str]:
    spellings = sorted((row[0] for row in load_table("signals")), key=len, reverse=True)
    words = "|".join(map(_spell, spellings))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?P<tail>,?:?\s+)")


def _spell(spelling: str) -> str:
    """A pattern for `spelling`; capitals count in one of a single letter ("s. Smith", but "S. Smith")."""
    pattern = re.escape(spelling).replace(r"\ ", r"\s+")
    return pattern if len(spelling.rstrip(".")) == 1 else f"(?i:{pattern})"


@functools.cache
def _consulting() -> frozenset[str]:
    return frozenset(row[0] for row in load_table("signals") if row[2:] == ("via",))


def match_signal(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The signal at `start` of `text`: the end of its words, and where the cite begins; or None."""
    match = _pattern().match(text, start, end)
    return (match.start("tail"), match.end()) if match else None


def find_signals(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The signals in `text`: start, end of the words, start of what they lead to."""
    return [
        (match.start(), match.start("tail"), match.end()) for match in _pattern().finditer(text, start, end)
    ]


def is_consulting(signal: str) -> bool:
    """Whether what follows `signal` is the work consulted for the one before ("quoted in")."""
    return signal.casefold().rstrip(",:") in _consulting()
