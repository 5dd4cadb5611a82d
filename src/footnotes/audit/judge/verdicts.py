"""From what one look said to what an editor should think: the first row that fits decides."""

from attrs import frozen

from footnotes.audit.judge.rows import NEAR, ROWS, Row
from footnotes.model import Archived, LinkCheck, Rescue, Verdict
from footnotes.text.url_parts import find_host


@frozen
class Ruling:
    """A verdict with its confidence (0 to 1), the reason in one sentence, and the name of its row."""

    verdict: Verdict
    confidence: float
    reason: str
    row: str


def decide_verdict(look: LinkCheck, archived: Archived) -> Ruling:
    """The ruling on one look, with what the archives hold; the first row that fits gives it.

    How like its capture a page is counts only if the capture shows what the author saw: if it was made
    within `NEAR` days of that, or the captures on both sides are the same.
    """
    similarity = archived.similarity if _shows_what_was_read(archived.rescue) else None
    row = next(one for one in ROWS if one.fits(look, similarity))
    return Ruling(row.verdict, row.confidence, _write_reason(row, look, archived), row.name)


def _shows_what_was_read(rescue: Rescue | None) -> bool:
    if rescue is None or rescue.days_from_access is None:
        return False
    return bool(rescue.representative) or abs(rescue.days_from_access) <= NEAR


def _write_reason(row: Row, look: LinkCheck, archived: Archived) -> str:
    final = look.chain[-1].url if look.chain else look.url
    captured = f"{archived.rescue.memento.captured:%Y-%m-%d}" if archived.rescue else "the access date"
    reason = row.reason.format(
        code=look.code,
        host=find_host(final) or final,
        final=final,
        detail=(look.detail or look.status.value).rstrip("."),
        captured=captured,
    )
    if look.fragment_found is False:
        reason += " The part of it that is cited (#) was not found."
    return reason
