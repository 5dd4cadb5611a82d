"""Writes back-references out and reads the paper again: what is then misread is not written."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from attrs import define, frozen

from footnotes.model import Apparatus, Confidence, Resolution, Span
from footnotes.rewrite.doubts import REASONS
from footnotes.rewrite.drafts import Draft, Drafter
from footnotes.rewrite.edits import Edit, LeftCite, Rewriting, Shift, WrittenForm, apply_edits
from footnotes.rewrite.printed import index_paper

Read = Callable[[str], Apparatus]
"""Reads the text of a paper to the end."""

_PATIENT = 6
"""How often the next best words are tried; after that a cite that fails is left alone."""


def rewrite_cites(
    apparatus: Apparatus, form: WrittenForm, read: Read, least: Confidence, *, repeats: bool = False
) -> Rewriting:
    """Write the back-references of `apparatus` in `form`, and nothing else.

    A back-reference whose work is unknown or less sure than `least` stays, and so does one whose new words
    `read` would not take for the same work at the same place. With `repeats` a full citation that repeats
    an earlier one counts as a back-reference too.
    """
    drafts = list(Drafter(index_paper(apparatus), form, least, repeats).draft_all())
    attempt = _Attempt(apparatus, drafts, [0] * len(drafts))
    if form is not WrittenForm.KEY:
        _try_words(attempt, read, least)
    return attempt.conclude(form)


@define
class _Attempt:
    """The drafts, and which of its wordings each has got to."""

    apparatus: Apparatus
    drafts: list[Draft]
    tried: list[int]

    def choose(self, at: int) -> str | None:
        """The words for the draft number `at`; None if it has none left."""
        draft = self.drafts[at]
        return draft.wordings[self.tried[at]] if self.tried[at] < len(draft.wordings) else None

    def list_edits(self) -> Iterator[Edit]:
        """An edit for each draft that has words which differ from the printed ones."""
        for at, draft in enumerate(self.drafts):
            old, new = draft.span.of(self.apparatus.document.text), self.choose(at)
            if new is not None and new != old:
                yield Edit(draft.cite.id, draft.span, old, new)

    def advance(self, cites: set[str], *, far: bool) -> bool:
        """Go on to the next words for `cites`, or with `far` leave them alone; False if there are none."""
        moved = False
        for at, draft in enumerate(self.drafts):
            if draft.cite.id in cites and self.tried[at] < len(draft.wordings):
                self.tried[at] = len(draft.wordings) if far else self.tried[at] + 1
                moved = True
        return moved

    def conclude(self, form: WrittenForm) -> Rewriting:
        """The edits that are left, and why the others are not made."""
        edits = tuple(self.list_edits())
        text = self.apparatus.document.text
        changed = {edit.cite for edit in edits}
        doubts = {
            draft.cite.id: draft.doubt or "misread"
            for at, draft in enumerate(self.drafts)
            if draft.doubt or (draft.wordings and self.choose(at) is None)
        }
        return Rewriting(
            form=form,
            text=apply_edits(text, edits),
            edits=edits,
            left=tuple(LeftCite(cite, REASONS[doubt]) for cite, doubt in doubts.items()),
            kept=tuple(one.cite.id for one in self.drafts if one.cite.id not in changed | doubts.keys()),
        )


def _try_words(attempt: _Attempt, read: Read, least: Confidence) -> None:
    """Read the paper with its new words until every cite means what it meant."""
    turn = 0
    while edits := tuple(attempt.list_edits()):
        edited = {edit.cite for edit in edits}
        wrong = _compare(
            attempt.apparatus, read(apply_edits(attempt.apparatus.document.text, edits)), edits, least
        )
        if not wrong:
            return
        turn += 1
        blamed = set(_find_blamed(attempt.apparatus, wrong, edited)) or edited
        if not attempt.advance(blamed, far=turn > _PATIENT):
            return


def _find_blamed(apparatus: Apparatus, wrong: set[str], edited: set[str]) -> Iterator[str]:
    """The edits to which misreadings are due: of the cite, else of what it points at, else of its note."""
    by_note: dict[int, list[str]] = {}
    for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True):
        by_note.setdefault(cite.note, []).append(cite.id)
        if cite.id not in wrong:
            continue
        if cite.id in edited:
            if resolution.antecedent not in wrong & edited:
                yield cite.id
        else:
            near = [one for one in by_note[cite.note] if one in edited]
            before = [one for one in by_note.get(cite.note - 1, []) if one in edited]
            yield from near or before or [one for one in (resolution.antecedent,) if one in edited]


@frozen
class _Match:
    """Cites read again beside those they were before, by their places."""

    before: Sequence[Span]
    """The places of the former cites in the new text, in order."""
    starts: Sequence[int]

    def find(self, span: Span) -> int | None:
        """The number of the former cite of which `span` is a part; None if there is none."""
        at = bisect_right(self.starts, span.end - 1) - 1
        return at if at >= 0 and self.before[at].end > span.start else None


def _compare(before: Apparatus, after: Apparatus, edits: tuple[Edit, ...], least: Confidence) -> set[str]:
    """The cites of `before` that are no longer read, or as something else; and those that became two."""
    shift = Shift(edits)
    places = [shift.move(cite.span) for cite in before.cites]
    match = _Match(places, [place.start for place in places])
    found = [match.find(cite.span) for cite in after.cites]
    places_after = {cite.id: at for cite, at in zip(after.cites, found, strict=True)}
    edited = {edit.cite for edit in edits}
    seen, wrong = set[int](), set[str]()
    for at, again in zip(found, after.resolutions, strict=True):
        if at is None:
            continue
        cite, resolution = before.cites[at], before.resolutions[at]
        target = places_after.get(again.target or "")
        reference = before.resolutions[target].reference if target is not None else None
        strict = _is_same_place if cite.id in edited else _is_as_sure
        fits = reference == resolution.reference and strict(resolution, again, least)
        if at in seen or not fits:
            wrong.add(cite.id)
        seen.add(at)
    return wrong | {cite.id for at, cite in enumerate(before.cites) if at not in seen}


def _is_same_place(before: Resolution, after: Resolution, least: Confidence) -> bool:
    return before.locator == after.locator and after.confidence.rank >= least.rank


def _is_as_sure(before: Resolution, after: Resolution, least: Confidence) -> bool:
    return (before.confidence.rank >= least.rank) == (after.confidence.rank >= least.rank)
