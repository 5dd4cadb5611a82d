"""Addresses that Typst takes: one that it refuses costs the whole file, so only sure ones are written.

Authority: the URL Standard (WHATWG), 4.4 "URL parsing", which hayagriva's reader follows.
"""

import re
from ipaddress import IPv4Address

_WEB = re.compile(
    r"(?:https?|ftp)://(?:[^\s/?#@:]*(?::[^\s/?#@]*)?@)?([\w.-]+)(?::(\d{0,5}))?(?:[/?#].*)?", re.IGNORECASE
)
_OTHER = re.compile(r"(?!https?:|ftp:|file:|wss?:)[a-z][a-z0-9+.-]*:(?!//).+", re.IGNORECASE)
_LAST_PORT = 65535


def is_address(url: str) -> bool:
    """Whether the text is an address with a scheme and, in the web, a host that can be one."""
    web = _WEB.fullmatch(url)
    if web is None:
        return _OTHER.fullmatch(url) is not None
    return int(web[2] or 0) <= _LAST_PORT and _is_host(web[1])


def _is_host(host: str) -> bool:
    if host.rpartition(".")[2][:1].isdigit():
        return _is_number(host)
    try:
        host.encode("idna").decode("idna")
    except UnicodeError:
        return False
    return True


def _is_number(host: str) -> bool:
    try:
        IPv4Address(host)
    except ValueError:
        return False
    return True
