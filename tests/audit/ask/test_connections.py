"""Connections that look where they lead before they are made."""

import socket
from collections.abc import Callable, Iterator, Sequence

import pytest
import requests
from audit.loopback import Loopback, give, serve

from footnotes.audit.ask import connections
from footnotes.audit.ask.connections import GuardedAdapter, PrivateAddressError
from footnotes.audit.ask.deadlines import DeadlineWatch

Connect = Callable[[Callable[[str, int], Sequence[str]], str], int]


@pytest.fixture
def web() -> Iterator[Loopback]:
    """A server that answers everything."""
    with serve(give) as loopback:
        yield loopback


@pytest.fixture
def connect() -> Iterator[Connect]:
    """A function that asks for a URL by way of an adapter, and gives the code of the answer."""
    watch = DeadlineWatch(10)
    sessions: list[requests.Session] = []

    def ask(find: Callable[[str, int], Sequence[str]], url: str) -> int:
        session = requests.Session()
        sessions.append(session)
        session.trust_env = False
        session.mount("http://", GuardedAdapter(find, watch, 4))
        return session.get(url, timeout=5).status_code

    yield ask
    for session in sessions:
        session.close()
    watch.close()


def test_addresses_are_tried_in_order(
    web: Loopback, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the first address refuses, the next is tried; after one that answers no other is."""
    tried = []

    def create(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        tried.append(address[0])
        if address[0] == "::1":
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", address[1]))

    monkeypatch.setattr(connections, "create_connection", create)
    code = connect(lambda *_: ("::1", "127.0.0.1", "127.0.0.2"), f"http://a.test:{web.port}/")

    assert (200, ["::1", "127.0.0.1"]) == (code, tried)


def test_the_name_is_looked_up_once(web: Loopback, connect: Connect) -> None:
    """The address that was looked at is the one connected to: a second look-up might give another."""
    asked = []

    def find(host: str, port: int) -> Sequence[str]:
        asked.append((host, port))
        return ("127.0.0.1",) if len(asked) == 1 else ("127.0.0.9",)

    connect(find, f"http://rebinding.test:{web.port}/")

    assert [("rebinding.test", web.port)] == asked


def test_refusal_comes_out(web: Loopback, connect: Connect) -> None:
    """What is said of an address reaches the caller, and nothing is sent."""

    def find(host: str, _: int) -> Sequence[str]:
        raise PrivateAddressError(host)

    with pytest.raises(PrivateAddressError):
        connect(find, web.root)

    assert [] == web.asked


def test_time_out_is_told_from_refusal(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that does not answer at all is a time-out."""

    def create(*_: object, **__: object) -> socket.socket:
        raise TimeoutError

    monkeypatch.setattr(connections, "create_connection", create)
    with pytest.raises(requests.exceptions.ConnectTimeout):
        connect(lambda *_: ("127.0.0.1",), "http://a.test/")
