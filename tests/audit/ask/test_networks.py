"""Which addresses may be asked."""

import pytest

from footnotes.audit.ask.networks import is_address, is_public_address

PRIVATE = [
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104 - nothing is bound to it here
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "localhost",
]
PUBLIC = [
    "8.8.8.8",
    "207.241.224.2",
    "172.32.0.1",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address: str) -> None:
    """What lies in no public network is refused, however it is written."""
    assert not is_public_address(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    """What lies in the public internet may be asked."""
    assert is_public_address(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "2130706433", "0x7f.1", "0177.0.0.1"])
def test_spellings_of_addresses(host: str) -> None:
    """An address is known in all spellings that the system takes."""
    assert is_address(host)


@pytest.mark.parametrize("host", ["example.org", "deadbeef.org", "cafe", "a.1.org", "a\0b", "é"])
def test_names(host: str) -> None:
    """A name is no address, though it may be made of hexadecimal digits."""
    assert not is_address(host)
