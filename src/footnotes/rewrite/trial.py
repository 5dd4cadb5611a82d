"""Writes back-references out and reads the paper again: what is then misread is not written."""

from collections.abc import Callable, Iterator

from attrs import define, evolve

from footnotes.errors import NoNotesError
from footnotes.model import Apparatus, Confidence
from footnotes.rewrite.brackets import is_balanced
from footnotes.rewrite.comparing import list_misread, list_unwritten
from footnotes.rewrite.doubts import REASONS
from footnotes.rewrite.drafts import Draft, Drafter
from footnotes.rewrite.edits import Edit, LeftCite, Rewriting, WrittenForm, apply_edits
from footnotes.rewrite.printed import index_paper

Read = Callable[[str], Apparatus]
"""Reads the text of a paper to the end."""

_CALL = "[^"
_PATIENT = 6
"""How often the next best words are tried; after that a cite that fails is left alone."""
_VERY_PATIENT = 12
"""How often only the first of a chain that is misread is blamed; after that all of it are."""


def rewrite_cites(
    apparatus: Apparatus, form: WrittenForm, read: Read, least: Confidence, *, repeats: bool = False
) -> Rewriting:
    """Write the back-references of `apparatus` in `form`, and nothing else.

    A back-reference whose work is unknown or less sure than `least` stays, and so does one whose new words
    `read` would not take for the same work at the same place. With `repeats` a full citation that repeats
    an earlier one counts as a back-reference too.
    """
    source = apparatus.document.text
    drafts = [
        _keep_balanced(draft, draft.span.of(source))
        for draft in Drafter(index_paper(apparatus), form, least, repeats).draft_all()
    ]
    attempt = _Attempt(apparatus, drafts, [0] * len(drafts))
    if form is not WrittenForm.KEY:
        _try_words(attempt, form, read, least)
    return attempt.conclude(form)


def _keep_balanced(draft: Draft, printed: str) -> Draft:
    """`draft` with the words that leave every bracket closed: half a Markdown link is no citation.

    A call of another note would be lost with the words around it.
    """
    if _CALL in printed:
        return evolve(draft, wordings=(), doubt="call")
    kept = tuple(one for one in draft.wordings if is_balanced(one)) if is_balanced(printed) else ()
    return evolve(draft, wordings=kept, doubt=draft.doubt if kept or not draft.wordings else "brackets")


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

    def list_edits(self) -> list[Edit]:
        """An edit for each draft whose words differ from the printed ones, in the order of the source.

        Notes of Markdown may stand in another order than they are read.
        """
        return sorted(self._make_edits(), key=lambda edit: edit.span)

    def _make_edits(self) -> Iterator[Edit]:
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


def _try_words(attempt: _Attempt, form: WrittenForm, read: Read, least: Confidence) -> None:
    """Read the paper with its new words until every cite means what it meant."""
    turn = 0
    while edits := tuple(attempt.list_edits()):
        edited = {edit.cite for edit in edits}
        try:
            again = read(apply_edits(attempt.apparatus.document.text, edits))
        except NoNotesError:
            # What told that these are notes may have been the very words that were written out.
            wrong = edited
        else:
            wrong = list_misread(attempt.apparatus, again, edits, least) | list_unwritten(
                again, edits, form
            )
        if not wrong:
            return
        turn += 1
        blamed = set(_find_blamed(attempt.apparatus, wrong, edited)) or edited
        if turn > _VERY_PATIENT:
            # A chain of a thousand is not taken apart link by link.
            blamed |= wrong & edited
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
