"""Repetition before a page is dead."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.judge.confirm import Confirmation, Streak, count_failures, is_confirmed
from footnotes.model import LinkCheck, LinkStatus

START = datetime(2026, 3, 1, tzinfo=UTC)
THREE_OVER_THREE_DAYS = Confirmation(times=3, over=timedelta(days=3))
STATUSES = {"x": LinkStatus.HTTP_ERROR, "+": LinkStatus.OK, "?": LinkStatus.DNS_UNAVAILABLE}


def _look(sign: str, hours: float) -> LinkCheck:
    return LinkCheck("http://example.org/", STATUSES[sign], START + timedelta(hours=hours))


def _fails(look: LinkCheck) -> bool | None:
    return {LinkStatus.HTTP_ERROR: True, LinkStatus.OK: False}.get(look.status)


@pytest.mark.cases("audit/histories")
def test_histories(case: tuple[str, str]) -> None:
    """A history of looks, as hours and what was seen, is confirmed with 3 over 3 days or is not."""
    looks = [_look(part[-1], float(part[:-1])) for part in case[0].split()]
    times, hours, outcome = case[1].split()
    streak = count_failures(looks, _fails)

    assert Streak(int(times), timedelta(hours=float(hours))) == streak
    assert (outcome == "confirmed") == is_confirmed(streak, THREE_OVER_THREE_DAYS)


def test_shared_look_counts_once() -> None:
    """A look that later audits took over is no second one."""
    look = _look("x", 0)

    assert Streak(1) == count_failures([look, look, look], _fails)


def test_nothing_is_never_confirmed() -> None:
    """Without any failure nothing is dead, even where none is asked for."""
    assert Streak() == count_failures([], _fails)
    assert not is_confirmed(Streak(), Confirmation(times=0, over=timedelta(0)))


HISTORIES = st.lists(
    st.tuples(st.sampled_from("x+?"), st.integers(0, 1000)), unique_by=lambda pair: pair[1]
)


@given(history=HISTORIES, random=st.randoms())
def test_order_does_not_matter(history: list[tuple[str, int]], random: Random) -> None:
    """The looks count in the order of time, whatever order they come in."""
    looks = [_look(*pair) for pair in history]
    shuffled = looks.copy()
    random.shuffle(shuffled)

    assert count_failures(looks, _fails) == count_failures(shuffled, _fails)


@given(history=HISTORIES)
def test_a_living_page_is_alive(history: list[tuple[str, int]]) -> None:
    """After one look that saw the page there is no failure left to count."""
    looks = [_look(*pair) for pair in history]

    assert Streak() == count_failures([*looks, _look("+", 1001)], _fails)
