"""When to ask again, and how long to wait before."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.audit.ask.retries import Patience, is_transient, read_wait
from footnotes.model import LinkStatus

JITTER = 1.25


@pytest.mark.parametrize("attempt", range(1, 9))
def test_waits_double_up_to_the_longest(attempt: int) -> None:
    """1, 2, 4 seconds and so on, never above the longest, each within a quarter of it."""
    planned = [1, 2, 4, 8, 16, 30, 30, 30][attempt - 1]
    waits = [Patience(wait=1.0, longest=30.0).plan_wait(attempt) for _ in range(50)]

    assert all(0.75 * planned <= wait <= JITTER * planned for wait in waits)
    # Workers that failed together do not come back together.
    assert len(set(waits)) > 1


@given(st.integers(1, 1000))
def test_no_wait_is_endless(attempt: int) -> None:
    """However often it failed, the next wait is bounded."""
    assert 0 <= Patience(wait=1.0, longest=30.0).plan_wait(attempt) <= 30 * JITTER


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((408, 425, 429, 500, 502, 503, 504, 521, 522, 524), True),
        ((200, 204, 301, 400, 401, 403, 404, 405, 410, 451, 501, 505, 999), False),
    ],
)
def test_codes_that_pass(codes: tuple[int, ...], *, expected: bool) -> None:
    """An overload and a gateway may pass; what a site says of its page stands."""
    assert {expected} == {is_transient(Answer("http://a.org/", code)) for code in codes}


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (LinkStatus.TIMEOUT, True),
        (LinkStatus.RESET, True),
        (LinkStatus.REFUSED, True),
        (LinkStatus.DNS_UNAVAILABLE, True),
        (LinkStatus.DNS, False),
        (LinkStatus.TLS, False),
        (LinkStatus.PRIVATE, False),
        (LinkStatus.UNSUPPORTED, False),
        (LinkStatus.POSTPONED, False),
    ],
)
def test_failures_that_pass(status: LinkStatus, *, expected: bool) -> None:
    """A host that is slow may answer later; a name that does not exist will not."""
    assert expected is is_transient(status)


def test_dates_ahead() -> None:
    """A Retry-After that is a date asks for the time until then."""
    asked = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)

    assert 85 < (read_wait(Headers({"Retry-After": asked})) or 0) <= 90


@pytest.mark.parametrize("told", ["-5", "", "1e3", "9" * 400, "\ud800", "Wed, 99 Oct 2015 07:28:00 GMT"])
def test_nonsense_asks_for_no_more_than_nothing(told: str) -> None:
    """What cannot be understood neither fails nor asks for less than no time."""
    wait = read_wait(Headers({"Retry-After": told}))

    assert wait is None or wait >= 0
