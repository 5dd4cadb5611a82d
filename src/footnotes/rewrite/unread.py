"""Words behind a cite that may be a place which was not read: the Ibid. that means it must stay."""

import re
from bisect import bisect_left
from operator import attrgetter

from footnotes.model import Cite, CiteForm, Resolution, Span
from footnotes.rewrite.printed import Paper

_SAME_PLACE = {CiteForm.IBID, CiteForm.LOC_CIT}
"""Forms that mean the place of the cite before where they name none."""
_WEB = {"url", "doi", "accessed"}
"""What may stand behind a place, and between it and the words that go on with it."""
_MORE = re.compile(r"\s*(?:[.:]\s*)?(?:,|\d)")
_STOP = re.compile(r";|[.!?…][\"'”’»)\]*_]*\s+[^\w\s]*(?P<first>\w)")
_FIGURE_OR_PLACE = re.compile(
    r"\d|\b(?:pp?|nn?|notes?|fn|figs?|figures?|tables?|tabs?|cols?|columns?|plates?|maps?|chap(?:ter)?s?|"
    r"prefaces?|foreword|introductions?|epilogue|afterword|appendix|passim|Anm|Abb|Sp|Taf|Vorwort|Einleitung|"
    r"préface|prefazione|prólogo|introducción|introduzione)\b",
    re.IGNORECASE,
)


def has_unread_place(paper: Paper, cite: Cite, resolution: Resolution) -> bool:
    """Whether `cite`, which names no place, or a cite whose place it means goes on with words of a place.

    "(1985): 144-161, quotation on p. 150" and "10 and n. 3" cite more than was read of them.
    """
    if cite.locator is not None or cite.form not in _SAME_PLACE:
        return False
    if _goes_on(paper, cite) or _names_more(paper, cite):
        return True
    seen, following = {cite.id}, resolution.antecedent
    while following is not None and following not in seen:
        seen.add(following)
        before = paper.cites[following]
        alone = before.form in _SAME_PLACE and before.locator is None
        if _names_more(paper, before) or (alone and _goes_on(paper, before)):
            return True
        following = paper.resolutions[following].antecedent if alone else None
    return False


def _goes_on(paper: Paper, cite: Cite) -> bool:
    """Whether words follow that may be a place: "Ibid., the preface"."""
    return _MORE.match(paper.text, cite.span.end, paper.notes[cite.note].span.end) is not None


def _names_more(paper: Paper, cite: Cite) -> bool:
    """Whether a figure or a word for a place stands unread behind `cite`, in its sentence."""
    at = _find_read_end(cite)
    loose = []
    for place in sorted(place.span for place in cite.places if place.span.end > at):
        loose.append(Span(at, max(at, place.start)).of(paper.text))
        at = max(at, place.end)
    loose.append(Span(at, max(at, _find_next(paper, cite))).of(paper.text))
    words = "¦".join(loose)
    stop = next((one for one in _STOP.finditer(words) if _ends_sentence(one)), None)
    return _FIGURE_OR_PLACE.search(words, 0, stop.start() if stop else len(words)) is not None


def _ends_sentence(stop: re.Match[str]) -> bool:
    """Whether no small letter or figure goes on behind a full stop, as behind that of "p. 150"."""
    first = stop["first"]
    return first is None or not (first.islower() or first.isdigit())


def _find_read_end(cite: Cite) -> int:
    """Where the place of `cite` ends, else the last of what it says of its work, else the word Ibid."""
    locators = [place.span.end for place in cite.places if place.variable == "locator"]
    stated = [place.span.end for place in cite.places if place.variable not in _WEB]
    if locators or stated:
        return max(locators or stated)
    # The full stop of "Ibid. The ships" ends the sentence too.
    return max(cite.span.start, cite.span.end - 1)


def _find_next(paper: Paper, cite: Cite) -> int:
    """Where the next cite of the note begins, or the note ends."""
    cites = paper.apparatus.cites
    later = cites[bisect_left(cites, cite.note, key=attrgetter("note")) :]
    for one in later:
        if one.note != cite.note:
            break
        if one.span.start >= cite.span.end:
            return one.span.start
    return paper.notes[cite.note].span.end
