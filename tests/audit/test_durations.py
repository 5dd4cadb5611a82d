"""Lengths of time on the command line."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.durations import parse_duration, spell_duration
from footnotes.errors import DurationError, FootnotesError


@pytest.mark.cases("audit/durations")
def test_durations(case: tuple[str, str]) -> None:
    """A length of time has the seconds of the case."""
    text, seconds = case

    assert timedelta(seconds=int(seconds)) == parse_duration(text)


@pytest.mark.parametrize(
    "text", ["", " ", "3", "d", "3x", "3 days", "1.5d", "-3d", "12h1d", "1d1d", "3d!", "٣d", "three days"]
)
def test_refuses_what_is_no_duration(text: str) -> None:
    """What has no unit, other units, fractions or a wrong order is refused, with examples."""
    with pytest.raises(DurationError, match=r"no length of time: write 3d"):
        parse_duration(text)


def test_refuses_what_cannot_be_counted() -> None:
    """More days than there are is a mistake of the user, not a crash."""
    for text in ("99999999999d", "900000d"):
        with pytest.raises(FootnotesError, match="longer than can be counted"):
            parse_duration(text)


@given(seconds=st.integers(0, 10**9))
def test_any_number_of_seconds(seconds: int) -> None:
    """Split into units, a length of time means the same."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)

    assert timedelta(seconds=seconds) == parse_duration(f"{hours}h{minutes}m{rest}s")
    assert timedelta(seconds=seconds) == parse_duration(f"{seconds}s")


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "1 s"), (59.4, "59 s"), (60, "1 min"), (1250, "21 min"), (3599, "1 h 0 min"), (3900, "1 h 5 min")],
)
def test_told_durations(seconds: float, told: str) -> None:
    """An estimate is told in the largest units that fit; a little is never nothing."""
    assert told == spell_duration(timedelta(seconds=seconds))
