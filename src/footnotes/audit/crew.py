"""Threads that work off tasks, and let go at once when they are told to."""

import contextlib
import queue
import threading
import time
from collections.abc import Callable
from typing import Self

from footnotes.audit.ask.throttle import StoppedError

Task = Callable[[], None]

_PATIENCE = 0.5
"""Seconds that dismissed threads have to end; a request under way may take longer, and is left behind."""


class Crew:
    """`size` threads that do what they are given in its order.

    A task that fails ends the work of all, and `wait` raises what it raised; StoppedError ends a task
    quietly. The threads are daemons: an interrupted program does not wait for a host that is slow.
    """

    def __init__(self, size: int, name: str) -> None:
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._changed = threading.Condition()
        self._open = 0
        self._failure: BaseException | None = None
        self._threads = [
            threading.Thread(target=self._work, name=f"{name}-{number}", daemon=True)
            for number in range(size)
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.dismiss()

    def add(self, task: Task) -> None:
        """Give the crew one more task."""
        with self._changed:
            self._open += 1
        self._tasks.put(task)

    def wait(self) -> None:
        """Wait until all tasks are done, those that they added too; raises what a task raised."""
        with self._changed:
            # The time-out lets Ctrl-C through on systems where waiting for ever cannot be interrupted.
            while self._open and self._failure is None:
                self._changed.wait(0.5)
        if self._failure is not None:
            raise self._failure

    def dismiss(self) -> None:
        """Drop the tasks that nobody has begun, and send the threads home."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._tasks.get_nowait()
        for _ in self._threads:
            self._tasks.put(None)
        end = time.monotonic() + _PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except StoppedError:
                pass
            except BaseException as failure:  # noqa: BLE001 - it is raised again in `wait`
                self._failure = self._failure or failure
            with self._changed:
                self._open -= 1
                self._changed.notify_all()
