"""Back-reference forms: Ibid. and its relatives, recognised where a cite begins."""

import functools
import re

from attrs import frozen

from footnotes.model import CiteForm, Locator
from footnotes.parse.locators import match_locator
from footnotes.parse.vocabulary import load_table

_COMMA = re.compile(r",?\s+")
_NAMED = {CiteForm.OP_CIT, CiteForm.LOC_CIT}
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
def _load_forms() -> tuple[re.Pattern[str], tuple[CiteForm, ...]]:
    """One pattern with a group for each spelling, and the form of each group."""
    rows = sorted(load_table("forms"), key=lambda row: len(row[0]), reverse=True)
    pattern = "|".join(f"({_spell(row[0])})" for row in rows)
    return re.compile(rf"(?:{pattern})\.?", re.IGNORECASE), tuple(CiteForm(row[2]) for row in rows)


def _spell(spelling: str) -> str:
    """A pattern for `spelling` in which dots and the spaces after them may be missing.

    In an abbreviation of single letters the dots must be there: "a.g.e." is no English "age".
    """
    pieces = [re.escape(piece) for piece in re.split(r"[.\s]+", spelling) if piece]
    between = r"\.\s?" if max(map(len, pieces)) == 1 and len(pieces) > 1 else r"[.]?\s?"
    return rf"{between.join(pieces)}(?!\w)"


def match_form(text: str, start: int, end: int) -> FoundForm | None:
    """The back-reference at `start` of `text` with its locator, or None."""
    pattern, forms = _load_forms()
    match = pattern.match(text, start, end)
    if match is None or match.lastindex is None:
        return None
    return _read_locator(text, forms[match.lastindex - 1], match, end)


def find_named_form(text: str, start: int, end: int) -> FoundForm | None:
    """The first op. cit. or loc. cit. in `text` after other words (`Levi, op. cit., p. 133`), or None."""
    pattern, forms = _load_forms()
    for match in _COMMA.finditer(text, start, end):
        form = pattern.match(text, match.end(), end)
        if form is not None and form.lastindex is not None and forms[form.lastindex - 1] in _NAMED:
            return _read_locator(text, forms[form.lastindex - 1], form, end)
    return None


def _read_locator(text: str, form: CiteForm, match: re.Match[str], end: int) -> FoundForm:
    return read_locator_after(text, form, *match.span(), end)


def read_locator_after(text: str, form: CiteForm, start: int, form_end: int, end: int) -> FoundForm:
    """The back-reference `text[start:form_end]` with the place that follows it, if one does."""
    gap = _GAP.match(text, form_end, end)
    found = match_locator(text, gap.end(), end) if gap else None
    if found is None:
        return FoundForm(form, start, form_end, None, form_end, form_end)
    return FoundForm(form, start, found.end, found.locator, found.value_start, found.end)
