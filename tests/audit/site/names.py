"""The names of hosts that lead to loopback while the site is asked by name."""

import contextlib
import socket
from collections.abc import Iterator
from typing import Any

from audit.site.hosts import OTHERS
from audit.site.kinds import Kind, load_kinds

_OTHER_NAMES = {
    "press.example": OTHERS["press"],
    "web.archive.org": OTHERS["archive"],
    "www.gazette.example": "127.0.0.25",
}
_PUBLIC = "192.31.196.{}"
"""Addresses that are public and that nobody uses (RFC 7535): what the names of guarded kinds show."""


def encode_name(host: str) -> str:
    """A host's name in ASCII, as it is asked for (RFC 5890)."""
    return host.encode("idna").decode()


def find_addresses() -> dict[str, str]:
    """Where each name leads, by its ASCII form; a name that is missing does not exist."""
    cited = {encode_name(kind.host): kind.address for kind in load_kinds() if kind.host and kind.address}
    return cited | _OTHER_NAMES


def list_names() -> list[str]:
    """All names that the site has a certificate for."""
    return sorted(find_addresses())


def find_shown_addresses() -> dict[str, str]:
    """What the resolver says of each name: loopback, or for guarded kinds an address that looks public."""
    guarded = {
        encode_name(kind.host): _show(kind) for kind in load_kinds() if kind.host and "guard" in kind.needs
    }
    return find_addresses() | guarded


def _show(kind: Kind) -> str:
    return _PUBLIC.format((kind.address or "").rpartition(".")[2])


@contextlib.contextmanager
def resolve_names(ports: dict[str, int]) -> Iterator[None]:
    """Let all names of the site resolve in this process, and ports 80 and 443 of its hosts lead to its own.

    Names of the site lead to it, "localhost" and addresses where they always do, and all others do not
    exist: nothing is asked of the network. `ports` are those of the site by scheme.
    """
    names = find_shown_addresses()
    roads = _find_roads(ports)
    find, connect = socket.getaddrinfo, socket.socket.connect

    def resolve(host: Any, port: Any, *rest: Any, **settings: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is None or name == "localhost" or _is_address(name):
            return find(host, port, *rest, **settings)
        try:
            return find(names[encode_name(name.lower())], port, *rest, **settings)
        except KeyError:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from None

    def follow(plug: socket.socket, address: Any) -> None:
        known = roads.get(tuple(address[:2])) if isinstance(address, tuple) else None
        connect(plug, known or address)

    socket.getaddrinfo, socket.socket.connect = resolve, follow  # type: ignore[assignment,method-assign]  # on purpose
    try:
        yield
    finally:
        socket.getaddrinfo, socket.socket.connect = find, connect  # type: ignore[method-assign]  # as they were


def _find_roads(ports: dict[str, int]) -> dict[tuple[str, int], tuple[str, int]]:
    """Where a connection to what a name shows really leads."""
    real = find_addresses()
    standard = {"http": 80, "https": 443}
    return {
        (shown, standard[scheme]): (real[name], ports[scheme])
        for name, shown in find_shown_addresses().items()
        for scheme in standard
    }


def _is_address(name: str) -> bool:
    try:
        socket.inet_pton(socket.AF_INET6 if ":" in name else socket.AF_INET, name)
    except OSError:
        return False
    return True
