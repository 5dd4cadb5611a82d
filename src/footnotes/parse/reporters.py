"""Law reviews as lawyers cite them: volume, periodical, first page, and the page cited."""

import re

from attrs import frozen

from footnotes.parse.imprint_fields import ImprintField
from footnotes.parse.locators import FoundLocator, match_locator

_NAME = r"[A-Z][A-Za-z.&'’]+(?:\s(?:[A-Z][A-Za-z.&'’]*|of|and|the|in|on|&)){0,7}"
_FROM_PAGE = (
    rf"(?P<container_title>{_NAME})\s(?P<page>\d{{1,4}})(?:,\s(?P<pin>\d{{1,4}}(?:[-–]\d{{1,4}})?))?"
)
_VOLUME = r"(?P<volume>\d{1,3})(?:\((?P<issue>\d{1,2})\))?\s"
# In America "10 Harvard Law Review 457 (1897)", in Britain "(1976) 89 MLR 16" and "[1992] CLJ 1".
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_VOLUME}{_FROM_PAGE}(?=\s\((?:[A-Z][a-z]+\.?\s)?\d{{4}}\))",
        rf"(?<=\(\d{{4}}\)\s){_VOLUME}{_FROM_PAGE}(?!\w)",
        rf"(?<=\[\d{{4}}\]\s)(?:{_VOLUME})?{_FROM_PAGE}(?!\w)",
    )
)


@frozen
class FoundReporter:
    """What a law review was found by, the page cited in it, and where the words end."""

    fields: tuple[ImprintField, ...]
    pin: FoundLocator | None
    end: int


def match_reporter(text: str, start: int, end: int) -> FoundReporter | None:
    """The law review at `start` of `text`, or None."""
    match = next((found for one in _PATTERNS if (found := one.match(text, start, end))), None)
    if match is None:
        return None
    groups = match.groupdict()
    stated = [name for name in ("volume", "issue", "container_title", "page") if groups.get(name)]
    fields = tuple(ImprintField(name, groups[name], *match.span(name)) for name in stated)
    pin = match_locator(text, *match.span("pin")) if groups["pin"] else None
    return FoundReporter(fields, pin, match.end())
