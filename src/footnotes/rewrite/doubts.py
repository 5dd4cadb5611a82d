"""Which cites are back-references, and why one may not be touched."""

from collections.abc import Mapping

from footnotes.model import Cite, CiteForm, Confidence, Resolution, Span
from footnotes.rewrite.keys import KEY_MARK
from footnotes.rewrite.loose import holds_more
from footnotes.rewrite.printed import Paper

BACK_REFERENCES = frozenset(
    {
        CiteForm.IBID,
        CiteForm.OP_CIT,
        CiteForm.LOC_CIT,
        CiteForm.NOTE_REF,
        CiteForm.DECLARED_SHORT,
        CiteForm.SHORT_AUTHOR_PAGE,
        CiteForm.SHORT_AUTHOR_TITLE,
        CiteForm.SHORT_TITLE,
        CiteForm.SHORT_AUTHOR_YEAR,
        CiteForm.IDEM,
    }
)
_BY_PLACE = {CiteForm.IBID, CiteForm.OP_CIT, CiteForm.LOC_CIT, CiteForm.IDEM}
"""Forms whose meaning hangs on what stands before them."""

REASONS: Mapping[str, str] = {
    "unknown": "which work it means is unknown",
    "unsure": "which work it means is not sure",
    "unread": "it was not read with certainty",
    "parts": "author and title were not told apart with certainty where the work is cited in full",
    "all": "it means all sources of a note",
    "quoted": "it repeats a source that another one quotes",
    "volume": "it means a volume that is cited in full nowhere",
    "keyed": "what it points at is a citation key",
    "mixed": "more than a citation was read as one",
    "place": "its words do not tell which place it cites",
    "author": "whose name it stands for is not sure",
    "nameless": "the name that it stands for was not found as printed",
    "brackets": "it is half of a link, or its brackets do not close",
    "call": "a note is called within it",
    "misread": "written out it would be read as something else",
}
"""Why a back-reference stays as it is printed: clauses that go on after "because"."""


def is_back_reference(cite: Cite, resolution: Resolution, *, repeats: bool) -> bool:
    """Whether `cite` stands for a citation elsewhere; with `repeats` a repeated full one does too."""
    return cite.form in BACK_REFERENCES or (
        repeats and cite.form is CiteForm.FULL and resolution.target not in {None, cite.id}
    )


def find_doubt(paper: Paper, cite: Cite, resolution: Resolution, least: Confidence) -> str | None:
    """The name in `REASONS` of what forbids to write `cite` out; None if it is as sure as `least`."""
    if resolution.refers_to_all:
        return "all"
    if resolution.target is None or resolution.reference is None:
        return "volume" if resolution.container_of or "container_of" in resolution.flags else "unknown"
    root = paper.resolutions[resolution.target]
    doubts = {
        "unsure": resolution.confidence.rank < least.rank,
        "unread": Confidence(cite.confidence).rank < least.rank,
        "volume": resolution.container_of or root.container_from or "container_of" in resolution.flags,
        "quoted": cite.via,
        "mixed": holds_more(paper, cite),
    }
    found = next((name for name, holds in doubts.items() if holds), None)
    return found or _find_doubt_before(paper, cite, resolution)


def _find_doubt_before(paper: Paper, cite: Cite, resolution: Resolution) -> str | None:
    """What is doubtful in the cite that `cite` points at."""
    before = paper.cites.get(resolution.antecedent or "")
    if before is None:
        return None
    if before.via and cite.form in _BY_PLACE:
        return "quoted"
    start = paper.notes[before.note].span.start
    end = cite.span.start if cite.form in _BY_PLACE else paper.notes[before.note].span.end
    if cite.form in {*_BY_PLACE, CiteForm.NOTE_REF} and _holds_key(paper, Span(start, max(start, end))):
        return "keyed"
    return None


def _holds_key(paper: Paper, span: Span) -> bool:
    return KEY_MARK.search(paper.text, span.start, span.end) is not None
