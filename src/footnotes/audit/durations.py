"""Lengths of time as people give them on the command line, and as they are told them."""

import re
from datetime import timedelta

from footnotes.errors import DurationError

_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_PARTS = (rf"(?:(?P<{name}>\d+)\s*{unit})?" for unit, name in _UNITS.items())
_DURATION = re.compile(r"\s*".join(_PARTS), re.ASCII | re.IGNORECASE)
_MINUTE = 60
_LONGEST = timedelta(days=36_525)
"""A century: what lies further back than the calendar cannot be counted back to."""
_EXAMPLES = "3d, 12h, 90m, 2w or 1d12h"


def parse_duration(text: str) -> timedelta:
    """The length of time that `text` says.

    Whole weeks, days, hours, minutes (m) and seconds, the largest first. Raises DurationError, whose
    message shows how to write one.
    """
    match = _DURATION.fullmatch(text.strip())
    counts = {name: int(count) for name, count in match.groupdict().items() if count} if match else {}
    if not counts:
        raise DurationError(f"{text!r} is no length of time: write {_EXAMPLES}.")
    try:
        length = timedelta(**counts)
    except OverflowError:
        length = timedelta.max
    if length > _LONGEST:
        raise DurationError(f"{text!r} is longer than can be counted: write {_EXAMPLES}.")
    return length


def spell_duration(time: timedelta) -> str:
    """`time` as an estimate is told: "20 s", "21 min" or "1 h 5 min"; never nothing."""
    seconds = max(1, round(time.total_seconds()))
    if seconds < _MINUTE:
        return f"{seconds} s"
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
