"""The end of answers that never end."""

import contextlib
import socket
import time
from collections.abc import Iterator

import pytest

from footnotes.audit.ask.deadlines import DeadlineWatch

SOON = 0.05
LONG = 60.0

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    """A connection with both ends; a wait that nobody ends fails the test after five seconds."""
    with contextlib.ExitStack() as stack:
        one, other = (stack.enter_context(end) for end in socket.socketpair())
        one.settimeout(5)
        yield one, other


@contextlib.contextmanager
def _open(seconds: float) -> Iterator[DeadlineWatch]:
    watch = DeadlineWatch(seconds)
    try:
        yield watch
    finally:
        watch.close()


def test_a_late_head_is_a_time_out(pair: Pair) -> None:
    """The connection is closed under the thread that waits, which is told that time ran out."""
    started = time.monotonic()
    with _open(SOON) as watch, pytest.raises(TimeoutError), watch.watch(pair[0]):
        assert b"" == pair[0].recv(1)

    assert SOON <= time.monotonic() - started < 3


def test_a_failure_by_the_deadline_is_a_time_out(pair: Pair) -> None:
    """What the closing breaks is told as what it is, with what broke as the cause."""

    def read(watch: DeadlineWatch) -> None:
        with watch.watch(pair[0]):
            pair[0].recv(1)
            raise ConnectionResetError

    with _open(SOON) as watch, pytest.raises(TimeoutError) as failure:
        read(watch)

    assert isinstance(failure.value.__cause__, ConnectionResetError)


def test_other_failures_are_as_they_were(pair: Pair) -> None:
    """A failure in time is no time-out, and nothing is watched after it."""
    with _open(LONG) as watch:
        with pytest.raises(ConnectionResetError), watch.watch(pair[0]):
            raise ConnectionResetError

        assert not watch.release()


def test_what_follows_the_head_is_watched(pair: Pair) -> None:
    """A body that comes too late is cut off as well, and `release` says so, once."""
    with _open(SOON) as watch:
        with watch.watch(pair[0]):
            pass
        rest = pair[0].recv(1)

        assert (b"", True, False) == (rest, watch.release(), watch.release())


def test_answers_in_time_are_left_alone(pair: Pair) -> None:
    """After its release a connection may be used again for as long as it takes."""
    with _open(SOON) as watch:
        with watch.watch(pair[0]):
            pass
        late = watch.release()
        pair[0].settimeout(4 * SOON)
        with pytest.raises(TimeoutError):
            pair[0].recv(1)
        pair[1].sendall(b"x")

        assert (False, b"x") == (late, pair[0].recv(1))


def test_a_watch_that_never_began_ends() -> None:
    """Without any request there is no thread to end."""
    watch = DeadlineWatch(LONG)
    watch.close()

    assert not watch.release()
