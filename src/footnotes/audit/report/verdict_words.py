"""The table of the verdicts: how each is called and marked, what it means, and what to do about it."""

from enum import Enum

from attrs import frozen

from footnotes.model import Audit, LinkFinding, Verdict


class Outcome(Enum):
    """What the verdicts come to for a reader who wants to see the page."""

    GONE = "gone"
    CHANGED = "changed"
    UNSEEN = "unseen"
    """Nobody could tell."""
    CLOSED = "closed"
    """There, but not for everybody."""
    THERE = "there"
    SKIPPED = "skipped"
    """Not looked at."""


@frozen
class VerdictWords:
    """A verdict in words. `mark` tells it without colour; a summary is a sentence, and so is the advice."""

    name: str
    mark: str
    outcome: Outcome
    summary: str
    advice: str


VERDICTS: dict[Verdict, VerdictWords] = {
    Verdict.LIVE: VerdictWords(
        "live",
        "●",
        Outcome.THERE,
        "The page is there.",
        "Nothing needs doing; an archived copy beside it keeps it citable.",
    ),
    Verdict.MOVED: VerdictWords(
        "moved",
        "→",
        Outcome.THERE,
        "The page is there, at another address, to which the old one leads for good.",
        "Cite the new address, and keep the old one on record.",
    ),
    Verdict.DRIFTED: VerdictWords(
        "drifted",
        "≈",
        Outcome.CHANGED,
        "The page is there, and says something else than when it was read.",
        "Cite the copy of the day of reading beside the address.",
    ),
    Verdict.SOFT_DEAD: VerdictWords(
        "soft-dead",
        "◐",
        Outcome.GONE,
        "The address answers as if all were well, and the cited page is gone.",
        "Cite the archived copy beside the address, or find where the page went.",
    ),
    Verdict.USURPED: VerdictWords(
        "usurped",
        "▲",
        Outcome.GONE,
        "The domain has passed to others, who show something unrelated.",
        "Cite the archived copy, and do not link to the address any more.",
    ),
    Verdict.RESTRICTED: VerdictWords(
        "restricted",
        "■",
        Outcome.CLOSED,
        "The page is there for those who log in or subscribe.",
        "Say that access is restricted; a copy lets other readers check the claim.",
    ),
    Verdict.BLOCKED: VerdictWords(
        "blocked",
        "?",
        Outcome.UNSEEN,
        "The site turns programs away, so nobody can tell whether the page is there.",
        "Open the address in a browser.",
    ),
    Verdict.FAILING: VerdictWords(
        "failing",
        "!",
        Outcome.UNSEEN,
        "The page could not be reached this time, which may pass.",
        "Audit again in a few days, before the page is called dead.",
    ),
    Verdict.DEAD: VerdictWords(
        "dead",
        "×",
        Outcome.GONE,
        "The page is gone, or its whole host.",
        "Cite the archived copy beside the address, or find where the page went.",
    ),
    Verdict.UNSUPPORTED: VerdictWords(
        "unsupported",
        "–",
        Outcome.SKIPPED,
        "The address is none that can be looked at.",
        "Check by hand that it is written as it should be.",
    ),
    Verdict.EXCLUDED: VerdictWords(
        "excluded",
        "○",
        Outcome.SKIPPED,
        "The page was not asked for: the user's choice leaves it out, or it lies in a private network.",
        "Nothing needs doing, if it was meant so: nothing is known of the page.",
    ),
}

URGENCY: tuple[Verdict, ...] = (
    Verdict.DEAD,
    Verdict.SOFT_DEAD,
    Verdict.USURPED,
    Verdict.DRIFTED,
    Verdict.FAILING,
    Verdict.BLOCKED,
    Verdict.UNSUPPORTED,
    Verdict.RESTRICTED,
    Verdict.MOVED,
    Verdict.LIVE,
    Verdict.EXCLUDED,
)
"""The verdicts, what needs an editor first."""


def sort_by_urgency(audit: Audit) -> list[LinkFinding]:
    """The findings, what needs an editor first; those of a verdict in the order of citation."""
    return sorted(audit.findings, key=lambda finding: URGENCY.index(finding.verdict))
