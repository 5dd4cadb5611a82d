"""Looking at a copy as it was captured, and at the one it leads to."""

import re
import zlib
from datetime import datetime, timedelta

from attrs import evolve, frozen

from footnotes.audit.ask.answers import Answer, Fetch
from footnotes.audit.rescue.archive_answers import ask_archive, is_memento
from footnotes.audit.rescue.archived_urls import unwrap_url
from footnotes.audit.rescue.archives import Archive
from footnotes.audit.rescue.link_format import find_links, join_target, parse_links
from footnotes.audit.rescue.timestamps import read_http_date, write_timestamp
from footnotes.model import Memento

_HOPS = 6
_DAY = timedelta(days=1)
"""How far the copy given may be from the one asked for."""
_LARGEST = 5_000_000
"""Bytes of a body that is decompressed here."""
_GZIP = b"\x1f\x8b"
_STAMP = re.compile(r"/(\d{14})(?:[a-z]{2,5}_)?/")


class ReplayError(Exception):
    """The archive lists the copy and does not show it; the message says in a few words why."""


@frozen
class Replay:
    """A copy as it was captured.

    `memento` is the one that was reached, `answer` its body, decoded, under the address captured. `way`
    lists the originals from the first to the last, so that more than one is a historical redirect.
    """

    memento: Memento
    answer: Answer
    way: tuple[str, ...]


def make_raw(uri: str, archive: Archive) -> str | None:
    """The address that gives the copy at `uri` as it was captured, or None if the archive has none."""
    if not archive.raw or not _STAMP.search(uri):
        return None
    return _STAMP.sub(lambda match: f"/{match[1]}{archive.raw}/", uri, count=1)


def replay_memento(
    memento: Memento, archive: Archive, fetch: Fetch, *, tolerance: timedelta = _DAY
) -> Replay:
    """What the copy `memento` shows, historical redirects followed.

    Raises ReplayError where the archive shows none, or one farther in time than `tolerance`: it leads to
    another month without a word. Raises ArchiveSilenceError where it fails.
    """
    address = make_raw(memento.uri, archive)
    if not address:
        raise ReplayError("the archive does not give it as it was captured")
    seen, way = set[str](), [memento.original]
    while address not in seen and len(seen) < _HOPS:
        seen.add(address)
        answer = ask_archive(address, fetch)
        if not is_memento(answer) and not answer.location:
            raise ReplayError(f"the archive does not show it (it answers {answer.code})")
        if not answer.location:
            return _finish(memento, answer, archive, way, tolerance)
        address = _follow(answer, archive, way, memento.captured)
    raise ReplayError("the archived answers lead in a circle")


def _follow(answer: Answer, archive: Archive, way: list[str], wanted: datetime) -> str:
    """The address of the next copy; a historical redirect adds its target to `way`.

    The archive may give the target as its own address, or as it was captured (pywb).
    """
    target = join_target(answer.url, answer.headers.get("location", ""))
    unwrapped = unwrap_url(target, (archive,))
    if unwrapped and unwrapped.original and unwrapped.archive == archive.name:
        original, address = unwrapped.original, make_raw(target, archive) or target
    elif is_memento(answer):
        original = join_target(way[-1], answer.headers.get("location", ""))
        address = f"{archive.replay}{write_timestamp(wanted)}{archive.raw}/{original}"
    else:
        raise ReplayError("the archive leads away from it")
    if is_memento(answer):
        way.append(original)
    return address


def _finish(
    wanted: Memento, answer: Answer, archive: Archive, way: list[str], tolerance: timedelta
) -> Replay:
    captured = read_http_date(answer.headers.get("memento-datetime"))
    if captured is None or abs(captured - wanted.captured) > tolerance:
        day = f" of {captured:%Y-%m-%d}" if captured else ""
        raise ReplayError(f"the archive shows another copy in its place{day}")
    links = parse_links(answer.headers.get("link", ""))
    original = next((link.target for link in find_links(links, "original")), way[-1])
    uri, digest = wanted.uri, wanted.digest
    if captured != wanted.captured or len(way) > 1:
        uri, digest = f"{archive.replay}{write_timestamp(captured)}/{original}", None
    reached = evolve(wanted, original=original, uri=uri, captured=captured, digest=digest, code=answer.code)
    return Replay(reached, evolve(answer, url=original, body=decode_body(answer)), tuple(way))


def decode_body(answer: Answer) -> bytes:
    """The body of an archived answer, unpacked where it is packed still.

    The Wayback Machine may state two encodings, the first of them empty, so that nothing unpacks the body.
    """
    packed = answer.body.startswith(_GZIP) and "gzip" not in answer.media_type
    return unpack(answer.body) if packed else answer.body


def unpack(body: bytes) -> bytes:
    """The first bytes of what gzip packed; the body as it is if it was not packed after all."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, _LARGEST)
    except zlib.error:
        return body
