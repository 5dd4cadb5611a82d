"""Politeness, in the time of a clock that only waiting moves."""

import threading
import time

from footnotes.audit.ask.throttle import Limit, StoppedError, Throttle


class Clock:
    """A clock that goes as far as somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time in seconds."""
        return self.now


def _make_throttle(limit: Limit, clock: Clock, **settings: int) -> Throttle:
    throttle = Throttle(lambda url: (url.split("/")[2], limit), clock=clock, **settings)

    def sleep(seconds: float) -> None:
        clock.now += seconds

    throttle.sleep = sleep  # type: ignore[method-assign]  # nobody waits in a test
    return throttle


def _take(throttle: Throttle, clock: Clock, url: str) -> float:
    with throttle.take_turn(url):
        return clock.now - 100


def test_interval() -> None:
    """Requests to one host start at least the interval apart; other hosts do not wait for it."""
    clock = Clock()
    throttle = _make_throttle(Limit(4, 2.0), clock)

    assert [0, 2, 4] == [_take(throttle, clock, f"http://a/{number}") for number in range(3)]
    assert 4 == _take(throttle, clock, "http://b/")


def test_pause_holds_for_all() -> None:
    """A host that asks for patience is left alone by everybody, and the longest pause counts."""
    clock = Clock()
    throttle = _make_throttle(Limit(4, 0.0), clock)
    throttle.pause("http://a/1", 30)
    throttle.pause("http://a/2", 10)

    assert 30 == _take(throttle, clock, "http://a/3")


def test_rest_after_too_many_requests() -> None:
    """After a 429 that does not say how long, a service rests as its limit says."""
    clock = Clock()
    throttle = _make_throttle(Limit(1, 0.0, pause=60.0), clock)
    throttle.rest("http://a/")

    assert 60 == _take(throttle, clock, "http://a/")


def test_suspension() -> None:
    """A host is given up after failures in a row; one answer between them starts the count again."""
    throttle = _make_throttle(Limit(), Clock(), most_failures=2)
    throttle.count_failure("http://a/")
    throttle.count_success("http://a/")
    throttle.count_failure("http://a/")
    before = throttle.is_suspended("http://a/")
    throttle.count_failure("http://a/")

    assert (False, True, False) == (
        before,
        throttle.is_suspended("http://a/x"),
        throttle.is_suspended("http://b/"),
    )


def test_concurrency() -> None:
    """Never more requests at a time at one host than its limit, and all have their turn."""
    throttle = Throttle(lambda _: ("a", Limit(3, 0.0)))
    running, most, done = [0], [0], [0]
    lock = threading.Lock()

    def work() -> None:
        with throttle.take_turn("http://a/"):
            with lock:
                running[0] += 1
                most[0] = max(most[0], running[0])
            time.sleep(0.005)
            with lock:
                running[0] -= 1
                done[0] += 1

    threads = [threading.Thread(target=work) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (3, 20) == (most[0], done[0])


def test_stop_sends_home() -> None:
    """Who waits for a turn when the audit is stopped gets none, at once."""
    throttle = Throttle(lambda _: ("a", Limit(1, 60.0)))
    failures = []
    entered = threading.Event()

    def work() -> None:
        try:
            with throttle.take_turn("http://a/"):
                entered.set()
        except StoppedError:
            failures.append(True)

    with throttle.take_turn("http://a/"):
        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        throttle.stop()
        for thread in threads:
            thread.join(10)

    assert ([True] * 3, False) == (failures, entered.is_set())
