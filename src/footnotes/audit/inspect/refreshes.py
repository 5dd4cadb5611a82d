"""Pages that send their readers on: the refresh of HTML, as it is written in the wild."""

import re
from urllib.parse import urljoin

_DELAY = 30.0
"""Seconds: a page that sends on later is one that people read, or that reloads itself."""
_REFRESH = re.compile(
    r"\s*(\d{0,9}(?:\.\d*)?)\s*(?:[;,\s]\s*(?:url\s*=\s*)?(.*))?", re.IGNORECASE | re.DOTALL
)


def read_refresh(content: str | None, base: str) -> str | None:
    """Where a refresh sends on to (HTML, 4.2.5.3), None if only to itself, later, or to no page."""
    match = _REFRESH.fullmatch(content or "")
    if not match or not match[2] or float(match[1].rstrip(".") or 0) > _DELAY:
        return None
    target = match[2].strip()
    if target[:1] in "'\"":
        target = target[1:].partition(target[0])[0]
    return join_url(base, target.strip())


def join_url(base: str, target: str | None) -> str | None:
    """The absolute URL, if it is one that can be asked for."""
    try:
        url = urljoin(base, (target or "").strip())
    except ValueError:
        return None
    return url if target and url.lower().startswith(("http://", "https://")) else None
