"""The rows of an audit: each cited URL with its verdict."""

from datetime import datetime
from enum import Enum

from attrs import frozen

from footnotes.model.cited_link import CitedLink
from footnotes.model.link_check import LinkCheck
from footnotes.model.memento import Archived, ArchiveReport


class Verdict(Enum):
    """What an editor should think of a cited URL; docs/verdicts/ has a page for each."""

    LIVE = "live"
    MOVED = "moved"
    DRIFTED = "drifted"
    SOFT_DEAD = "soft-dead"
    USURPED = "usurped"
    RESTRICTED = "restricted"
    BLOCKED = "blocked"
    FAILING = "failing"
    DEAD = "dead"
    UNSUPPORTED = "unsupported"
    EXCLUDED = "excluded"


@frozen
class LinkFinding:
    """One cited URL: the verdict with its confidence (0 to 1) and its reason in one sentence.

    `look` is None where the URL was not asked for. `cited_copy` is the look at the archived copy that the
    paper cites itself, if it does.
    """

    link: CitedLink
    verdict: Verdict
    confidence: float
    reason: str
    archived: Archived
    look: LinkCheck | None = None
    cited_copy: LinkCheck | None = None


@frozen
class Audit:
    """The findings of one audit in the order of citation, and how the archives did; times are UTC."""

    source: str
    started: datetime
    findings: tuple[LinkFinding, ...]
    archives: tuple[ArchiveReport, ...] = ()

    def count_verdicts(self) -> dict[Verdict, int]:
        """How many findings have each verdict, all verdicts in their order."""
        verdicts = [finding.verdict for finding in self.findings]
        return {verdict: verdicts.count(verdict) for verdict in Verdict}
