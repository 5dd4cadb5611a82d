"""The parts of one URL, as strangers write them: nothing here raises, whatever stands there.

`urllib.parse` raises ValueError for a host in brackets that is no address of IPv6, as in "http://[x]/".
"""

from urllib.parse import SplitResult, urlsplit

WEB_SCHEMES = frozenset({"http", "https"})


def split_url(url: str) -> SplitResult:
    """The parts of `url`, without the blanks around it; what cannot be divided ("http://[") is all path."""
    try:
        return urlsplit(url.strip())
    except ValueError:
        return SplitResult("", "", url.strip(), "", "")


def find_host(url: str) -> str:
    """The host that `url` names, in lower case, without user and port; empty where it names none."""
    return split_url(url).hostname or ""


def is_web_url(url: str) -> bool:
    """Whether `url` can be asked for: http or https, and a host."""
    parts = split_url(url)
    return parts.scheme in WEB_SCHEMES and bool(parts.hostname)


def drop_fragment(url: str) -> str:
    """`url` up to its `#`: what is sent to a server (RFC 9110, 7.1)."""
    return url.partition("#")[0]
