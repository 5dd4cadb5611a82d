"""The failures of the network by name: requests wraps what urllib3 wraps what the system says."""

import socket
import ssl
from collections.abc import Iterator
from http.client import BadStatusLine, HTTPException, LineTooLong

from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    InvalidHeader,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from footnotes.audit.ask.answers import FetchError
from footnotes.model import LinkStatus


def name_failure(error: BaseException) -> FetchError:
    """The failure that `error`, or one that caused it, stands for."""
    causes = list(_list_causes(error))
    for cause in causes:
        # What a proxy refuses, or cannot reach, says nothing of the host: it may be the proxy that is down.
        if isinstance(cause, ProxyError):
            return FetchError(LinkStatus.UNREACHABLE, f"by the proxy: {_describe(cause.original_error)}")
    for cause in causes:
        for kind, status in _FAILURES:
            if isinstance(cause, kind):
                return FetchError(_refine(cause, status), _describe(cause))
    return FetchError(LinkStatus.UNREACHABLE, _describe(causes[0]))


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
    # urllib3 makes it a kind of ConnectTimeoutError, and of NameResolutionError a kind of this.
    (NewConnectionError, LinkStatus.UNREACHABLE),
    (ConnectTimeoutError, LinkStatus.TIMEOUT),
    (ReadTimeoutError, LinkStatus.TIMEOUT),
    (DecodeError, LinkStatus.UNDECODABLE),
    (HTTPException, LinkStatus.PROTOCOL),
    (InvalidHeader, LinkStatus.PROTOCOL),
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


_LONGEST = 200
"""Characters: what a server sends in place of HTTP may be of any length."""


def _describe(error: BaseException) -> str:
    if isinstance(error, LineTooLong):
        return "a line of its header is too long"
    if isinstance(error, BadStatusLine):
        return "what it sends does not begin as HTTP does"
    return _name(error)[:_LONGEST]


def _name(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).strip()
