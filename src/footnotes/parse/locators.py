"""Places cited: pages and other locators, at the end of a cite or after a back-reference."""

import functools
import re

from attrs import frozen

from footnotes.model import Locator
from footnotes.parse.vocabulary import load_table
from footnotes.text.ranges import fill_range

_DASH = r"\s?[-\u2010-\u2015\u2212]{1,2}\s?"
_NUMBER = (
    rf"(?:\d+[a-eg-mo-z]?(?![^\Wf])|[ivxlc]+(?!\w))"
    rf"(?:{_DASH}(?:\d+[a-e]?|[ivxlc]+)\b)?(?:\s?ff?\b\.?|\s?sq{{1,2}}\b\.?)?"
)
# The label again, where the list began with one: "S. 67, S. 69ff."
_AGAIN = r"(?(label)(?:(?:pp?|SS?|ss?)\.\s?)?)"
_LIST = (
    rf"(?:\d{{1,2}}:(?=\d))?{_NUMBER}(?:,\s{_AGAIN}{_NUMBER}(?![:/]))*(?:\s?n\.?\s?\d+)?"
    rf"(?:,?\s(?:and|und|u\.|et|&)\s{_AGAIN}{_NUMBER})?"
)
_EXACTLY = r"(?:v\.\s?a\.|vor allem|bes\.|besonders|esp\.|especially|hier:?|here|insb\.)\s+"


@frozen
class FoundLocator:
    """A locator where it stands in a text; `labelled` says that a word such as "p." was printed."""

    start: int
    end: int
    locator: Locator
    labelled: bool
    value_start: int


@functools.cache
def _labels() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("locators")}


@functools.cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_labels(), key=len, reverse=True)))
    label = rf"(?P<label>{words})(?:\.\s?|\s|(?<=§))"
    return re.compile(rf"(?<![\w.])(?:{_EXACTLY})?(?:{label})?(?P<value>{_LIST}|passim\b)(?![\w/]|\.\d)")


def match_locator(text: str, start: int, end: int) -> FoundLocator | None:
    """The locator that begins at `start` of `text`, with or without a label; a bare number is a page."""
    match = _pattern().match(text, start, end)
    if match is None or (match["label"] is None and not _is_bare(match["value"])):
        return None
    label = _labels().get(match["label"] or "", "page")
    value = _write_value(match["value"].rstrip("."))
    stop = match.start("value") + len(match["value"].rstrip(". "))
    return FoundLocator(
        start, stop, Locator(label, value), match["label"] is not None, match.start("value")
    )


def _write_value(printed: str) -> str:
    """The places as they are compared: ranges in full, one comma between, no label inside."""
    plain = re.sub(r"(?<=\s)(?:pp?|SS?|ss?)\.\s?(?=\d)", "", fill_range(printed))
    plain = re.sub(r",?\s(?:and|und|u\.|et|&)\s", ", ", plain)
    return re.sub(r"\s(?=ff?\b)", "", plain)


def _is_bare(value: str) -> bool:
    return value[0].isdigit() or re.fullmatch(rf"[ivxlc]{{2,}}(?:{_DASH}[ivxlc]+)?", value) is not None


def count_pages(value: str) -> int:
    """How many pages a range written out in full spans (`64-65` spans 2); 1 for anything else."""
    match = re.fullmatch(r"(\d+)-(\d+)", value)
    return int(match[2]) - int(match[1]) + 1 if match else 1
