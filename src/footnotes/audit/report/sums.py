"""How an audit reads as a whole: its sums in one sentence."""

from footnotes.audit.report.verdict_words import VERDICTS, Outcome
from footnotes.audit.report.wording import count, join_words
from footnotes.model import ArchivedState, Audit, Verdict

_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.THERE: ("is there", "are there"),
    Outcome.CLOSED: ("is behind a login or a paywall", "are behind a login or a paywall"),
    Outcome.CHANGED: ("says something else by now", "say something else by now"),
    Outcome.GONE: ("is gone", "are gone"),
    Outcome.UNSEEN: ("could not be seen", "could not be seen"),
    Outcome.SKIPPED: ("was not looked at", "were not looked at"),
}
"""What is said of one page and of several, in the order of the sentence."""

_LOST = {Outcome.GONE, Outcome.CHANGED}


def tell_sums(audit: Audit) -> str:
    """The whole audit in one sentence: "Of 50 cited pages, 31 are there and 19 are gone."."""
    total = len(audit.findings)
    if not total:
        return "No cited page was found."
    sums = count_outcomes(audit)
    if sums[Outcome.THERE] == total:
        return "The one cited page is there." if total == 1 else f"All {total} cited pages are there."
    parts = [f"{number} {_OUTCOMES[one][number != 1]}" for one in _OUTCOMES if (number := sums[one])]
    return f"Of {count(total, 'cited page')}, {join_words(parts)}."


def count_outcomes(audit: Audit) -> dict[Outcome, int]:
    """How many findings come to each outcome."""
    numbers = audit.count_verdicts()
    return {
        outcome: sum(numbers[verdict] for verdict in Verdict if VERDICTS[verdict].outcome is outcome)
        for outcome in Outcome
    }


def tell_rescues(audit: Audit) -> str:
    """How many of the lost pages a copy shows; empty where none is lost or no archive was asked."""
    lost = [one for one in audit.findings if VERDICTS[one.verdict].outcome in _LOST]
    if not lost or all(one.archived.state is ArchivedState.NOT_ASKED for one in lost):
        return ""
    saved = sum(one.archived.rescue is not None for one in lost)
    if saved == len(lost):
        whole = "the one" if saved == 1 else "each"
        return f"An archived copy shows {whole} that is gone or changed."
    shown = str(saved) if saved else "none"
    return f"An archived copy shows {shown} of the {len(lost)} that {_be(len(lost))} gone or changed."


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def tell_verdicts(audit: Audit) -> str:
    """The number of pages and how many have each verdict: "50 pages: 29 live, 2 moved"."""
    parts = [f"{number} {VERDICTS[one].name}" for one, number in audit.count_verdicts().items() if number]
    total = count(len(audit.findings), "page")
    return f"{total}: {', '.join(parts)}" if parts else total
