"""From evidence to findings."""

from datetime import UTC, datetime, timedelta

import pytest

from footnotes.audit.judge.confirm import Confirmation
from footnotes.audit.judge.findings import NOT_ASKED, is_offline, make_finding
from footnotes.model import CitedLink, LinkCheck, LinkFinding, LinkStatus, Sign, Verdict

URL = "http://a.org/papers/1"
START = datetime(2026, 3, 1, tzinfo=UTC)
THRICE = Confirmation(3, timedelta(days=3))
ENDS = {
    "200": LinkCheck(URL, LinkStatus.OK, START, 200, signs=frozenset({Sign.STAYED, Sign.TITLE_FOUND})),
    "404": LinkCheck(URL, LinkStatus.HTTP_ERROR, START, 404),
    "410": LinkCheck(URL, LinkStatus.HTTP_ERROR, START, 410),
    "403": LinkCheck(URL, LinkStatus.HTTP_ERROR, START, 403),
    "500": LinkCheck(URL, LinkStatus.HTTP_ERROR, START, 500),
    "no-host": LinkCheck(URL, LinkStatus.DNS, START),
    "no-dns": LinkCheck(URL, LinkStatus.DNS_UNAVAILABLE, START),
    "later": LinkCheck(URL, LinkStatus.POSTPONED, START),
    "silence": LinkCheck(URL, LinkStatus.TIMEOUT, START),
}
"""What looks ended with."""


def _look(end: str, day: float = 0) -> LinkCheck:
    look = ENDS[end]
    return LinkCheck(look.url, look.status, START + timedelta(days=day), look.code, signs=look.signs)


def _judge(history: str, confirmation: Confirmation | None = THRICE) -> LinkFinding:
    """The finding after looks as days and ends, the last of which is that of this audit."""
    pairs = (part.split(":") for part in history.split())
    looks = [_look(end, float(day)) for day, end in pairs]
    link = CitedLink(URL, titles=("Ice",))
    return make_finding(link, looks[-1], NOT_ASKED, history=looks, confirmation=confirmation)


@pytest.mark.parametrize(
    ("history", "verdict"),
    [
        ("0:404", "failing"),
        ("0:404 1:404", "failing"),
        # Three times in a day is one outage.
        ("0:404 0.4:404 0.8:404", "failing"),
        ("0:404 2:404 4:404", "dead"),
        # Far apart and twice only.
        ("0:404 30:404", "failing"),
        ("0:404 2:200 4:404 5:404", "failing"),
        ("0:200 2:404 4:404 6:404", "dead"),
        # The name servers of the user say nothing of the page.
        ("0:404 1:no-dns 2:404 4:404", "dead"),
        ("0:404 2:no-dns 4:no-dns", "failing"),
        ("0:no-host 2:no-host 4:404", "failing"),
        ("0:404 1:later 2:404 4:404", "dead"),
        # It was dead, and now nobody can tell.
        ("0:404 2:404 4:404 6:no-dns", "failing"),
        # A page that only fails becomes dead when it does so for long.
        ("0:500", "failing"),
        ("0:500 2:silence 4:500", "dead"),
        ("0:404 2:500 4:silence", "dead"),
        # One look is enough for what was said clearly.
        ("0:410", "dead"),
        ("0:no-host", "dead"),
        # What is there, or behind a wall, needs no confirmation, and what failed before is forgotten.
        ("0:404 2:404 4:404 6:200", "live"),
        ("0:403", "blocked"),
        ("0:404 2:404 4:403", "blocked"),
    ],
)
def test_histories(history: str, verdict: str) -> None:
    """Asked for three failures over three days, each history of a URL has this verdict."""
    assert Verdict(verdict) is _judge(history).verdict


@pytest.mark.parametrize(
    ("end", "verdict"), [("404", "dead"), ("500", "failing"), ("silence", "failing"), ("200", "live")]
)
def test_without_confirmation(end: str, verdict: str) -> None:
    """Where none is asked for, one look decides, whatever was seen before."""
    assert Verdict(verdict) is _judge(f"0:{end}", None).verdict
    assert Verdict(verdict) is _judge(f"0:500 2:500 4:500 6:{end}", None).verdict


def test_reasons_tell_of_the_repetition() -> None:
    """The reader sees how often a page failed, and over how long."""
    before, after = _judge("0:404 2:404"), _judge("0:500 2:500 9:500")

    assert "2 times in a row over 2 days" in before.reason
    assert "3 times in a row over 9 days" in after.reason
    assert before.confidence < after.confidence


def test_first_failure_is_told_as_one() -> None:
    """A single failure has no row and no days."""
    reason = _judge("0:404").reason

    assert "once" in reason
    assert "in a row" not in reason
    assert "0 days" not in reason


@pytest.mark.parametrize(
    ("day", "expected"), [("0.5", "over less than a day)"), ("1", "over 1 day)"), ("2.9", "over 2 days)")]
)
def test_spans_are_spelled(day: str, expected: str) -> None:
    """Days are counted whole, and one is one."""
    assert expected in _judge(f"0:404 {day}:404").reason


def test_offline_for_days_is_not_dead() -> None:
    """Who is offline in every audit learns nothing of the page, however often."""
    looks = [_look("no-host", day) for day in range(6)]
    last = LinkCheck(URL, LinkStatus.DNS, looks[-1].checked, signs=frozenset({Sign.OFFLINE}))
    finding = make_finding(CitedLink(URL), last, NOT_ASKED, history=looks, confirmation=THRICE)

    assert Verdict.FAILING is finding.verdict


def test_a_look_alone_is_its_history() -> None:
    """Without any history the look itself counts, once."""
    link = CitedLink(URL)
    once = Confirmation(1, timedelta(0))

    assert Verdict.DEAD is make_finding(link, _look("404"), NOT_ASKED, confirmation=once).verdict
    assert Verdict.FAILING is make_finding(link, _look("404"), NOT_ASKED, confirmation=THRICE).verdict


def test_all_evidence_is_in_the_finding() -> None:
    """A finding holds what it was made from."""
    link, look, copy = CitedLink(URL, cited_copy="http://b.org/1"), _look("404"), _look("200")
    finding = make_finding(link, look, NOT_ASKED, cited_copy=copy)

    assert (link, look, copy, NOT_ASKED) == (
        finding.link,
        finding.look,
        finding.cited_copy,
        finding.archived,
    )


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("no-host", True),
        ("no-host silence no-dns", True),
        ("no-host 404", False),
        ("no-host 200", False),
    ],
)
def test_offline(ends: str, *, expected: bool) -> None:
    """Where nobody at all gave an answer it may be the user who is not connected."""
    assert expected is is_offline(_look(end) for end in ends.split())


@pytest.mark.parametrize(
    "status", [LinkStatus.RESET, LinkStatus.TLS, LinkStatus.REFUSED, LinkStatus.PROTOCOL]
)
def test_bad_answers_are_answers(status: LinkStatus) -> None:
    """Who is refused, cut off or shown a bad certificate has reached somebody."""
    assert not is_offline([_look("no-host"), LinkCheck(URL, status, START)])


def test_offline_is_not_dead() -> None:
    """A host that is not found while nobody answers is not called dead."""
    look = LinkCheck(URL, LinkStatus.DNS, START, signs=frozenset({Sign.OFFLINE}))

    assert Verdict.FAILING is make_finding(CitedLink(URL), look, NOT_ASKED).verdict
