"""Politeness: when a host may be asked again, and when it is left alone."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from typing import Self

from attrs import define, field, frozen

from footnotes.errors import FootnotesError


class StoppedError(FootnotesError):
    """The audit was stopped while a request waited for its turn."""


@frozen
class Limit:
    """How a host, or one service of it, may be asked.

    `concurrency` requests at a time, `interval` seconds from the start of one to that of the next, `pause`
    seconds of rest after a 429 that does not say how long.
    """

    concurrency: int = 2
    interval: float = 0.5
    pause: float = 0.0


@define
class _Turns:
    """What is going on at one host; guarded by its condition."""

    limit: Limit
    free: threading.Condition = field(factory=threading.Condition)
    in_flight: int = 0
    next_start: float = 0.0
    paused_until: float = 0.0
    failures: int = 0
    is_dismissed: bool = False


class Throttle:
    """The turns of all hosts: a thread waits in `take_turn` until its host may be asked.

    `find_limit` gives the name of the budget that a URL is charged to, and its limit: a host, or one
    service of an archive. After `most_failures` failures in a row `is_suspended` says that a host is better
    left alone. `clock` is in seconds and never goes back.
    """

    def __init__(
        self,
        find_limit: Callable[[str], tuple[str, Limit]],
        *,
        most_failures: int = 5,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._find_limit = find_limit
        self._most_failures = most_failures
        self._clock = clock
        self._turns: dict[str, _Turns] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @contextlib.contextmanager
    def take_turn(self, url: str) -> Iterator[None]:
        """Wait until `url` may be asked for, and keep the place while it is; raises StoppedError."""
        turns = self._find_turns(url)
        start = self._reserve(turns)
        try:
            self._wait_until(turns, start)
            yield
        finally:
            with turns.free:
                turns.in_flight -= 1
                turns.free.notify()

    def pause(self, url: str, seconds: float) -> None:
        """Ask the host of `url` for nothing in the next `seconds` (Retry-After, RFC 9110 10.2.3)."""
        turns = self._find_turns(url)
        with turns.free:
            turns.paused_until = max(turns.paused_until, self._clock() + seconds)

    def rest(self, url: str) -> None:
        """Leave the host of `url` alone for as long as its limit says after a 429."""
        self.pause(url, self._find_turns(url).limit.pause)

    def count_failure(self, url: str) -> None:
        """Say that the host of `url` gave no answer."""
        turns = self._find_turns(url)
        with turns.free:
            turns.failures += 1

    def count_success(self, url: str) -> None:
        """Say that the host of `url` gave an answer, whatever it was."""
        self._find_turns(url).failures = 0

    def dismiss(self, url: str) -> None:
        """Ask the host of `url` for nothing more in this audit."""
        self._find_turns(url).is_dismissed = True

    def is_dismissed(self, url: str) -> bool:
        """Whether the host of `url` is not to be asked any more, because it said so."""
        return self._find_turns(url).is_dismissed

    def is_suspended(self, url: str) -> bool:
        """Whether the host of `url` failed so often in a row that it is left alone."""
        return self._find_turns(url).failures >= self._most_failures

    def sleep(self, seconds: float) -> None:
        """Wait, unless the audit is stopped meanwhile; raises StoppedError then."""
        if self._stopped.wait(seconds):
            raise StoppedError("The audit was stopped.")

    def stop(self) -> None:
        """Send home all who wait."""
        self._stopped.set()
        for turns in list(self._turns.values()):
            with turns.free:
                turns.free.notify_all()

    def _find_turns(self, url: str) -> _Turns:
        name, limit = self._find_limit(url)
        turns = self._turns.get(name)
        if turns is None:
            with self._lock:
                turns = self._turns.setdefault(name, _Turns(limit))
        return turns

    def _reserve(self, turns: _Turns) -> float:
        """A place among those who ask the host, and the time from which it counts."""
        with turns.free:
            while turns.in_flight >= turns.limit.concurrency and not self._stopped.is_set():
                turns.free.wait()
            if self._stopped.is_set():
                raise StoppedError("The audit was stopped.")
            turns.in_flight += 1
            start = max(self._clock(), turns.next_start, turns.paused_until)
            turns.next_start = start + turns.limit.interval
            return start

    def _wait_until(self, turns: _Turns, start: float) -> None:
        # Somebody else may be told meanwhile to come back later: that holds for all who wait.
        while (wait := max(start, turns.paused_until) - self._clock()) > 0:
            self.sleep(wait)
        if self._stopped.is_set():
            raise StoppedError("The audit was stopped.")
