"""When two addresses are one to an archive: the keys by which its index is sorted."""

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from footnotes.text.url_parts import split_url

_PORTS = {"http": "80", "https": "443", "ftp": "21"}
_WWW = re.compile(r"^www\d*\.")
_SAFE = "/:@!$&'()*+,;=~"


@lru_cache(maxsize=4096)
def make_surt(url: str) -> str:
    """The key of `url`, after the Sort-friendly URI Reordering Transform of web archives.

    Scheme, "www.", default port, case, order of the query, a final slash and the fragment make no
    difference: https://www.Example.org:443/A/?b&a and http://example.org/a?a&b are one. What is no URL is
    its own key.
    """
    split = split_url(url)
    try:
        host, port = split.hostname, split.port
    except ValueError:
        return url
    if not host:
        return url
    name = ",".join(reversed(_WWW.sub("", _write_host(host).rstrip(".")).split(".")))
    extra = f":{port}" if port and str(port) != _PORTS.get(split.scheme.lower()) else ""
    query = "&".join(sorted(_fold(split.query).split("&")))
    return f"{name}{extra}){_fold(split.path).rstrip('/') or '/'}" + (f"?{query}" if query else "")


def _write_host(host: str) -> str:
    """`host` as DNS has it; one that DNS cannot have stays as it is."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _fold(part: str) -> str:
    return quote(unquote(part, errors="surrogateescape"), safe=_SAFE, errors="surrogateescape").lower()


def is_filed_together(one: str, other: str) -> bool:
    """Whether archives file the captures of two addresses under one key."""
    return make_surt(one) == make_surt(other)
