"""Dates that contradict each other."""

from collections.abc import Iterator

from footnotes.check.finding import Fix, Related, Remark
from footnotes.check.proof import Proof
from footnotes.check.wording import spell_date
from footnotes.model import AnyDate, Cite, Date, Span


def find_early_access(proof: Proof) -> Iterator[Remark]:
    """A work that was seen before it was published."""
    for cite in proof.apparatus.cites:
        if cite.stated is None or not _precedes(cite.stated.accessed, cite.stated.issued):
            continue
        seen, issued = cite.stated.accessed, cite.stated.issued
        if isinstance(seen, Date) and isinstance(issued, Date):
            message = (
                f"It was accessed on {spell_date(seen)}, before it was published on {spell_date(issued)}."
            )
            fix = Fix("Compare both dates with the source.")
            published = _find_place(cite, "issued")
            related = (Related("the date of publication", published),) if published else ()
            yield Remark(message, _find_place(cite, "accessed") or cite.span, cite.note, fix, related)


def _precedes(one: AnyDate | None, other: AnyDate | None) -> bool:
    """Whether one date is certainly before the other, as exactly as both are known."""
    if not isinstance(one, Date) or not isinstance(other, Date):
        return False
    if any(date.approximate or date.uncertain for date in (one, other)):
        return False
    first, second = one.end or one.start, other.start
    for a, b in ((first.year, second.year), (first.month, second.month), (first.day, second.day)):
        if a is None or b is None:
            return False
        if a != b:
            return a < b
    return False


def _find_place(cite: Cite, variable: str) -> Span | None:
    return next((place.span for place in cite.places if place.variable == variable), None)
