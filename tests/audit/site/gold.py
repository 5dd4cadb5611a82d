"""Whether a finding is what the gold row says."""

from collections.abc import Iterator

from audit.site.kinds import Kind

from footnotes.model import LinkFinding, Memento


def explain_mistakes(kind: Kind, finding: LinkFinding) -> list[str]:
    """What is wrong with the finding of one kind, in a few words each; empty if it is right."""
    return list(_find_mistakes(kind, finding))


def _find_mistakes(kind: Kind, finding: LinkFinding) -> Iterator[str]:
    look, verdicts = finding.look, [verdict.value for verdict in kind.verdicts]
    if finding.verdict not in kind.verdicts:
        yield f"{finding.verdict.value}, not {' or '.join(verdicts)} ({finding.reason})"
    if look is not None and look.status not in kind.statuses:
        yield f"the look ended with {look.status.value} ({look.detail})"
    if look is not None and look.fragment_found is not kind.fragment_found:
        yield f"fragment found: {look.fragment_found}"
    if kind.rescue is not None and kind.rescue != (offered := _spell_rescue(finding)):
        yield f"the copy offered is {offered or 'none'}, not {kind.rescue or 'one'}"
    copy = finding.cited_copy
    if kind.cited_copy_status is not None and (copy is None or copy.status is not kind.cited_copy_status):
        yield f"the cited copy: {copy.status.value if copy else 'not looked at'}"


def _spell_rescue(finding: LinkFinding) -> str:
    memento: Memento | None = finding.archived.rescue.memento if finding.archived.rescue else None
    return f"{memento.captured:%Y%m%d%H%M%S}" if memento else ""
