"""The guard that keeps the tests on this machine; the leaks provoked here are forgiven."""

import contextlib
import socket
import threading

import pytest


def _connect(address: tuple[str, int]) -> None:
    with socket.socket() as client:
        client.settimeout(0.2)
        client.connect(address)


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 80), ("8.8.8.8", 53)])
def test_connections_elsewhere_fail(address: tuple[str, int], leaks: list[str]) -> None:
    """A connection beyond loopback fails the test that opens it."""
    with pytest.raises(pytest.fail.Exception, match=address[0]):
        _connect(address)

    assert [f"a connection to {address}"] == leaks


def test_lookups_elsewhere_fail(leaks: list[str]) -> None:
    """The look-up of a name fails the test before the name servers are asked."""
    with pytest.raises(pytest.fail.Exception, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)

    assert 1 == len(leaks)


def test_threads_are_told_of(leaks: list[str]) -> None:
    """A leak in a thread that swallows all is remembered."""

    def leak() -> None:
        with contextlib.suppress(BaseException):
            _connect(("192.0.2.1", 80))

    thread = threading.Thread(target=leak)
    thread.start()
    thread.join()

    assert 1 == len(leaks)


@pytest.mark.parametrize("name", ["nowhere.invalid", "shop.test."])
def test_names_of_nobody_are_unknown(name: str) -> None:
    """Names that nobody can own do not exist, as the name servers would say."""
    with pytest.raises(socket.gaierror) as failure:
        socket.getaddrinfo(name, 80)

    assert socket.EAI_NONAME == failure.value.errno


def test_this_machine_may_be_asked() -> None:
    """Loopback is open, by number and by name."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for host in ("127.0.0.1", "localhost"):
            _connect((host, port))

    assert socket.getaddrinfo("127.0.0.1", 80)
