"""The time that an audit takes at the least, as told before it starts."""

import re

import pytest

from footnotes.audit.plan.estimates import Estimate, LookUps, count_hosts, estimate_audit
from footnotes.audit.plan.plans import Plan, plan_audit

WAYBACK = LookUps("Wayback", per_url=2, per_minute=24)
OTHER = LookUps("Other", per_url=1, per_minute=60)


def _plan(*urls: str, exclude: str = "^$") -> Plan:
    return plan_audit([urls], "list", exclude=[re.compile(exclude)], unwrap=lambda _: None)


def test_hosts() -> None:
    """Pages are counted by host, most first; parts of one page are one, what is not asked for none."""
    plan = _plan(
        "http://a.example/1",
        "http://b.example/1",
        "http://B.example/2#x",
        "http://b.example/2#y",
        "http://c.example/",
        "mailto:a@example.org",
        "http://[broken",
        exclude="c.example",
    )

    assert [("b.example", 2), ("a.example", 1)] == list(count_hosts(plan).items())


def test_cited_copies_are_asked_for() -> None:
    """The host of an archived copy is asked too."""
    plan = plan_audit([["http://archive.example/x"]], "list", unwrap=lambda _: "http://a.example/x")

    assert {"archive.example": 1, "a.example": 1} == count_hosts(plan)


def test_slowest_host_decides() -> None:
    """Eleven pages of a host half a second apart take five seconds and the last look."""
    plan = _plan(*(f"http://a.example/{n}" for n in range(11)), "http://b.example/")
    estimate = estimate_audit(plan, host_interval=0.5)

    assert Estimate(12, 2, looked_up=0, left_out=0, look_seconds=6.0, archive_seconds=0.0) == estimate


def test_connections_decide() -> None:
    """A hundred hosts at ten at a time, two seconds each, take twenty seconds."""
    plan = _plan(*(f"http://h{n}.example/" for n in range(100)))
    estimate = estimate_audit(plan, host_interval=0.5, connections=10, seconds_per_look=2)

    assert 20.0 == estimate.look_seconds == estimate.seconds


def test_slowest_archive_decides() -> None:
    """48 URLs at two requests of 24 a minute take four minutes, whatever the other archives do."""
    plan = _plan(*(f"http://h{n}.example/" for n in range(48)))
    estimate = estimate_audit(plan, host_interval=0.5, archives=[OTHER, WAYBACK])

    assert (48, 240.0, 240.0) == (estimate.looked_up, estimate.archive_seconds, estimate.seconds)


@pytest.mark.parametrize("urls", [(), ("mailto:a@example.org", "nothing")])
def test_nothing_to_do(urls: tuple[str, ...]) -> None:
    """Where nothing is asked for, nothing takes no time."""
    estimate = estimate_audit(_plan(*urls), host_interval=0.5, archives=[WAYBACK])

    assert (0, 0, 0, len(urls), 0.0) == (
        estimate.urls,
        estimate.hosts,
        estimate.looked_up,
        estimate.left_out,
        estimate.seconds,
    )
