"""What is asked of the site and what it answers, as it goes over the wire."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import TypeAlias
from urllib.parse import parse_qsl, urlsplit

from attrs import frozen

LONGEST_HEAD = 100_000
"""Bytes of a request's head; the long addresses of the table need some of them."""

_BROWSER_HEADERS = ("accept", "accept-language", "sec-fetch-mode", "sec-fetch-dest")


@frozen
class Request:
    """One request. `visit` counts how often this target was asked for at this address, from 1."""

    method: str
    target: str
    headers: Mapping[str, str]
    address: str
    scheme: str = "http"
    body: bytes = b""
    visit: int = 1

    @property
    def path(self) -> str:
        """The path as it was sent, percent signs and all."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> dict[str, str]:
        """The fields of the query."""
        return dict(parse_qsl(urlsplit(self.target).query))

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies that came with it."""
        pairs = (pair.strip().partition("=") for pair in self.headers.get("cookie", "").split(";"))
        return {name: value for name, _, value in pairs if name}

    @property
    def is_browser_like(self) -> bool:
        """Whether it asks as a browser does, by the headers that plain clients leave out."""
        return (
            all(name in self.headers for name in _BROWSER_HEADERS) and "text/html" in self.headers["accept"]
        )


@frozen
class Reply:
    """One answer. `fields` are headers besides type and length; `delay` is in seconds."""

    code: int = 200
    body: bytes = b""
    fields: tuple[tuple[str, str], ...] = ()
    media_type: str | None = "text/html; charset=utf-8"
    delay: float = 0.0


Wire: TypeAlias = Callable[[asyncio.StreamWriter, Request, float], Awaitable[None]]
"""What writes to the wire itself, where no proper answer will do; the figure is the site's lateness."""
Answerer: TypeAlias = Callable[[Request], Reply | Wire]


async def read_request(reader: asyncio.StreamReader, address: str, scheme: str) -> Request | None:
    """The next request of a connection, or None at its end."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
        return None
    lines = head.decode("latin-1").split("\r\n")
    method, _, rest = lines[0].partition(" ")
    pairs = (line.partition(":") for line in lines[1:] if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    length = int(headers.get("content-length", "0"))
    body = await reader.readexactly(length) if length else b""
    return Request(method, rest.rpartition(" ")[0], headers, address, scheme, body)


def spell_reply(reply: Reply, *, head_only: bool, closes: bool) -> bytes:
    """The bytes of an answer."""
    lines = [f"HTTP/1.1 {reply.code} {_name_code(reply.code)}"]
    if reply.media_type and reply.code != HTTPStatus.NO_CONTENT:
        lines.append(f"Content-Type: {reply.media_type}")
    lines += [f"{name}: {value}" for name, value in reply.fields]
    if reply.code != HTTPStatus.NO_CONTENT:
        lines.append(f"Content-Length: {len(reply.body)}")
    if closes:
        lines.append("Connection: close")
    head = "\r\n".join([*lines, "", ""]).encode("latin-1")
    return head if head_only else head + reply.body


def _name_code(code: int) -> str:
    try:
        return HTTPStatus(code).phrase
    except ValueError:
        return "Request Denied"
