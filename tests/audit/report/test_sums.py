"""The sums of an audit in words."""

from datetime import UTC, datetime

from footnotes.audit.report.sums import tell_rescues, tell_sums, tell_verdicts
from footnotes.model import (
    Archived,
    ArchivedState,
    Audit,
    CitedLink,
    DateSource,
    LinkFinding,
    Memento,
    Rescue,
    Verdict,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)
COPY = Memento("http://e.org/", "https://a.org/1/http://e.org/", NOW, "A")
FOUND = Archived(ArchivedState.FOUND, Rescue(COPY, -12), COPY, None, DateSource.ACCESSED)
UNASKED = Archived(ArchivedState.NOT_ASKED)


def _find(verdict: Verdict = Verdict.DEAD, archived: Archived = UNASKED) -> LinkFinding:
    return LinkFinding(CitedLink("http://e.org/"), verdict, 0.9, "It is so.", archived)


def _audit(*findings: LinkFinding) -> Audit:
    return Audit("paper.txt", NOW, findings)


def test_sums() -> None:
    """Each outcome has its clause, in the singular where it is one."""
    live, dead = _find(Verdict.LIVE), _find(Verdict.DEAD)
    drifted, blocked = _find(Verdict.DRIFTED), _find(Verdict.BLOCKED)

    assert "No cited page was found." == tell_sums(_audit())
    assert "The one cited page is there." == tell_sums(_audit(live))
    assert "All 2 cited pages are there." == tell_sums(_audit(live, _find(Verdict.MOVED)))
    assert "Of 1 cited page, 1 is gone." == tell_sums(_audit(dead))
    assert (
        "Of 5 cited pages, 2 are there, 1 says something else by now, 1 is gone and 1 could not be seen."
        == (tell_sums(_audit(live, live, drifted, dead, blocked)))
    )


def test_rescues() -> None:
    """The sum of the rescues is about lost pages, and silent where no archive was asked."""
    saved, lost = _find(archived=FOUND), _find(archived=Archived(ArchivedState.NONE))

    assert "" == tell_rescues(_audit(_find(Verdict.LIVE, FOUND)))
    assert "" == tell_rescues(_audit(_find()))
    assert "An archived copy shows the one that is gone or changed." == tell_rescues(_audit(saved))
    assert "An archived copy shows 1 of the 2 that are gone or changed." == tell_rescues(
        _audit(saved, lost)
    )
    assert "An archived copy shows none of the 1 that is gone or changed." == tell_rescues(_audit(lost))


def test_verdicts_are_counted() -> None:
    """The closing line names each verdict that occurs."""
    assert "3 pages: 1 live, 2 dead" == tell_verdicts(_audit(_find(), _find(Verdict.LIVE), _find()))
