"""Asking again where that may help, against a server that answers by a script."""

import contextlib
from collections.abc import Iterator

import pytest

from footnotes.audit.ask.answers import Answer, FetchError, Headers
from footnotes.audit.ask.asking import Asker
from footnotes.audit.ask.retries import Patience, read_wait
from footnotes.audit.ask.throttle import Limit, Throttle
from footnotes.model import LinkStatus

URL = "http://a.org/1"


class Script:
    """A session that answers with codes, failures, or codes with a Retry-After, one after the other."""

    def __init__(self, *steps: int | LinkStatus | tuple[int, str]) -> None:
        self.steps = list(steps)
        self.asked = 0

    def send(self, url: str, **_: object) -> Answer:
        """The next answer; the last one for ever."""
        self.asked += 1
        step = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
        if isinstance(step, LinkStatus):
            raise FetchError(step, "it failed")
        if isinstance(step, tuple):
            return Answer(url, step[0], Headers({"Retry-After": step[1]}))
        return Answer(url, step)


class Waiting(Throttle):
    """A throttle whose waiting is written down and not waited."""

    def __init__(self, limit: Limit | None = None) -> None:
        self.waited: list[float] = []
        super().__init__(lambda _: ("a", limit or Limit(1, 0.0)), clock=lambda: sum(self.waited))

    def sleep(self, seconds: float) -> None:
        """Let the time go by."""
        self.waited.append(seconds)


def _ask(script: Script, throttle: Throttle) -> int | LinkStatus:
    asker = Asker(script, throttle, Patience(retries=2, wait=1.0))  # type: ignore[arg-type]  # a session by its deeds
    try:
        return asker.ask_patiently(URL).code
    except FetchError as failure:
        return failure.status


@pytest.mark.parametrize(
    ("steps", "end", "asked"),
    [
        ((200,), 200, 1),
        ((503, 200), 200, 2),
        ((500, 502, 200), 200, 3),
        ((503, 503, 503, 200), 503, 3),
        ((404, 200), 404, 1),
        ((403, 200), 403, 1),
        ((LinkStatus.RESET, 200), 200, 2),
        ((LinkStatus.TIMEOUT, LinkStatus.RESET, LinkStatus.TIMEOUT, 200), LinkStatus.TIMEOUT, 3),
        ((LinkStatus.DNS, 200), LinkStatus.DNS, 1),
        ((LinkStatus.TLS, 200), LinkStatus.TLS, 1),
    ],
)
def test_what_is_asked_again(
    steps: tuple[int | LinkStatus, ...], end: int | LinkStatus, asked: int
) -> None:
    """What may pass is asked again, a bounded number of times; what will not pass is asked once."""
    script = Script(*steps)

    assert (end, asked) == (_ask(script, Waiting()), script.asked)


def test_retry_after_is_obeyed() -> None:
    """A host that says how long is waited for as long, and asked again."""
    throttle = Waiting()

    assert 200 == _ask(Script((429, "7"), 200), throttle)
    assert 7 == pytest.approx(sum(throttle.waited))


def test_long_retry_after_ends_the_asking() -> None:
    """Nobody waits for an hour: the answer is that it was asked too often."""
    throttle = Waiting()
    script = Script((429, "3600"), 200)

    assert (429, 1, 0) == (_ask(script, throttle), script.asked, sum(throttle.waited))


def test_backoff_grows() -> None:
    """Each wait is longer than the one before, jitter included."""
    throttle = Waiting()
    _ask(Script(503), throttle)

    assert 2 == len(throttle.waited)
    assert throttle.waited[0] < throttle.waited[1]


def test_silent_host_is_left_alone() -> None:
    """After failures in a row a host is not asked any more, and the failure says so."""
    throttle, script = Waiting(), Script(LinkStatus.REFUSED)
    ends = [_ask(script, throttle) for _ in range(4)]

    assert [LinkStatus.REFUSED, LinkStatus.REFUSED, LinkStatus.UNREACHABLE, LinkStatus.UNREACHABLE] == ends
    assert 5 == script.asked


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0),
        ({"Retry-After": "soon"}, None),
        ({"RateLimit-Remaining": "0", "RateLimit-Reset": "9"}, 9),
        ({"RateLimit-Remaining": "5", "RateLimit-Reset": "9"}, None),
        ({}, None),
    ],
)
def test_reading_the_wait(headers: dict[str, str], seconds: float | None) -> None:
    """The wait that is asked for is read in all its spellings, and nonsense is none."""
    assert seconds == read_wait(Headers(headers))


class Busy(Waiting):
    """A throttle at whose door the host is given up while somebody waits."""

    @contextlib.contextmanager
    def take_turn(self, url: str) -> Iterator[None]:
        """The turn comes after others have failed."""
        with super().take_turn(url):
            for _ in range(5):
                self.count_failure(url)
            yield


def test_who_waits_learns_that_the_host_is_given_up() -> None:
    """Of many who wait for a host that gives no answer, those who come last do not ask it as well."""
    script = Script(LinkStatus.TIMEOUT)

    assert _ask(script, Busy()) is LinkStatus.UNREACHABLE
    assert 0 == script.asked
