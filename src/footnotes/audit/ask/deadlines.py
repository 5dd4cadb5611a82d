"""An end for answers that never end: a time-out between bytes is none for one byte a second."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

from attrs import define

_TICK = 0.5
"""Seconds between two looks at the clock."""
_TOO_LATE = "no answer within the time allowed"


@define(eq=False)
class _Answer:
    """An answer that is awaited: when it has to be there, and whether it was too late."""

    deadline: float
    connection: socket.socket
    is_late: bool = False


class DeadlineWatch:
    """A thread that closes connections whose answer is not there in time, from its head to its end.

    It costs a request two entries in a dictionary; the clock is looked at by the one thread for all.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        # By thread, which reads one answer at a time: sockets come and go under one id.
        self._awaited: dict[int, _Answer] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="footnotes-deadlines", daemon=True)
        self._started = False
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def watch(self, connection: socket.socket) -> Iterator[None]:
        """Close `connection` if the head of an answer, read in this block, or what follows takes too long.

        Raises TimeoutError where it is the head. What follows is watched until `release`.
        """
        self._start()
        answer = _Answer(time.monotonic() + self._seconds, connection)
        self._awaited[threading.get_ident()] = answer
        try:
            yield
        except Exception as error:
            if self.release():
                raise TimeoutError(_TOO_LATE) from error
            raise
        # A head that breaks off is read as one that ends: there need not be an error.
        if answer.is_late:
            self.release()
            raise TimeoutError(_TOO_LATE)

    def release(self) -> bool:
        """End the watch over the answer that this thread reads; gives whether it was cut off as late."""
        answer = self._awaited.pop(threading.get_ident(), None)
        return answer is not None and answer.is_late

    def close(self) -> None:
        """End the thread."""
        self._over.set()
        if self._started:
            self._thread.join()

    def _start(self) -> None:
        with self._lock:
            if not self._started:
                self._started = True
                self._thread.start()

    def _run(self) -> None:
        while not self._over.wait(min(_TICK, self._seconds / 4)):
            now = time.monotonic()
            for answer in list(self._awaited.values()):
                if now > answer.deadline and not answer.is_late:
                    answer.is_late = True
                    # That of the plain socket: TLS must not be taken from under the thread that reads.
                    with contextlib.suppress(OSError):
                        socket.socket.shutdown(answer.connection, socket.SHUT_RDWR)
