"""How fast an archive is asked: what waits when, with a clock that tests can hold."""

import time
from collections.abc import Callable
from datetime import timedelta

from attrs import define, frozen

PER_MINUTE = 12
"""Wishes a minute that Save Page Now takes of one account (shared/specs/audit.md, 3.5)."""

CAPTURE_SECONDS = 20.0
"""What a capture takes, about: 16 seconds were measured (ibid.)."""


@frozen
class Clock:
    """Seconds that only go forward, and a way to let some pass."""

    read: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@frozen
class Pace:
    """The limits, in seconds but for the counts.

    `interval` lies between two wishes, `poll` between two questions about one job (3 to 5 s are asked
    for), `patience` is how long a job is waited for, `pause` how long nothing is sent after a refusal for
    haste or trouble. `tries` is how often one page is named in all, `at_once` how many jobs run.
    """

    interval: float = 60.0 / PER_MINUTE
    poll: float = 4.0
    patience: float = 180.0
    pause: float = 60.0
    longest_pause: float = 600.0
    tries: int = 3
    at_once: int = 3

    def estimate(self, pages: int) -> timedelta:
        """How long it takes if all goes well."""
        each = max(self.interval, CAPTURE_SECONDS / self.at_once)
        return timedelta(seconds=round(pages * each + (CAPTURE_SECONDS if pages else 0)))


@define
class Turns:
    """When the next wish may be sent."""

    clock: Clock
    pace: Pace
    next: float = float("-inf")

    def is_free(self) -> bool:
        """Whether one may be sent now."""
        return self.clock.read() >= self.next

    def take(self) -> None:
        """Note that one is being sent."""
        self.next = max(self.next, self.clock.read() + self.pace.interval)

    def pause(self, seconds: float | None) -> None:
        """Send nothing for a while: as long as the archive says, but within reason."""
        wanted = self.pace.pause if seconds is None else seconds
        until = self.clock.read() + min(max(wanted, self.pace.interval), self.pace.longest_pause)
        self.next = max(self.next, until)
