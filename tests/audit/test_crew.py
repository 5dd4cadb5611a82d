"""Threads that work off tasks."""

import threading
import time

import pytest

from footnotes.audit.ask.throttle import StoppedError
from footnotes.audit.crew import Crew


def test_all_tasks_are_done() -> None:
    """Every task is done once, also those that tasks add."""
    done, lock = [], threading.Lock()

    def note(number: int) -> None:
        with lock:
            done.append(number)

    with Crew(4, "test") as crew:

        def work(number: int) -> None:
            note(number)
            crew.add(lambda: note(number + 100))

        for number in range(50):
            crew.add(lambda number=number: work(number))
        crew.wait()

    assert [*range(50), *range(100, 150)] == sorted(done)


def test_a_failure_comes_out() -> None:
    """What a task raises is raised where it is waited for, and the rest is dropped."""

    def fail() -> None:
        raise KeyError("x")

    with Crew(1, "test") as crew:
        crew.add(fail)
        with pytest.raises(KeyError):
            crew.wait()


def test_stopping_is_no_failure() -> None:
    """A task that was sent home ends quietly."""

    def stop() -> None:
        raise StoppedError

    with Crew(2, "test") as crew:
        crew.add(stop)
        crew.wait()


def test_dismissal_does_not_wait_for_the_slow() -> None:
    """A task that hangs is left behind, and tasks that nobody began are dropped."""
    release, begun = threading.Event(), []
    start = time.monotonic()
    with Crew(1, "test") as crew:
        crew.add(lambda: release.wait(60) and None)
        crew.add(lambda: begun.append(1))
    seconds = time.monotonic() - start
    release.set()

    assert seconds < 30
    assert [] == begun
