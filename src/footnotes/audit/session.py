"""The one way to the network: single requests, bounded in size and time, and their failures by name."""

import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Self

import requests
import urllib3
from attrs import frozen
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from footnotes.audit.answers import Answer, BodyEnd, FetchError, Headers
from footnotes.model import LinkStatus

_PIECE = 65_536
"""How many bytes of a body are read at a time."""


@frozen
class Bounds:
    """How much one answer may cost: seconds to connect and between bytes, seconds in all, bytes decoded."""

    timeout: float = 20.0
    total: float = 60.0
    size: int = 5_000_000


class Session:
    """A pool of connections shared by all threads; cookies belong to a visit, not to it."""

    def __init__(self, agent: str, *, bounds: Bounds | None = None, connections: int = 64) -> None:
        self.bounds = bounds or Bounds()
        self._requests = requests.Session()
        self._requests.headers = requests.structures.CaseInsensitiveDict(
            {"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
        )
        # A look keeps its own cookies: what one site sets for one citation is nothing to another.
        self._requests.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        # Without this, requests sends the user's passwords from ~/.netrc to whatever host a paper cites.
        self._requests.auth = _send_no_password
        for scheme in ("http://", "https://"):
            self._requests.mount(
                scheme, HTTPAdapter(pool_connections=connections, pool_maxsize=connections, max_retries=0)
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._requests.close()

    def send(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        cookies: RequestsCookieJar | None = None,
    ) -> Answer:
        """Send one request and read its answer; raises FetchError where none comes."""
        started = time.monotonic()
        jar = RequestsCookieJar() if cookies is None else cookies
        try:
            prepared = self._requests.prepare_request(
                requests.Request(
                    "POST" if form is not None else method, url, headers=headers, data=form, cookies=jar
                )
            )
        except (requests.exceptions.RequestException, ValueError) as error:
            raise FetchError(LinkStatus.UNSUPPORTED, f"{url!r} cannot be asked for: {error}") from error
        settings = self._requests.merge_environment_settings(prepared.url, {}, True, None, None)  # noqa: FBT003 - the signature of requests
        timeout = self.bounds.timeout
        try:
            response = self._requests.send(prepared, timeout=timeout, allow_redirects=False, **settings)
        except (requests.exceptions.RequestException, HTTPError, OSError, ValueError) as error:
            raise name_failure(error) from error
        with response:
            extract_cookies_to_jar(jar, prepared, response.raw)  # type: ignore[no-untyped-call]  # requests has no types here
            body, ended = self._read_body(response.raw, started)
        return Answer(
            url=prepared.url or url,
            code=response.status_code,
            headers=Headers(response.headers),
            body=body,
            ended=ended,
            seconds=time.monotonic() - started,
        )

    def _read_body(self, raw: Any, started: float) -> tuple[bytes, BodyEnd]:
        pieces, size = [], 0
        try:
            for piece in _read_pieces(raw):
                pieces.append(piece[: self.bounds.size - size])
                size += len(piece)
                if size >= self.bounds.size:
                    return b"".join(pieces), BodyEnd.TOO_LARGE
                if time.monotonic() - started > self.bounds.total:
                    return b"".join(pieces), BodyEnd.TOO_SLOW
        except ReadTimeoutError:
            return b"".join(pieces), BodyEnd.TOO_SLOW
        except (HTTPError, OSError):
            return b"".join(pieces), BodyEnd.BROKEN
        return b"".join(pieces), BodyEnd.WHOLE


def _read_pieces(raw: urllib3.HTTPResponse) -> Iterator[bytes]:
    """The body as it comes in: a piece of what is there, not one that waits until it is full."""
    while piece := raw.read1(_PIECE, decode_content=True):
        yield piece


def _send_no_password(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    return prepared


def name_failure(error: BaseException) -> FetchError:
    """The failure that `error`, or one that caused it, stands for."""
    for cause in _list_causes(error):
        for kind, status in _FAILURES:
            if isinstance(cause, kind):
                return FetchError(_refine(cause, status), _describe(cause))
    return FetchError(LinkStatus.UNREACHABLE, _describe(error))


def _list_causes(error: BaseException) -> Iterator[BaseException]:
    """The innermost cause first: requests wraps what urllib3 wraps."""
    causes, seen = [error], {id(error)}
    for one in causes:
        inner = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        for other in inner:
            if isinstance(other, BaseException) and id(other) not in seen:
                seen.add(id(other))
                causes.append(other)
    return reversed(causes)


_FAILURES: tuple[tuple[type[BaseException], LinkStatus], ...] = (
    (socket.gaierror, LinkStatus.DNS),
    (NameResolutionError, LinkStatus.DNS),
    (ssl.SSLError, LinkStatus.TLS),
    (SSLError, LinkStatus.TLS),
    (ConnectionRefusedError, LinkStatus.REFUSED),
    (ConnectionResetError, LinkStatus.RESET),
    (BrokenPipeError, LinkStatus.RESET),
    (TimeoutError, LinkStatus.TIMEOUT),
    (ConnectTimeoutError, LinkStatus.TIMEOUT),
    (ReadTimeoutError, LinkStatus.TIMEOUT),
    (DecodeError, LinkStatus.UNDECODABLE),
    (NewConnectionError, LinkStatus.UNREACHABLE),
    (ProtocolError, LinkStatus.PROTOCOL),
)
"""The first kind that fits names the failure."""

_TEMPORARY = {socket.EAI_AGAIN, getattr(socket, "EAI_FAIL", None)}


def _refine(cause: BaseException, status: LinkStatus) -> LinkStatus:
    if isinstance(cause, socket.gaierror) and cause.errno in _TEMPORARY:
        return LinkStatus.DNS_UNAVAILABLE
    if status is LinkStatus.PROTOCOL and "closed connection" in str(cause):
        return LinkStatus.RESET
    return status


def _describe(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).strip()
