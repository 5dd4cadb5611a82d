"""From evidence to findings: nothing here asks the network, so a report can be made again."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from footnotes.audit.judge.confirm import Confirmation, Streak, count_failures, is_confirmed
from footnotes.audit.judge.verdicts import Ruling, decide_verdict
from footnotes.model import Archived, ArchivedState, CitedLink, LinkCheck, LinkFinding, LinkStatus, Verdict

NOT_ASKED = Archived(ArchivedState.NOT_ASKED)

NEVER_SENT = frozenset({LinkStatus.EXCLUDED, LinkStatus.UNSUPPORTED, LinkStatus.PRIVATE})
"""Looks for which no request was sent: that nobody answered says nothing there."""

_CLEAR = {"gone", "no-host"}
"""Rows of the table that one look is enough for: a 410 and a vanished host."""

_UNTIL_CONFIRMED = "There is no such page so far ({times}); it is asked for again."
_LASTING = "It has failed {times}."

_NOTHING_OF_THE_PAGE = {LinkStatus.DNS, LinkStatus.DNS_UNAVAILABLE, LinkStatus.POSTPONED}
"""What may as well be said of the user's own connection, or of the host's patience: no failure to count.

A host that has vanished is dead at once, unless the user was offline; of earlier audits nobody knows it.
"""


def make_finding(  # noqa: PLR0913 - the evidence is of several kinds
    link: CitedLink,
    look: LinkCheck,
    archived: Archived,
    *,
    cited_copy: LinkCheck | None = None,
    history: Sequence[LinkCheck] = (),
    confirmation: Confirmation | None = None,
) -> LinkFinding:
    """The finding for `link`: the verdict on `look`, confirmed by the looks of earlier audits if so asked.

    `history` holds all looks at the URL, this one included, in order of time.
    """
    ruling = decide_verdict(look, archived)
    if confirmation is not None:
        ruling = _confirm(ruling, history or (look,), confirmation)
    return LinkFinding(
        link=link,
        verdict=ruling.verdict,
        confidence=ruling.confidence,
        reason=ruling.reason,
        archived=archived,
        look=look,
        cited_copy=cited_copy,
    )


def is_offline(looks: Iterable[LinkCheck]) -> bool:
    """Whether no look reached anybody, so that a host which is not found may well be there."""
    return not any(look.code is not None or look.status in _REACHED for look in looks)


_REACHED = {LinkStatus.RESET, LinkStatus.TLS, LinkStatus.REFUSED, LinkStatus.PROTOCOL}


def _confirm(ruling: Ruling, history: Sequence[LinkCheck], confirmation: Confirmation) -> Ruling:
    if ruling.verdict not in {Verdict.DEAD, Verdict.FAILING} or ruling.row in _CLEAR:
        return ruling
    streak = count_failures(history, _is_failure)
    if not is_confirmed(streak, confirmation):
        if ruling.verdict is Verdict.FAILING:
            return ruling
        reason = _UNTIL_CONFIRMED.format(times=_spell_streak(streak))
        return evolve(ruling, verdict=Verdict.FAILING, confidence=0.6, reason=reason)
    if ruling.verdict is Verdict.DEAD or _is_failure(history[-1]) is None:
        return ruling
    reason = f"{_LASTING.format(times=_spell_streak(streak))} {ruling.reason}"
    return evolve(ruling, verdict=Verdict.DEAD, confidence=0.8, reason=reason)


def _spell_streak(streak: Streak) -> str:
    if streak.times <= 1:
        return "once"
    days = streak.span.days
    over = f"{days} {'day' if days == 1 else 'days'}" if days else "less than a day"
    return f"{streak.times} times in a row over {over}"


def _is_failure(look: LinkCheck) -> bool | None:
    if look.status in _NOTHING_OF_THE_PAGE:
        return None
    return decide_verdict(look, NOT_ASKED).verdict in {Verdict.DEAD, Verdict.FAILING}
