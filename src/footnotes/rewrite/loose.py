"""Words within a cite that are no part of it which was read: they must not be lost, nor written twice."""

import re

from footnotes.model import Cite, CiteForm, Span
from footnotes.rewrite.printed import Paper

_WORD = re.compile(r"\w+")
_QUOTE_OR_DIGIT = re.compile(r'[“”«»„"\d]')
_SHORT_FORMS = {
    CiteForm.SHORT_AUTHOR_PAGE,
    CiteForm.SHORT_AUTHOR_TITLE,
    CiteForm.SHORT_TITLE,
    CiteForm.SHORT_AUTHOR_YEAR,
}
_JOINING = 3
"""How many words may stand between two parts of a short form: "et al.", "v. a. S."."""
_ACCESS = 5
"""How many may stand around an address and the day it was seen: "letzter Zugriff am"."""


def holds_more(paper: Paper, cite: Cite) -> bool:
    """Whether a short form, or a repeated full citation, holds words that are none of its parts.

    Behind a full citation a quotation may have been taken for a part of it, and would be lost with it.
    """
    if not cite.places or cite.form not in {*_SHORT_FORMS, CiteForm.FULL}:
        return False
    if cite.form is CiteForm.FULL:
        return holds_more_after(paper, cite, max(place.span.start for place in cite.places))
    gaps = [_WORD.findall(gap.of(paper.text)) for gap in _list_gaps(cite, cite.span.start)]
    opens_loose = gaps[0] != _WORD.findall(cite.idem or "")
    return bool(opens_loose or gaps[-1]) or any(len(words) > _JOINING for words in gaps)


def holds_more_after(paper: Paper, cite: Cite, start: int) -> bool:
    """Whether a full citation holds more behind `start` than an address and the day it was seen.

    A number that belongs to nothing which was read may be a second place: "p. 401-418, notamment p. 405".
    """
    loose = " ".join(gap.of(paper.text) for gap in _list_gaps(cite, start))
    return _QUOTE_OR_DIGIT.search(loose) is not None or len(_WORD.findall(loose)) > _ACCESS


def _list_gaps(cite: Cite, start: int) -> list[Span]:
    """The stretches of `cite` from `start` on that no place covers: before, between and behind them."""
    gaps, at = [], start
    for place in sorted(place.span for place in cite.places if place.span.end > start):
        gaps.append(Span(at, max(at, place.start)))
        at = max(at, place.end)
    return [*gaps, Span(at, max(at, cite.span.end))]
