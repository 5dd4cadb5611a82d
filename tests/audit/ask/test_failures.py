"""The names of failures, however deep their causes lie."""

import errno
import http.client
import socket
import ssl

import pytest
import requests
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    InvalidHeader,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from footnotes.audit.ask.failures import name_failure
from footnotes.model import LinkStatus

POOL = HTTPConnectionPool("a.org")
CONNECTION = HTTPConnection("a.org")
NO_NAME = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
NO_SERVER = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


def _chain(outer: Exception, inner: Exception) -> Exception:
    """`outer` as `raise outer from inner` leaves it."""
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NO_NAME, LinkStatus.DNS),
        (NO_SERVER, LinkStatus.DNS_UNAVAILABLE),
        (NameResolutionError("a.org", CONNECTION, NO_NAME), LinkStatus.DNS),
        (
            _chain(NameResolutionError("a.org", CONNECTION, NO_SERVER), NO_SERVER),
            LinkStatus.DNS_UNAVAILABLE,
        ),
        (ssl.SSLCertVerificationError("certificate has expired"), LinkStatus.TLS),
        (SSLError("bad handshake"), LinkStatus.TLS),
        (ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"), LinkStatus.REFUSED),
        (ConnectionResetError(errno.ECONNRESET, "Connection reset by peer"), LinkStatus.RESET),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), LinkStatus.RESET),
        (TimeoutError("timed out"), LinkStatus.TIMEOUT),
        (ConnectTimeoutError(CONNECTION, "too long"), LinkStatus.TIMEOUT),
        (ReadTimeoutError(POOL, "/", "Read timed out."), LinkStatus.TIMEOUT),
        (DecodeError("incorrect header check"), LinkStatus.UNDECODABLE),
        (NewConnectionError(CONNECTION, "No route to host"), LinkStatus.UNREACHABLE),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), LinkStatus.UNREACHABLE),
        (ProtocolError("bad status line"), LinkStatus.PROTOCOL),
        (ProtocolError("Remote end closed connection without response"), LinkStatus.RESET),
        (ValueError("label too long"), LinkStatus.UNREACHABLE),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else value.value,
)
def test_names(error: Exception, status: LinkStatus) -> None:
    """Each kind of failure has its name, also when requests has wrapped what urllib3 wrapped."""
    wrapped = requests.exceptions.ConnectionError(MaxRetryError(POOL, "/", error))

    assert (status, status) == (name_failure(error).status, name_failure(wrapped).status)


def test_a_refused_connection_is_no_unreachable_host() -> None:
    """What the system says counts for more than what urllib3 makes of it."""
    refused = ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
    failure = name_failure(_chain(NewConnectionError(CONNECTION, "it failed"), refused))

    assert (LinkStatus.REFUSED, "Connection refused") == (failure.status, str(failure))


def test_circles_of_causes_end() -> None:
    """An error that is its own cause by a detour is named all the same."""
    one, other = ValueError("one"), TimeoutError("other")
    one.__cause__, other.__cause__ = other, one

    assert LinkStatus.TIMEOUT is name_failure(one).status


def test_a_failure_without_words() -> None:
    """A failure that says nothing is described by its kind."""
    assert "TimeoutError" == str(name_failure(TimeoutError()))


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (
            http.client.BadStatusLine("<html>" * 1000),
            "what it sends does not begin as HTTP does",
        ),
        (http.client.LineTooLong("header line"), "a line of its header is too long"),
        (http.client.HTTPException("got more than 100 headers"), "got more than 100 headers"),
    ],
)
def test_what_is_no_http_is_told_in_words(cause: Exception, said: str) -> None:
    """An answer that is no HTTP is told in a few words, and not as the error of a library."""
    wrapped = ProtocolError("Connection aborted.", cause)
    failure = name_failure(requests.ConnectionError(wrapped))

    assert (LinkStatus.PROTOCOL, said) == (failure.status, str(failure))


def test_a_host_that_breaks_off_is_no_protocol() -> None:
    """A connection closed without an answer is reset, though libraries call it a bad status line, too."""
    closed = http.client.RemoteDisconnected("Remote end closed connection without response")

    assert LinkStatus.RESET is name_failure(requests.ConnectionError(ProtocolError("x", closed))).status


def test_headers_that_contradict_each_other() -> None:
    """Two lengths for one body are no HTTP; what is said of them is bounded."""
    failure = name_failure(InvalidHeader("Content-Length contained multiple values " + "5, " * 1000))

    assert LinkStatus.PROTOCOL is failure.status
    assert 200 >= len(str(failure))
