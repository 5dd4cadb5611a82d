"""Closed forms over the tokens of a reference: addresses, quotations, brackets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from footnotes.text.quotes import find_quotations
from footnotes.text.urls import find_dois, find_urls

_BRACKET = re.compile(r"[()\[\]]")
_PARTNER = {")": "(", "]": "["}
_QUOTE = re.compile("[“”‘’„‚«»‹›\"']")
Form = tuple[str, int, int]
"""A closed form in a text: its name, where it starts and where it ends."""


def mark_regions(tokens: Sequence[str]) -> list[list[str]]:
    """For each of `tokens` the closed forms it is in, and those that begin or end with it."""
    marks: list[list[str]] = [[] for _ in tokens]
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    for name, start, end in _find_forms(" ".join(tokens)):
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end) - 1
        for place in range(first, last + 1):
            marks[place].append(f"in={name}")
        marks[first].append(f"begins={name}")
        marks[last].append(f"ends={name}")
    return marks


def _find_forms(text: str) -> Iterator[Form]:
    """The forms in `text`; the cheap test before each search spares most texts the search.

    Dates, access dates and editions were tried: the words around a token say as much (docs/tagger.md).
    """
    if "www." in text or "://" in text:
        yield from (("url", start, end) for start, end in find_urls(text))
    if "10." in text:
        yield from (("doi", start, end) for start, end in find_dois(text))
    if _QUOTE.search(text):
        yield from (("quotation", start, end) for start, end in find_quotations(text))
    yield from _find_brackets(text)


def _find_brackets(text: str) -> Iterator[Form]:
    """The outermost brackets of `text` that are closed."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found.group() in "([":
            opened.append(found.start())
        elif opened and text[opened[-1]] == _PARTNER[found.group()]:
            start = opened.pop()
            if not opened:
                yield text[start], start, found.end()
