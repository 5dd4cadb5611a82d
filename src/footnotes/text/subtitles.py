"""Subtitles: what stands behind the colon of a title."""

import re

# The colon of an address, of an hour and of a verse divides nothing: "https://...", "9:30 to Baku".
_COLON = re.compile(r"\s*(?:(?<!\d):(?!//)|:(?![\d/]))")


def cut_subtitle(title: str) -> str:
    """`title` without its subtitle and the colon before it."""
    return _COLON.split(title, maxsplit=1)[0] if ":" in title else title


def has_subtitle(title: str) -> bool:
    """Whether a colon divides `title`."""
    return _COLON.search(title) is not None
