"""Back-reference forms: Ibid. and its relatives, recognised where a cite begins."""

import functools
import re

from attrs import frozen

from footnotes.model import CiteForm, Locator
from footnotes.parse.locators import match_locator
from footnotes.parse.vocabulary import load_table

_GAP = re.compile(r"\s*,?:?\s*(?=\S)")
_END = re.compile(r"\s*(?:$|[;.,:()]|\s)")


@frozen
class FoundForm:
    """A back-reference: its form, its words with the locator, and the locator with its place."""

    form: CiteForm
    start: int
    end: int
    locator: Locator | None
    locator_start: int
    locator_end: int


@functools.cache
def _load_forms() -> tuple[tuple[re.Pattern[str], CiteForm], ...]:
    rows = sorted(load_table("forms"), key=lambda row: len(row[0]), reverse=True)
    return tuple((re.compile(_spell(row[0]), re.IGNORECASE), CiteForm(row[2])) for row in rows)


def _spell(spelling: str) -> str:
    """A pattern for `spelling` in which dots and the spaces after them may be missing."""
    pieces = [re.escape(piece) for piece in re.split(r"[.\s]+", spelling) if piece]
    between = r"[.]?\s?"
    return rf"{between.join(pieces)}(?!\w)\.?"


def match_form(text: str, start: int, end: int) -> FoundForm | None:
    """The back-reference at `start` of `text` with its locator, or None."""
    for pattern, form in _load_forms():
        match = pattern.match(text, start, end)
        if match is not None:
            return _read_locator(text, form, match, end)
    return None


def _read_locator(text: str, form: CiteForm, match: re.Match[str], end: int) -> FoundForm:
    gap = _GAP.match(text, match.end(), end)
    found = match_locator(text, gap.end(), end) if gap else None
    if found is None:
        return FoundForm(form, match.start(), match.end(), None, match.end(), match.end())
    return FoundForm(form, match.start(), found.end, found.locator, found.value_start, found.end)
