"""What the tests of saving share: findings, an archive with answers to order, a clock nobody waits for."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from attrs import Factory, define

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.audit.save.keys import Keys, read_keys
from footnotes.audit.save.pace import Clock
from footnotes.model import (
    Archived,
    ArchivedState,
    CitedBy,
    CitedLink,
    LinkCheck,
    LinkFinding,
    LinkStatus,
    Memento,
    Rescue,
    Verdict,
)

ACCESS, SECRET = "4cc355-half", "s3cr3t-half-of-the-key"
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def make_keys() -> Keys:
    """Keys that tests look for in everything that comes out."""
    keys = read_keys({"IA_ACCESS_KEY": ACCESS, "IA_SECRET_KEY": SECRET})
    assert keys is not None
    return keys


def make_finding(
    url: str = "https://a.org/x",
    verdict: Verdict = Verdict.LIVE,
    *,
    state: ArchivedState = ArchivedState.NONE,
    days: int | None = None,
    uri: str | None = None,
    **parts: Any,
) -> LinkFinding:
    """A finding about `url`; with `uri` or `days` a copy was found, so many days after the access."""
    rescue = None
    if uri is not None or days is not None:
        copy = uri or f"https://web.archive.org/web/20230107101112/{url}"
        memento = Memento(url, copy, datetime(2023, 1, 7, 10, 11, 12, tzinfo=UTC), "internet-archive")
        rescue = Rescue(memento, days, parts.get("representative"))
        state = ArchivedState.FOUND
    look = LinkCheck(url, LinkStatus.OK, NOON, code=200, final_url=parts.get("final_url", url))
    by = tuple(CitedBy(key) for key in parts.get("keys", ()))
    return LinkFinding(
        CitedLink(url, by, cited_copy=parts.get("cited_copy")),
        verdict,
        0.9,
        "It is so.",
        Archived(state, rescue),
        look if parts.get("is_looked_at", True) else None,
    )


def answer(told: object = None, code: int = 200, **headers: str) -> Answer:
    """An answer of JSON, or of the text of a page."""
    body = told if isinstance(told, str) else json.dumps(told)
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer("https://web.archive.org/save", code, Headers(fields), body.encode())


@define
class StillClock:
    """A clock that goes on when somebody sleeps, and counts the seconds."""

    seconds: float = 1000.0
    sleeps: list[float] = Factory(list)

    def make(self) -> Clock:
        """The clock as `save_pages` wants it."""
        return Clock(lambda: self.seconds, self.sleep)

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        assert seconds > 0, "a sleep that waits for nothing would go on for ever"
        self.sleeps.append(seconds)
        self.seconds += seconds


Answerer = Callable[[str], Any]


@define
class Service:
    """Save Page Now as a function: `start` and `job` answer wishes and questions; all is noted.

    Each gets the URL or the job's id, and gives an Answer, or an exception to raise.
    """

    clock: StillClock
    start: Answerer
    job: Answerer = lambda _: answer({"status": "success", "timestamp": "20260102120000"})
    system: Any = Factory(lambda: answer({"status": "ok"}))
    user: Any = Factory(lambda: answer({"available": 12, "daily_captures": 0, "daily_captures_limit": 100}))
    wishes: list[tuple[float, str, dict[str, str]]] = Factory(list)
    questions: list[tuple[float, str]] = Factory(list)
    headers: list[dict[str, str]] = Factory(list)

    def fetch(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> Answer:
        """Answer one request."""
        assert method == "GET"
        self.headers.append(dict(headers or {}))
        if form is not None:
            self.wishes.append((self.clock.seconds, form["url"], dict(form)))
            said = self.start(form["url"])
        else:
            name = url.rpartition("/")[2]
            self.questions.append((self.clock.seconds, name))
            said = {"system": self.system, "user": self.user}.get(name) or self.job(name)
        if isinstance(said, BaseException):
            raise said
        assert isinstance(said, Answer)
        return said


def accept(url: str) -> Answer:
    """A wish accepted, with a job named for the URL."""
    return answer({"url": url, "job_id": f"spn2-{url.rpartition('/')[2]}"})
