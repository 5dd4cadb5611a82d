"""Which addresses may be asked: papers come from strangers, and the user's own network is not theirs."""

import ipaddress
import socket
from collections.abc import Callable, Sequence

Resolve = Callable[[str, int], Sequence[str]]
"""A function that gives the IP addresses of a host for a port; raises socket.gaierror if there are none."""

_MOST = 3
"""How many addresses of a host are tried: each may take the whole time-out."""

# Addresses of IPv6 that lead to one of IPv4: NAT64 (RFC 6052) has it in the last four bytes.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of `host` as the system finds them, in its order, without repetition."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))[:_MOST]


def is_public_address(address: str) -> bool:
    """Whether an IP address lies in the public internet (the registries of RFC 6890).

    Private, loopback, link-local, shared, documentation, multicast and reserved ones do not; an address of
    IPv6 that carries one of IPv4 is as public as that is.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _NAT64:
            inner = ipaddress.IPv4Address(found.packed[-4:])
        if inner is not None:
            return is_public_address(str(inner))
    return found.is_global and not found.is_multicast


def is_address(host: str) -> bool:
    """Whether `host` is an IP address and no name, also in the odd spellings that `connect` understands.

    "0x7f.1" and "2130706433" are 127.0.0.1 to the system (inet_aton), and a filter of names misses them.
    """
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        try:
            socket.inet_aton(host)
        except (OSError, ValueError):  # ValueError: a NUL, or letters outside ASCII
            return False
        return all(character in "0123456789abcdefxABCDEFX." for character in host)
    return True
