"""Whether a paper means the same when it is read again with new words."""

from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from footnotes.model import Apparatus, CiteForm, Confidence, Resolution, Span
from footnotes.rewrite.edits import Edit, Shift, WrittenForm

_WHOLE = {CiteForm.FULL, CiteForm.IDEM}


def list_misread(
    before: Apparatus, after: Apparatus, edits: tuple[Edit, ...], least: Confidence
) -> set[str]:
    """The cites of `before` that `after`, which has `edits`, does not read as the same.

    Each cite must be there, as one cite, of the work it was of; one with new words also at the same place.
    """
    again, wrong = _match_cites(before, after, edits)
    edited = {edit.cite for edit in edits}
    ids = {cite.id: at for at, cite in enumerate(before.cites)}
    works: dict[str, str | None] = {}
    for at, resolution in enumerate(before.resolutions):
        found = after.resolutions[again[at]] if at in again else None
        root = ids.get(resolution.target or "")
        fits = _is_same_place if resolution.cite in edited else _is_as_sure
        if found is None or not fits(resolution, found, least):
            wrong.add(resolution.cite)
        elif root is None or root not in again:
            # A cite of a volume that is cited in full nowhere has a work and no target.
            if found.target is not None or (found.reference is None) != (resolution.reference is None):
                wrong.add(resolution.cite)
        # The work of the target is in the new text what it was, if no other one has become it.
        elif (
            found.target is None
            or found.target != after.resolutions[again[root]].target
            or works.setdefault(found.target, resolution.reference) != resolution.reference
        ):
            wrong.add(resolution.cite)
    return wrong


def list_unwritten(after: Apparatus, edits: tuple[Edit, ...], form: WrittenForm) -> set[str]:
    """The cites with new words that are a back-reference still, where full citations are wanted."""
    if form is not WrittenForm.FULL:
        return set()
    shift = Shift(edits)
    places = _Places([shift.move(edit.span) for edit in edits])
    found = ((places.find(cite.span), cite.form) for cite in after.cites)
    return {edits[at].cite for at, kind in found if at is not None and kind not in _WHOLE}


def _match_cites(
    before: Apparatus, after: Apparatus, edits: tuple[Edit, ...]
) -> tuple[dict[int, int], set[str]]:
    """The numbers in `after` of the cites of `before`, by their places; and those that became several."""
    shift = Shift(edits)
    # Notes of Markdown may stand in another order than they are read.
    order = sorted(range(len(before.cites)), key=lambda at: before.cites[at].span)
    places = _Places([shift.move(before.cites[at].span) for at in order])
    again, wrong = dict[int, int](), set[str]()
    for number, cite in enumerate(after.cites):
        place = places.find(cite.span)
        if place is None or order[place] in again:
            wrong.add(before.cites[order[places.find_last(cite.span)]].id)
        else:
            again[order[place]] = number
    return again, wrong


def _is_same_place(before: Resolution, after: Resolution, least: Confidence) -> bool:
    return before.locator == after.locator and after.confidence.rank >= least.rank


def _is_as_sure(before: Resolution, after: Resolution, least: Confidence) -> bool:
    return (before.confidence.rank >= least.rank) == (after.confidence.rank >= least.rank)


@frozen
class _Places:
    """The places of the former cites in the new text, in order."""

    spans: Sequence[Span]

    def find(self, span: Span) -> int | None:
        """The number of the first former cite that `span` has a part of; None if there is none."""
        at = bisect_right(self.spans, span.start, key=lambda one: one.start) - 1
        if at >= 0 and self.spans[at].end > span.start:
            return at
        return at + 1 if at + 1 < len(self.spans) and self.spans[at + 1].start < span.end else None

    def find_last(self, span: Span) -> int:
        """The number of the former cite before `span`, or of the first one."""
        return max(bisect_right(self.spans, span.start, key=lambda one: one.start) - 1, 0)
