"""TimeMaps, the lists of all copies of a page: link-format (RFC 7089, 5) and the JSON that archives use."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urldefrag

from attrs import frozen

from footnotes.audit.ask.answers import Answer, Fetch
from footnotes.audit.rescue.archive_answers import ArchiveSilenceError, ask_archive, is_locked
from footnotes.audit.rescue.archives import Archive
from footnotes.audit.rescue.cdx import read_index
from footnotes.audit.rescue.link_format import Link, find_links, join_target, parse_links
from footnotes.audit.rescue.timegate import list_mementos, make_memento
from footnotes.audit.rescue.timestamps import read_http_date, read_iso_date
from footnotes.model import Memento

_PAGES = 6
"""How many pages of one TimeMap are asked for at the most: those around the date."""
_OK = 200
_NOT_FOUND = {404, 410}


@frozen
class TimeMapPage:
    """A further page of a TimeMap, and the times between which its copies lie, if it says."""

    uri: str
    begins: datetime | None = None
    ends: datetime | None = None


@frozen
class TimeMap:
    """The copies that one page of a TimeMap lists, and the other pages that it names."""

    mementos: tuple[Memento, ...] = ()
    pages: tuple[TimeMapPage, ...] = ()


def ask_timemap(
    url: str, moment: datetime, archive: Archive, fetch: Fetch, address: str | None = None
) -> tuple[Memento, ...]:
    """The copies of `url` that the TimeMap of `archive` lists, of one in pages those around `moment`.

    `address` is the TimeMap where the archive has named it. Raises ArchiveSilenceError.
    """
    start = address or f"{archive.timemap}{urldefrag(url).url}"
    asked, waiting, found = set[str](), [TimeMapPage(start)], list[Memento]()
    while waiting and len(asked) < _PAGES:
        page = min(waiting, key=lambda one: _measure_gap(one, moment))
        waiting.remove(page)
        asked.add(page.uri)
        timemap = read_timemap(ask_archive(page.uri, fetch), archive, url)
        found += timemap.mementos
        known = asked | {one.uri for one in waiting}
        waiting += [one for one in timemap.pages if one.uri not in known]
    return tuple(found)


def _measure_gap(page: TimeMapPage, moment: datetime) -> float:
    """Seconds between `moment` and the times of `page`; none where it does not say them."""
    early = (page.begins - moment).total_seconds() if page.begins else 0.0
    late = (moment - page.ends).total_seconds() if page.ends else 0.0
    return max(early, late, 0.0)


def read_timemap(answer: Answer, archive: Archive, url: str) -> TimeMap:
    """The page of a TimeMap that `answer` is; raises ArchiveSilenceError if it is none.

    Besides link-format there are three shapes of JSON: arrays of CDX fields, a line of JSON for each copy,
    and the object with `mementos` of MemGator and Perma.
    """
    if answer.code in _NOT_FOUND or is_locked(answer):
        return TimeMap()
    text = answer.body.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if answer.code != _OK:
        raise ArchiveSilenceError(f"its TimeMap answered {answer.code}", code=answer.code, is_failure=False)
    if not text or (text.startswith("<") and answer.media_type != "text/html"):
        return _read_link_format(parse_links(text), answer, archive, url)
    if text.startswith("{") and (whole := _load_object(text)) is not None:
        return TimeMap(tuple(_read_object(whole, archive, url)))
    if text.startswith(("{", "[")):
        return TimeMap(read_index(text, archive))
    raise ArchiveSilenceError("its TimeMap is none", is_failure=False)


def _read_link_format(links: tuple[Link, ...], answer: Answer, archive: Archive, url: str) -> TimeMap:
    original = next((link.target for link in find_links(links, "original")), url)
    pages = (
        TimeMapPage(
            join_target(answer.url, link.target),
            read_http_date(link.find_parameter("from")),
            read_http_date(link.find_parameter("until")),
        )
        for link in find_links(links, "timemap")
        if "self" not in link.relations
    )
    mementos = tuple(list_mementos(links, archive, original, answer.url))
    return TimeMap(mementos, tuple(page for page in pages if page.uri != answer.url))


def _load_object(text: str) -> dict[str, Any] | None:
    """The object that `text` is as a whole, if it lists mementos."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and isinstance(value.get("mementos"), dict) else None


def _read_object(value: dict[str, Any], archive: Archive, url: str) -> Iterator[Memento]:
    mementos = value["mementos"]
    original = value.get("original_uri")
    listed = mementos.get("list")
    entries: Sequence[Any] = [*(listed if isinstance(listed, list) else []), *mementos.values()]
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("datetime"), str):
            continue
        moment = read_iso_date(entry["datetime"]) or read_http_date(entry["datetime"])
        for uri in _list_uris(entry.get("uri")):
            if moment:
                yield make_memento(uri, moment, archive, original if isinstance(original, str) else url)


def _list_uris(value: str | Iterable[Any] | None) -> list[str]:
    """One address or several: the aggregator wrote arrays."""
    several = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return [uri for uri in several if isinstance(uri, str)]
