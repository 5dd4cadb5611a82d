"""Identifiers: DOIs, with or without a word before them."""

import re

from footnotes.text.urls import DOI, trim_url

_LEAD = re.compile(r"(?:doi\s*:?\s*)?(?:https?://(?:dx\.)?doi\.org/)?", re.IGNORECASE)
_RESOLVER = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(?P<doi>10\.\S+)", re.IGNORECASE)


def match_doi(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The DOI at `start` of `text`, after `doi:` if that is printed: its start and end."""
    lead = _LEAD.match(text, start, end)
    match = DOI.match(text, lead.end() if lead else start, end)
    return (match.start(), match.start() + len(trim_url(match.group()))) if match else None


def read_doi(url: str) -> str | None:
    """The DOI that the resolver address `url` carries, or None if it is another address."""
    match = _RESOLVER.fullmatch(url)
    return match["doi"] if match else None
