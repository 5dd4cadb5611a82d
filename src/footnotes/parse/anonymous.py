"""Words that stand in the place of an author where nobody is named: `O. Verf.`, `Anon.`, `N. N.`."""

import functools
import re

from footnotes.parse.vocabulary import load_words


@functools.cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load_words("anonymous"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?=\s?[,:])", re.IGNORECASE)


@functools.cache
def _load_first_letters() -> frozenset[str]:
    return frozenset(word[0].casefold() for word in load_words("anonymous"))


def match_anonymous(text: str, start: int, end: int) -> int | None:
    """The end of such words at `start` of `text`, before a comma or colon; None if there are none."""
    if text[start : start + 1].casefold() not in _load_first_letters():
        return None
    match = _pattern().match(text, start, end)
    return match.end() if match else None
