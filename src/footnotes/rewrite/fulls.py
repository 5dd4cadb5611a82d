"""Full citations written again: as printed, with the place of another cite."""

import re
from collections.abc import Iterator

from footnotes.model import Cite, Span
from footnotes.rewrite.loose import holds_more_after
from footnotes.rewrite.places import UnclearPlaceError, WrittenPlace
from footnotes.rewrite.printed import LEAD_IN, Paper, PrintedPlace, find_place

_POINT = re.compile(r"[\s,.:;]+\Z")
_LINK = ("url", "doi")


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
    end = _find_end(paper, root)
    before, after = paper.fold(root.note, Span(root.span.start, end)), _fold_rest(paper, root, end)
    last = max((one.span.start for one in root.places), default=root.span.end)
    if LEAD_IN.search(after) or holds_more_after(paper, root, last):
        raise UnclearPlaceError
    if not place.words:
        yield before + after
        return
    extent = next((one.span for one in root.places if one.variable == "page"), None)
    if extent is not None and paper.lead_in:
        yield before + ", " + paper.lead_in + place.words + after
    yield before + place.joint + place.words + after
    if extent is not None:
        words = paper.fold(root.note, Span(root.span.start, extent.start))
        yield (
            words
            + " " * paper.text[extent.start - 1].isspace()
            + place.words
            + _fold_rest(paper, root, extent.end)
        )


def cut_full(paper: Paper, root: Cite, variable: str, place: WrittenPlace) -> list[str]:
    """The words of `root` up to the end of `variable`, with `place`; an empty list if they are no whole."""
    ends = [one.span.end for one in root.places if one.variable == variable]
    if not ends:
        return []
    words = paper.fold(root.note, Span(root.span.start, ends[-1]))
    if words.count("(") != words.count(")") or words.count("[") != words.count("]"):
        return []
    return [words + (place.joint + place.words if place.words else "")]


def _write_at(paper: Paper, root: Cite, own: PrintedPlace, place: WrittenPlace) -> str:
    """The words of `root` with `place` instead of its own one, and no word that led to it without."""
    head = paper.text[root.span.start : own.span.start - len(own.lead_in)]
    point = _POINT.search(head)
    end = root.span.start + (point.start() if point else len(head))
    before, after = paper.fold(root.note, Span(root.span.start, end)), _fold_rest(paper, root, own.span.end)
    if LEAD_IN.search(after) or holds_more_after(paper, root, own.span.end):
        raise UnclearPlaceError
    if not place.words:
        return before + after
    joint = re.sub(r"\s+", " ", point.group()) if point else ""
    return before + joint + own.lead_in + place.words + after


def _find_end(paper: Paper, root: Cite) -> int:
    """Where a place can stand in `root`, which has none: before its address, else at its end."""
    at = min((one.span.start for one in root.places if one.variable in _LINK), default=root.span.end)
    point = _POINT.search(paper.text[root.span.start : at]) if at < root.span.end else None
    end = root.span.start + point.start() if point else at
    return end if end > root.span.start else root.span.end


def _fold_rest(paper: Paper, root: Cite, start: int) -> str:
    words = paper.fold(root.note, Span(start, root.span.end)) if start < root.span.end else ""
    return f" {words}" if words and paper.text[start : start + 1].isspace() else words
