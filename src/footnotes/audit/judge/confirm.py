"""Repetition before a page is called dead: failures in a row, over several audits."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from attrs import frozen

from footnotes.model import LinkCheck


@frozen
class Confirmation:
    """What is asked for: so many failures in a row, the first and the last of them at least so far apart.

    Both, because one alone says little: three looks in an hour see one outage three times.
    """

    times: int
    over: timedelta


@frozen
class Streak:
    """The failures in a row that a history ends with, and the time from the first to the last of them."""

    times: int = 0
    span: timedelta = timedelta(0)


def count_failures(looks: Sequence[LinkCheck], is_failure: Callable[[LinkCheck], bool | None]) -> Streak:
    """The failures in a row at the end of the history of one URL.

    `looks` may stand in any order; one that several audits share (`--max-age`) counts once. A look of
    which `is_failure` says False ends the row. None says that the look cannot tell: it neither counts nor
    ends the row, as when the name servers of the user did not answer.
    """
    failures = []
    for look in sorted({look.checked: look for look in looks}.values(), key=_when, reverse=True):
        failed = is_failure(look)
        if failed is False:
            break
        if failed:
            failures.append(look.checked)
    return Streak(len(failures), failures[0] - failures[-1]) if failures else Streak()


def is_confirmed(streak: Streak, confirmation: Confirmation) -> bool:
    """Whether the failures are as many, and as far apart, as is asked for; no failure never is."""
    return streak.times >= max(confirmation.times, 1) and streak.span >= confirmation.over


def _when(look: LinkCheck) -> datetime:
    return look.checked
