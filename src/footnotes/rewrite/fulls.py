"""Full citations written again: as printed, with the place of another cite."""

import re
from collections.abc import Iterator

from footnotes.model import Cite, Span
from footnotes.rewrite.loose import holds_more_after
from footnotes.rewrite.outer_levels import find_volume, stands_before
from footnotes.rewrite.places import UnclearPlaceError, WrittenPlace, is_muddled
from footnotes.rewrite.printed import LEAD_IN, Paper, PrintedPlace, find_place

_POINT = re.compile(r"[\s,.:;]+\Z")
_LINK = ("url", "doi")
FULL_STOP = re.compile(r"(?:(?<=\w{4})|(?<=[)\]”\"*_]))\.\Z")
"""The full stop of a sentence, not that of an abbreviation."""
_PLAIN_PLACE = re.compile(
    r"(?:[^\W\d_]{1,3}\.?\s?)?(?:\d+|[ivxlc]+)(?:\s?[-–]{1,2}\s?(?:\d+|[ivxlc]+))?(?:\s?ff?\.?|\s?sq\.?)?"
)
"""One page or a range of pages, with or without its word: "S. 12-14", "p. iv", "33 f."."""
_OTHER_LEVEL = re.compile(
    r"\b(?:t|vol|v|bd|band|c|cilt|cild|tom|т|deel|dl)\.?\s?(?:\d+|[IVXLC]+)[\s,.:]*\Z", re.IGNORECASE
)
"""A volume at the end of what stands before a place."""
_PAGE_WORD = re.compile(r"\A[^\W\d_]{1,3}\.\s?(?=\d)")
_MORE_PLACE = re.compile(r"\s*(?:[^\W\d_]{1,4}\.?\s?)?\d")
"""A place behind the place, which was not read as one: "p. 401-418 p. 405"."""


def write_fulls(paper: Paper, root: Cite, place: WrittenPlace) -> Iterator[str]:
    """The words of the full citation `root`, its own place taken out and `place` put where it stood.

    Where it had none, the new one stands before the address, else at the end; after the pages of an
    article comes the word that this paper has for it ("here"), or the place stands for the pages (CMOS
    18, 14.71). Raises UnclearPlaceError if more stands in `root` than was read.
    """
    own = find_place(paper, root) if root.locator else None
    if own is not None:
        yield _write_at(paper, root, own, place)
        return
    words = _tell_volume(paper, root, None, place)
    end = _find_end(paper, root)
    before, after = paper.fold(root.note, Span(root.span.start, end)), _fold_rest(paper, root, end)
    last = max((one.span.start for one in root.places), default=root.span.end)
    if LEAD_IN.search(after) or holds_more_after(paper, root, last):
        raise UnclearPlaceError
    if not words:
        yield before + after
        return
    extent = next((one.span for one in root.places if one.variable == "page"), None)
    if not after:
        before = FULL_STOP.sub("", before)
    if extent is not None and paper.lead_in:
        yield before + ", " + paper.lead_in + words + after
    if extent is not None:
        head = paper.fold(root.note, Span(root.span.start, extent.start))
        rest = _fold_rest(paper, root, extent.end)
        if head.endswith(":"):
            # "30 (1975): 117-130" has no word before its pages.
            yield f"{head} {_PAGE_WORD.sub('', words)}{rest}"
        yield head + " " * paper.text[extent.start - 1].isspace() + words + rest
    yield before + place.joint + words + after


def ends_in_place(paper: Paper, root: Cite) -> bool:
    """Whether a full citation ends in the place that it cites, with no other level before it.

    Then another place can stand there, however its author and title are told apart.
    """
    own = find_place(paper, root) if root.locator else None
    if own is None or paper.text[own.span.end : root.span.end].strip(" \n.;,"):
        return False
    volume = find_volume(paper, root)
    if volume is not None and stands_before(paper, volume, own.span):
        return True
    before = paper.text[root.span.start : own.span.start - len(own.lead_in)]
    return _PLAIN_PLACE.fullmatch(own.words) is not None and _OTHER_LEVEL.search(before) is None


def cut_full(paper: Paper, root: Cite, variable: str, place: WrittenPlace) -> list[str]:
    """The words of `root` up to the end of `variable`, with `place`; an empty list if they are no whole."""
    ends = [one.span.end for one in root.places if one.variable == variable]
    if not ends:
        return []
    words = paper.fold(root.note, Span(root.span.start, ends[-1]))
    if words.count("(") != words.count(")") or words.count("[") != words.count("]"):
        return []
    return [words + (place.joint + place.whole if place.whole else "")]


def _write_at(paper: Paper, root: Cite, own: PrintedPlace, place: WrittenPlace) -> str:
    """The words of `root` with `place` instead of its own one, and no word that led to it without."""
    words = _tell_volume(paper, root, own, place)
    volume = find_volume(paper, root)
    beside = volume is not None and stands_before(paper, volume, own.span)
    begin = volume.start if volume and beside else own.span.start - len(own.lead_in)
    head = paper.text[root.span.start : begin]
    point = _POINT.search(head)
    end = root.span.start + (point.start() if point else len(head))
    before, after = paper.fold(root.note, Span(root.span.start, end)), _fold_rest(paper, root, own.span.end)
    unread = is_muddled(root, own) or LEAD_IN.search(after) or _MORE_PLACE.match(after)
    if unread or holds_more_after(paper, root, own.span.end):
        raise UnclearPlaceError
    if not words:
        return before + after
    joint = re.sub(r"\s+", " ", point.group()) if point else ""
    return before + joint + own.lead_in * (not beside) + words + after


def _tell_volume(paper: Paper, root: Cite, own: PrintedPlace | None, place: WrittenPlace) -> str:
    """The words of `place`, without the volume where `root` goes on to print it elsewhere.

    Raises UnclearPlaceError if the words and the citation would name two volumes, or one of them twice.
    """
    volume = find_volume(paper, root)
    if volume is None or not place.words:
        return place.whole
    printed = root.stated.volume if root.stated else None
    if own is not None and stands_before(paper, volume, own.span):
        if place.volume is None:
            raise UnclearPlaceError
        return place.whole
    inherited = place.outer != ""
    if place.volume is not None and (place.volume != printed or not inherited):
        raise UnclearPlaceError
    return place.words


def _find_end(paper: Paper, root: Cite) -> int:
    """Where a place can stand in `root`, which has none: before its address, else at its end."""
    at = min((one.span.start for one in root.places if one.variable in _LINK), default=root.span.end)
    point = _POINT.search(paper.text[root.span.start : at]) if at < root.span.end else None
    end = root.span.start + point.start() if point else at
    return end if end > root.span.start else root.span.end


def _fold_rest(paper: Paper, root: Cite, start: int) -> str:
    words = paper.fold(root.note, Span(start, root.span.end)) if start < root.span.end else ""
    return f" {words}" if words and paper.text[start : start + 1].isspace() else words
