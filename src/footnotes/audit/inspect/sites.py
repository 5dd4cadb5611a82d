"""Hosts and addresses as sites see them: whose domain it is, where its front page is, what is no change."""

import functools
import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote_to_bytes

from publicsuffixlist import PublicSuffixList

from footnotes.audit.ask.networks import is_address
from footnotes.audit.inspect.vocabulary import list_phrases
from footnotes.text.url_parts import find_host, split_url

_DOTS = re.compile("[\u002e\u3002\uff0e\uff61]")
"""What divides the labels of a host name (RFC 3490, 3.1)."""
_AROUND = re.compile(rf"\A[\s\[\]]+|[\s\[\]{_DOTS.pattern[1:-1]}]+\Z")
_FRONT_PAGE = re.compile(r"(index|home|homepage|default|main|start|welcome)(\.\w{1,5})?", re.IGNORECASE)
_INDEX = re.compile(r"(?<=/)(?:index|default)\.(?:html?|shtml|xhtml|php\d?|aspx?|jsp|cfm)$")
"""The file that stands for its directory, in lower case; "/home" and "/start" may be pages of their own."""
_PORTS = {"http": 80, "https": 443}
_LABEL = 63


@functools.cache
def _load_suffixes() -> PublicSuffixList:
    # The list that comes with the package: the network is asked for cited pages and nothing else.
    return PublicSuffixList()


def find_site(host: str) -> str:
    """The registrable domain of `host` by the Public Suffix List, in lower case and ASCII (RFC 5891).

    An IP address, a single label and a public suffix itself are their own site.
    """
    return _find_site(spell_host(host))


@functools.lru_cache(maxsize=10_000)
def _find_site(host: str) -> str:
    if is_address(host) or "." not in host:
        return host
    return _load_suffixes().privatesuffix(host) or host


def spell_host(host: str) -> str:
    """`host` in lower case, its labels in ASCII, without a port's brackets or the root's dot."""
    host = _AROUND.sub("", unicodedata.normalize("NFKC", host)).lower()
    return ".".join(_spell_label(label) for label in _DOTS.split(host))


def _spell_label(label: str) -> str:
    if label.isascii():
        return label
    try:
        spelled = "xn--" + label[:_LABEL].encode("punycode").decode("ascii")
    except UnicodeError:
        return label
    return spelled


def find_ascii_host(url: str) -> str:
    """The host that `url` names, as `spell_host` writes it; empty if there is none."""
    return spell_host(find_host(url))


def is_same_site(one: str, other: str) -> bool:
    """Whether two URLs lie under one registrable domain."""
    here, there = find_ascii_host(one), find_ascii_host(other)
    return bool(here) and find_site(here) == find_site(there)


def is_root(url: str) -> bool:
    """Whether `url` is the front page of a site, or of one of its languages (/, /index.html, /en/).

    A query makes it another page (/?p=123), unless it states a language or where the reader comes from; so
    does a fragment that is a route (#!/news).
    """
    parts = split_url(url)
    if parts.fragment.startswith(("!", "/")) or any(
        name.lower() not in _load_names("idle") for name, _ in _keep_telling(parts.query)
    ):
        return False
    segments = [segment for segment in parts.path.split("/") if segment]
    if segments and is_front_page(segments[-1]):
        segments.pop()
    return not segments or (len(segments) == 1 and _is_language(segments[0]))


def is_front_page(segment: str) -> bool:
    """Whether the last part of a path is that of the front page of its directory (index.html)."""
    return _FRONT_PAGE.fullmatch(segment) is not None


def _is_language(segment: str) -> bool:
    language, _, region = segment.lower().replace("_", "-").partition("-")
    return language in _load_names("languages") and len(region) in (0, 2)


def is_trivial_change(one: str, other: str) -> bool:
    """Whether two URLs differ in nothing that makes another page.

    That is the scheme, "www.", the default port, a final slash, case of host and path, the spelling of
    percent-encoding (RFC 3986, 6.2.2), the fragment, parameters that track readers, and the name of the
    file that servers give for a directory (/news/index.html).
    """
    return _spell_key(one) == _spell_key(other)


def _spell_key(url: str) -> tuple[str, int | None, str, tuple[tuple[str, str], ...]]:
    parts = split_url(url)
    host = spell_host(parts.hostname or "").removeprefix("www.")
    try:
        port = parts.port
    except ValueError:
        port = None
    port = None if port in _PORTS.values() else port
    path = _INDEX.sub("", quote(unquote_to_bytes(parts.path)).casefold()).rstrip("/")
    return host, port, path, tuple(_keep_telling(parts.query))


def _keep_telling(query: str) -> list[tuple[str, str]]:
    """The parameters that choose a page."""
    tracking = _load_names("tracking")
    pairs = parse_qsl(query, keep_blank_values=True)
    return [pair for pair in pairs if pair[0].lower() not in tracking and not pair[0].startswith("utm_")]


@functools.cache
def _load_names(table: str) -> frozenset[str]:
    return frozenset(list_phrases("addresses", table))
