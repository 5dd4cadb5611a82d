"""Words that a hyphen and a line or page end cut."""

import functools
import re

from footnotes.model import Span

# A hyphen before these is no break: "pre- and post-war".
_SUSPENDED = {"and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "ve", "və", "и", "или"}
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 40


def joins_word(source: str, hyphen: Span, end: int) -> tuple[bool, bool]:
    """Whether the word before `hyphen` goes on behind it, and whether the hyphen belongs to the word.

    A soft hyphen does not. Any other stays, unless the text has the word elsewhere without it and
    nowhere with it: letters are not guessed.
    """
    before = _LETTERS.findall(source[max(0, hyphen.start - _LONGEST) : hyphen.start])[-1]
    after = _LETTERS.match(source, hyphen.end, end)
    if source[hyphen.start] == "\u00ad":
        return True, False
    if after is None or after.group() in _SUSPENDED:
        return False, True
    if not after.group()[0].islower():
        # "Anglo-" and "German" on the next line: no word is divided before a capital.
        return True, True
    words = _list_words(source)
    whole, divided = f"{before}{after.group()}".casefold(), f"{before}-{after.group()}".casefold()
    return True, divided in words or whole not in words


@functools.lru_cache(maxsize=1)
def _list_words(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", source.casefold()))
