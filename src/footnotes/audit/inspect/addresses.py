"""What the address of a page says of it: that it is an error page, a login, a consent form, parked."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote

from footnotes.audit.inspect.sites import find_ascii_host, find_site, is_front_page
from footnotes.audit.inspect.vocabulary import list_phrases
from footnotes.text.url_parts import split_url

_EXTENSION = re.compile(r"\.([a-z0-9]{1,5})$")
_NUMBERS = {"404", "410"}
_STATUS_NAMES = {"error", "err", "e", "status", "code", "statuscode", "errorcode"}


def names_error_page(url: str) -> bool:
    """Whether `url` says itself that it is the page for what is not there (/404.html, /page-not-found/)."""
    names = list_phrases("addresses", "error_pages")
    segments = _list_segments(url)
    # Words like "error" can name a chapter; "/404/" and "/not-found/" in the middle name nothing else.
    plain = [name for name in segments[:-1] if "404" in name or "found" in name]
    return any(name in names for name in (*plain, *segments[-1:])) or any(
        name in list_phrases("addresses", "error_parameters")
        or (name in _STATUS_NAMES and value in _NUMBERS)
        for name, value in _list_parameters(url)
    )


def names_login(url: str) -> bool:
    """Whether `url` is one at which readers log in."""
    return _is_named(url, "login_pages", "login_hosts")


def names_offer(url: str) -> bool:
    """Whether `url` is one at which readers are offered a subscription."""
    return any(name in list_phrases("addresses", "offer_pages") for name in _list_segments(url)[-1:])


def names_consent(url: str) -> bool:
    """Whether `url` is one at which readers are asked for consent."""
    return _is_named(url, "consent_pages", "consent_hosts")


def names_parking(url: str) -> bool:
    """Whether `url` is one at which a domain is sold or parked."""
    return find_site(find_ascii_host(url)) in list_phrases("addresses", "parking_sites") or any(
        name in list_phrases("addresses", "parking_pages") for name in _list_segments(url)[-1:]
    )


def names_file(url: str) -> bool:
    """Whether `url` names a file that is no web page (.pdf, .doc), and not a page about one."""
    path = split_url(url).path.lower()
    kind = _EXTENSION.search(path)
    if not kind or kind[1] not in list_phrases("addresses", "file_types") or ":" in path.rpartition("/")[2]:
        return False
    return not any(segment in list_phrases("addresses", "file_pages") for segment in path.split("/"))


def _is_named(url: str, pages: str, hosts: str) -> bool:
    last = _list_segments(url)[-1:]
    return find_ascii_host(url) in list_phrases("addresses", hosts) or any(
        name in list_phrases("addresses", pages) for name in last
    )


def _list_segments(url: str) -> list[str]:
    """The parts of the path in lower case, without extensions and a closing "index.html"."""
    segments = [
        _EXTENSION.sub("", unquote(part).lower()) for part in split_url(url).path.split("/") if part
    ]
    while segments and is_front_page(segments[-1]):
        segments.pop()
    return segments


def _list_parameters(url: str) -> Iterator[tuple[str, str]]:
    query = split_url(url).query
    return ((name.lower(), value) for name, value in parse_qsl(query, keep_blank_values=True))
