"""The one way to the network: single requests, bounded in size and time, and their failures by name."""

import os
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Self
from urllib.parse import urlsplit
from urllib.request import getproxies

import requests
import urllib3
from attrs import frozen
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar
from requests.utils import get_environ_proxies
from urllib3.exceptions import HTTPError, ReadTimeoutError

from footnotes.audit.ask.answers import Answer, BodyEnd, FetchError, Headers
from footnotes.audit.ask.connections import GuardedAdapter, PrivateAddressError
from footnotes.audit.ask.deadlines import DeadlineWatch
from footnotes.audit.ask.failures import name_failure
from footnotes.audit.ask.networks import Resolve, is_address, is_public_address, resolve_host
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
    """A pool of connections shared by all threads; cookies belong to a visit, not to it.

    `agent` is the User-Agent. Private addresses are refused at the moment of connecting, so after the name
    was resolved and at every redirect, unless `allow_private`. `resolve` stands in for the system's DNS.
    Behind a proxy it is the proxy that connects: then the host of the URL is looked at beforehand.
    """

    def __init__(
        self,
        agent: str,
        *,
        bounds: Bounds | None = None,
        connections: int = 64,
        allow_private: bool = False,
        resolve: Resolve = resolve_host,
    ) -> None:
        self.bounds = bounds or Bounds()
        self._allow_private = allow_private
        self._resolve = resolve
        self._deadlines = DeadlineWatch(self.bounds.total)
        self._headers = {"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
        self._requests = requests.Session()
        # What the environment says is read once, and not for each request: certificates, and whether there
        # is any proxy. Passwords in ~/.netrc are not for whatever host a paper cites.
        self._certificates = _find_certificates()
        self._has_proxies = bool(getproxies())
        for scheme in ("http://", "https://"):
            self._requests.mount(scheme, GuardedAdapter(self._find_addresses, self._deadlines, connections))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._requests.close()
        self._deadlines.close()

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
        jar = start_visit() if cookies is None else cookies
        prepared = self._prepare(url, "POST" if form is not None else method, headers or {}, form, jar)
        response = self._exchange(prepared)
        with response:
            # A look keeps its own cookies: what one site sets for one citation is nothing to another.
            if "set-cookie" in response.headers:
                extract_cookies_to_jar(jar, prepared, response.raw)  # type: ignore[no-untyped-call]  # requests has no types here
            body, ended = self._read_body(response.raw, started)
            # What unpacks to nothing gives no piece after which to look at the clock.
            ended = BodyEnd.TOO_SLOW if self._deadlines.release() else ended
        return Answer(
            url=prepared.url or url,
            code=response.status_code,
            headers=Headers(response.headers),
            body=body,
            ended=ended,
            seconds=time.monotonic() - started,
        )

    def _prepare(
        self,
        url: str,
        method: str,
        headers: Mapping[str, str],
        form: Mapping[str, str] | None,
        cookies: RequestsCookieJar,
    ) -> requests.PreparedRequest:
        prepared = requests.PreparedRequest()
        try:
            prepared.prepare(
                method, url, headers=self._headers | dict(headers), data=form, cookies=cookies or None
            )
        except (requests.exceptions.RequestException, ValueError) as error:
            raise FetchError(LinkStatus.UNSUPPORTED, f"{url!r} cannot be asked for: {error}") from error
        return prepared

    def _exchange(self, prepared: requests.PreparedRequest) -> requests.Response:
        """The answer to a request, its body not read yet; raises FetchError."""
        url = prepared.url or ""
        proxies = get_environ_proxies(url) if self._has_proxies else {}
        try:
            if proxies and not self._allow_private:
                self._check_host(url)
            return self._requests.get_adapter(url).send(
                prepared,
                stream=True,
                timeout=self.bounds.timeout,
                verify=self._certificates,
                proxies=proxies,
            )
        except (requests.exceptions.RequestException, HTTPError, OSError, ValueError) as error:
            raise name_failure(error) from error
        except PrivateAddressError as error:
            raise FetchError(LinkStatus.PRIVATE, str(error)) from error

    def _find_addresses(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a host that may be asked; all of them private is a refusal."""
        addresses = self._resolve(host.strip("[]"), port)
        if self._allow_private:
            return addresses
        public = [address for address in addresses if is_public_address(address)]
        if not public:
            raise PrivateAddressError(f"{host} lies in a private network ({', '.join(addresses)})")
        return public

    def _check_host(self, url: str) -> None:
        """Refuse a private address that a proxy would be sent to, as far as it can be known here."""
        host = urlsplit(url).hostname or ""
        try:
            self._find_addresses(host, 0)
        except socket.gaierror:
            if is_address(host):
                raise

    def _read_body(self, raw: urllib3.BaseHTTPResponse, started: float) -> tuple[bytes, BodyEnd]:
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


def start_visit() -> RequestsCookieJar:
    """The empty cookie jar of one visit."""
    return RequestsCookieJar()


def list_cookies(jar: RequestsCookieJar) -> frozenset[tuple[str, str, str]]:
    """The cookies of a visit as a value: domain, name and content."""
    return frozenset((cookie.domain, cookie.name, cookie.value or "") for cookie in jar)


def _read_pieces(raw: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    """The body as it comes in: a piece of what is there, not one that waits until it is full."""
    while piece := raw.read1(_PIECE, decode_content=True):
        yield piece


def _find_certificates() -> str | bool:
    """The file of certificates that the user trusts, as requests finds it; True for those of certifi."""
    return os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True
