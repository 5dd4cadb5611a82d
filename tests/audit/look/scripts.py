"""Askers that answer by a script, for tests of looks that need no network."""

import threading
from collections.abc import Callable, Mapping
from typing import Any

from attrs import define, field

from footnotes.audit.ask.answers import Answer, FetchError, Headers
from footnotes.model import LinkStatus

Told = Answer | LinkStatus | Callable[[Mapping[str, str], Any], Answer]
"""An answer, a failure, or what makes an answer of the headers and the cookie jar of the request."""


@define
class Script:
    """Answers from a table of addresses; one that is not there is a 404. `asked` holds them in order."""

    answers: Mapping[str, Told]
    asked: list[str] = field(factory=list)
    agents: list[str | None] = field(factory=list)
    _lock: threading.Lock = field(factory=threading.Lock)

    def ask(
        self, url: str, *, headers: Mapping[str, str] | None = None, cookies: Any = None, **_: Any
    ) -> Answer:
        """The answer for `url`."""
        with self._lock:
            self.asked.append(url)
            self.agents.append((headers or {}).get("User-Agent"))
        told = self.answers.get(url, make_answer(404))
        if isinstance(told, LinkStatus):
            raise FetchError(told, f"it is {told.value}")
        answer = told if isinstance(told, Answer) else told(headers or {}, cookies)
        return Answer(url, answer.code, answer.headers, answer.body, answer.ended)

    ask_patiently = ask


def make_answer(code: int = 200, body: str = "", **fields: str) -> Answer:
    """An answer of HTML; header fields have `_` for `-`."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return Answer("", code, Headers({"Content-Type": "text/html; charset=utf-8", **named}), body.encode())


def make_page(title: str, *paragraphs: str, head: str = "") -> str:
    """A page of HTML."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head>"
        f"<body><main><h1>{title}</h1>{text}</main></body></html>"
    )
