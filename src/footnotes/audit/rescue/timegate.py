"""Asking a TimeGate for the copy of a page that is nearest to a date (RFC 7089, 4)."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urldefrag

from attrs import frozen

from footnotes.audit.ask.answers import Answer, Fetch
from footnotes.audit.rescue.archive_answers import ArchiveSilenceError, ask_archive, is_locked, is_memento
from footnotes.audit.rescue.archived_urls import unwrap_url
from footnotes.audit.rescue.archives import Archive
from footnotes.audit.rescue.link_format import Link, find_links, join_target, parse_links
from footnotes.audit.rescue.timestamps import read_http_date, read_timestamp, write_http_date
from footnotes.model import Memento

_HOPS = 5
_NOT_FOUND = {404, 410}
_NO_HEAD = {405, 501}
_FULL_STAMP = 14


@frozen
class Negotiation:
    """What a TimeGate answered: the copies it named, the nearest first, and where their list is.

    `is_whole` says that there can be none nearer on either side than those named.
    """

    mementos: tuple[Memento, ...] = ()
    timemap: str | None = None
    is_whole: bool = False


def ask_timegate(url: str, moment: datetime, archive: Archive, fetch: Fetch) -> Negotiation:
    """The copies of `url` around `moment` that the TimeGate of `archive` names.

    The three patterns of RFC 7089, 4.1 and 4.2 are understood: a redirect (302, or pywb's 307) to the copy,
    the copy itself with Content-Location, and the copy at the TimeGate's own address; redirects to another
    TimeGate are followed. A 404 is an empty answer. Raises ArchiveSilenceError for all else.
    """
    address = f"{archive.timegate}{urldefrag(url).url}"
    headers = {"Accept-Datetime": write_http_date(moment)}
    for _ in range(_HOPS):
        answer = ask_archive(address, fetch, method="HEAD", headers=headers)
        if answer.code in _NO_HEAD and not is_memento(answer):
            answer = ask_archive(address, fetch, headers=headers)
        links = parse_links(answer.headers.get("link", ""))
        nearest = _read_nearest(answer, links, archive, url)
        if nearest:
            return _read_negotiation(nearest, links, answer, archive)
        if not answer.location:
            return _read_refusal(answer)
        address = answer.location
    raise ArchiveSilenceError("its TimeGate redirects without end")


def _read_refusal(answer: Answer) -> Negotiation:
    """No copy is an answer; anything that names none without saying so is silence."""
    if answer.code in _NOT_FOUND or is_locked(answer):
        return Negotiation(is_whole=True)
    raise ArchiveSilenceError(
        f"its TimeGate answered {answer.code} and named no copy", code=answer.code, is_failure=False
    )


def _read_nearest(answer: Answer, links: tuple[Link, ...], archive: Archive, url: str) -> Memento | None:
    original = next((link.target for link in find_links(links, "original")), url)
    moment = read_http_date(answer.headers.get("memento-datetime"))
    if moment:
        uri = join_target(answer.url, answer.headers.get("content-location", answer.url))
        code = None if answer.location else answer.code
        return make_memento(uri, moment, archive, original, code)
    if not answer.location:
        return None
    named = (
        link
        for link in find_links(links, "memento")
        if join_target(answer.url, link.target) == answer.location
    )
    stated = next((link.moment for link in named if link.moment), None)
    moment = stated or _read_moment(answer.location, archive)
    return make_memento(answer.location, moment, archive, original) if moment else None


def _read_moment(uri: str, archive: Archive) -> datetime | None:
    """The time in the address of a copy; only a full one is its own, others are wishes."""
    unwrapped = unwrap_url(uri, (archive,))
    if not unwrapped or not unwrapped.captured:
        return None
    digits = f"{unwrapped.captured:%Y%m%d%H%M%S}".rjust(_FULL_STAMP, "0")
    return read_timestamp(digits) if f"/{digits}" in uri else None


def _read_negotiation(
    nearest: Memento, links: tuple[Link, ...], answer: Answer, archive: Archive
) -> Negotiation:
    others = tuple(list_mementos(links, archive, nearest.original, answer.url))
    timemap = next((join_target(answer.url, link.target) for link in find_links(links, "timemap")), None)
    sides = (("prev", "first"), ("next", "last"))
    is_whole = all(_has_side(links, nearest.captured, *side) for side in sides)
    return Negotiation((nearest, *others), timemap or archive.timemap, is_whole)


def _has_side(links: tuple[Link, ...], nearest: datetime, neighbour: str, end: str) -> bool:
    """Whether the copy next to the nearest is named, or the nearest is itself the last on that side."""
    at_end = any(link.moment == nearest for link in find_links(links, end))
    return at_end or bool(find_links(links, neighbour))


def list_mementos(links: tuple[Link, ...], archive: Archive, original: str, base: str) -> Iterator[Memento]:
    """The copies that `links` name with their times, those of Link headers and TimeMaps alike.

    Some archives leave `memento` out beside `first`, `last`, `prev` and `next`; `base` makes addresses
    absolute.
    """
    relations = {"memento", "first", "last", "prev", "next"}
    for link in links:
        if link.moment and relations & {*link.relations}:
            yield make_memento(join_target(base, link.target), link.moment, archive, original)


def make_memento(
    uri: str, captured: datetime, archive: Archive, original: str, code: int | None = None
) -> Memento:
    """A copy at `uri`; its address tells the original more exactly than the one asked for, if it does."""
    unwrapped = unwrap_url(uri, (archive,))
    exact = unwrapped.original if unwrapped and unwrapped.original else original
    return Memento(exact, uri, captured, archive.name, code=code)
