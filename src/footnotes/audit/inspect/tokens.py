"""Text -> the words by which pages are compared, in scripts with spaces and without."""

import re

from footnotes.text.fold import split_words

_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, kana and Han: written without spaces between words."""
_RUN = re.compile(f"[{_SPACELESS}]+|[^{_SPACELESS}]+")
_ANY = re.compile(f"[{_SPACELESS}]")


# The apostrophe and the quotation mark of Hebrew, which stand inside words as the Latin ones are made to.
_MARKS = {0x05F3: "'", 0x05F4: "'", ord('"'): " "}


def has_spaceless(text: str) -> bool:
    """Whether `text` has letters of a script that puts no spaces between words."""
    return _ANY.search(text) is not None


def split_tokens(text: str) -> list[str]:
    """The folded words of `text` in order; where a script has no spaces, the pairs of letters.

    A letter that stands alone is a token by itself, so that no text but an empty one has none.
    """
    words = split_words(text.translate(_MARKS))
    if text.isascii() or not has_spaceless(text):
        return words
    return [token for word in words for run in _RUN.findall(word) for token in _split_run(run)]


def _split_run(run: str) -> list[str]:
    if not _ANY.match(run) or len(run) == 1:
        return [run]
    return [run[place : place + 2] for place in range(len(run) - 1)]
