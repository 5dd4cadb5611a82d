"""Addresses of archived copies, and the page and time that they name."""

import re
import string
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from urllib.parse import parse_qs, quote, unquote, urlsplit

from attrs import evolve, frozen

from footnotes.audit.rescue.archives import Archive, load_archives
from footnotes.audit.rescue.timestamps import read_partial

_NESTED = 4
"""How many archives a copy of a copy of a copy may be followed through."""

# "20150101123456id_/", "2015*/", "*/", and "2015.01.01-123456/" as archive.today writes them for people.
_STAMP = r"(?:(?P<stamp>\d{1,14}|\d{4}\.\d\d\.\d\d-\d{6}|\d{0,14}\*)(?P<modifier>[a-z]{2,5}_)?/+)?"
_WITH_SCHEME = re.compile(
    r"(?P<scheme>https?|ftp)(?::|%3A)(?P<slashes>(?:/|%2F)+)(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_SCHEME = re.compile(r"^(?:https?:)?/+", re.IGNORECASE)
_BARE = re.compile(r"(?:[\w-]+\.)+[a-zA-Z]{2,63}\.?(?::\d+)?(?:[/?#].*)?", re.DOTALL)
_CACHE = re.compile(r"cache:(?:[\w-]{12}:)?(?P<target>[^\s+]+)")
_URL_CHARACTERS = "%:/?#[]@!$&'()*+,;=~"
_BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase
_WEBCITE = re.compile(r"/(?P<id>[0-9A-Za-z]{9})(?:$|[/?#])")


@frozen
class ArchivedUrl:
    """What an address of a copy says: the page, when it was captured, and which archive has it.

    `original` is None for short addresses, which do not name the page, and `captured` (UTC) where no day is
    stated. `archive` is the name in the registry.
    """

    original: str | None
    captured: datetime | None
    archive: str


def unwrap_url(url: str, archives: Sequence[Archive] = ()) -> ArchivedUrl | None:
    """What `url` says if it is the address of an archived copy, else None.

    `archives` are known besides those of the registry. A slash that was lost in print
    (`web/2015/http:/example.org`) is put back, a copy of a copy gives the page that was captured first.
    """
    found = _unwrap_once(url.strip(), archives)
    for _ in range(_NESTED):
        inner = _unwrap_once(found.original, archives) if found and found.original else None
        if not found or not inner or not inner.original:
            break
        found = evolve(found, original=inner.original, captured=inner.captured or found.captured)
    return found


def _unwrap_once(url: str, archives: Sequence[Archive]) -> ArchivedUrl | None:
    address = "http://" + _SCHEME.sub("", url)
    try:
        split = urlsplit(address)
        hosts = {split.hostname, split.netloc.lower()}
    except ValueError:
        return None
    # What stands behind the host, as it was written: an original has a query and a fragment of its own.
    behind = address.partition("://")[2]
    start = re.search(r"[/?#]", behind)
    path = behind[start.start() :] if start else ""
    candidates = (_read_path(path, one) for one in (*archives, *load_archives()) if hosts & {*one.hosts})
    return next((found for found in candidates if found), None)


def _read_path(path: str, archive: Archive) -> ArchivedUrl | None:
    readers = (_read_prefixed, _read_query, _read_identifier)
    return next((found for read in readers if (found := read(path, archive))), None)


def _read_prefixed(path: str, archive: Archive) -> ArchivedUrl | None:
    for pattern in _compile_prefixes(archive.prefixes):
        match = pattern.match(path)
        if not match:
            continue
        stamp = match["stamp"]
        original = _read_target(match["rest"], may_be_bare=bool(stamp) or match["prefix"] != "/")
        if original:
            return ArchivedUrl(original, read_partial(re.sub(r"[.-]", "", stamp or "")), archive.name)
    return None


@cache
def _compile_prefixes(prefixes: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?P<prefix>{prefix}){_STAMP}(?P<rest>.+)", re.DOTALL) for prefix in prefixes)


def _read_target(text: str, *, may_be_bare: bool) -> str | None:
    """The URL that `text` is, with both slashes; without a scheme only where a host must stand."""
    match = _WITH_SCHEME.fullmatch(text)
    if match:
        rest = match["rest"]
        if "%" in match["slashes"]:  # It was encoded as a whole; what no URL may hold stays encoded.
            rest = quote(unquote(rest), safe=_URL_CHARACTERS)
        return f"{match['scheme'].lower()}://{rest}"
    return f"http://{text}" if may_be_bare and _BARE.fullmatch(text) else None


def _read_query(path: str, archive: Archive) -> ArchivedUrl | None:
    """`?url=http://...` of WebCite, `?q=cache:...` of Google."""
    if not archive.query or "?" not in path:
        return None
    values = parse_qs(path.partition("?")[2])
    text = next(iter(values.get(archive.query, ())), "")
    cached = _CACHE.match(text)
    original = _read_target(cached["target"] if cached else text, may_be_bare=True)
    if not original:
        return None
    date = re.sub(r"\D", "", next(iter(values.get("date", ())), ""))
    return ArchivedUrl(original, read_partial(date) or _read_webcite(path, archive), archive.name)


def _read_identifier(path: str, archive: Archive) -> ArchivedUrl | None:
    bare = re.split(r"[?#]", path)[0].rstrip("/")
    if not archive.identifier or not re.fullmatch(archive.identifier, bare):
        return None
    return ArchivedUrl(None, _read_webcite(path, archive), archive.name)


def _read_webcite(path: str, archive: Archive) -> datetime | None:
    """WebCite's identifiers are the microseconds since 1970, to the base of 62."""
    match = _WEBCITE.match(path)
    if archive.name != "webcite" or not match:
        return None
    number = 0
    for letter in match["id"]:
        number = number * 62 + _BASE62.index(letter)
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=number)
    return moment.replace(microsecond=0)
