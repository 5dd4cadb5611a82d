"""`footnotes` behind a fence: python -m audit.site.fence audit ... opens nothing beyond loopback.

What is tried beyond fails as it would without a network, and is named at the end.
"""

import socket
import sys
from typing import Any

from footnotes.cli import main

_LOOPBACK = ("127.", "::1")
_tried: list[str] = []


def build_fence() -> None:
    """Refuse all names but "localhost" and all addresses but loopback to this process."""
    find, connect = socket.getaddrinfo, socket.socket.connect

    def resolve(host: Any, *rest: Any, **settings: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name in {None, "localhost"} or _is_address(name):
            return find(host, *rest, **settings)
        _tried.append(f"the name {name}")
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def go(plug: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK):
            _tried.append(f"the address {address[0]}")
            raise OSError(101, "Network is unreachable")
        connect(plug, address)

    socket.getaddrinfo, socket.socket.connect = resolve, go  # type: ignore[assignment,method-assign]  # on purpose


def _is_address(name: str) -> bool:
    return name.replace(".", "").isdigit() or ":" in name


if __name__ == "__main__":
    build_fence()
    try:
        main(prog_name="footnotes")
    finally:
        if _tried:
            print(f"fenced off: {', '.join(sorted(set(_tried)))}", file=sys.stderr)  # noqa: T201 - for the reader
