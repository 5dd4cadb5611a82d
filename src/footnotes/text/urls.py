"""URLs and DOIs in running text."""

import re

_REST = r"[^\s<>\"“”«»|\\^`{}]+"
# With a scheme, with "www.", or a host in lower case with a path ("web.archive.org/2024/...").
URL = re.compile(
    rf"(?i:https?|ftp)://{_REST}|(?i:www\.)[\w-]+\.{_REST}"
    rf"|(?<![\w@./:-])(?:[a-z0-9][a-z0-9-]{{1,30}}\.){{1,4}}[a-z]{{2,6}}/{_REST}"
)
DOI = re.compile(r"\b10\.\d{4,9}/[^\s<>\"“”«»;]+", re.IGNORECASE)
URL_CHARACTERS = re.compile(r"[\w\-.~:/?#@!$&'()*+,;=%]+")
_BRACKETS = {")": "(", "]": "["}
_TRAILING = ".,;:!?'’”\"*_"


def trim_url(url: str) -> str:
    """`url` without the punctuation of the sentence around it; a bracket stays if the URL opened it."""
    unopened = {close: url.count(close) - url.count(opening) for close, opening in _BRACKETS.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return url[:end]


def find_urls(text: str) -> list[tuple[int, int]]:
    """The URLs in `text` as half-open ranges, without the punctuation that follows them."""
    found = ((match.start(), trim_url(match.group())) for match in URL.finditer(text))
    return [(start, start + len(url)) for start, url in found if len(url) > len("http://")]


def find_dois(text: str) -> list[tuple[int, int]]:
    """The DOIs in `text` as half-open ranges (DOI Handbook 2.2: prefix `10.` and a registrant)."""
    found = ((match.start(), trim_url(match.group())) for match in DOI.finditer(text))
    return [(start, start + len(doi)) for start, doi in found]


def looks_like_url(text: str) -> bool:
    """Whether the whole of `text` is one URL, as the visible words of a link often are."""
    return URL.fullmatch(text.strip()) is not None
