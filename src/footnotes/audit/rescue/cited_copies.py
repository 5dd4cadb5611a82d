"""Archived copies that papers cite themselves: what they are copies of, and whether they still show it."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from attrs import evolve, frozen

from footnotes.audit.ask.answers import Answer, Fetch
from footnotes.audit.rescue.archive_answers import ArchiveSilenceError, ask_archive, is_memento
from footnotes.audit.rescue.archived_urls import ArchivedUrl, unwrap_url
from footnotes.audit.rescue.archives import Archive, load_archives
from footnotes.audit.rescue.link_format import find_links, parse_links
from footnotes.audit.rescue.replay import decode_body, make_raw
from footnotes.audit.rescue.targets import choose_target, measure_days
from footnotes.audit.rescue.timegate import make_memento
from footnotes.audit.rescue.timestamps import read_http_date, read_iso_date
from footnotes.audit.rescue.viewing import Judge
from footnotes.model import Archived, ArchivedState, CitedLink, LinkCheck, LinkStatus, Memento, Rescue
from footnotes.text.url_parts import split_url

_HOPS = 6
_ERRORS = 400
_OK = 200


@frozen
class CopyCheck:
    """One look at a copy that a paper cites.

    `replays` says whether the archive still shows it, None if that cannot be told. `memento` is the copy
    reached, `answer` what was captured, for a judgement of its words, and `check` the look as a row of the
    audit: its code is the captured one where the copy replays, else the archive's own.
    """

    replays: bool | None
    check: LinkCheck
    memento: Memento | None = None
    answer: Answer | None = None


def check_copy(uri: str, fetch: Fetch, archives: Sequence[Archive], now: datetime) -> CopyCheck:
    """Whether the copy at `uri` still replays: whether the answer says when it was captured.

    An archive that fails, and a page of one that does not speak Memento, cannot be told of.
    """
    archive = _find_archive(uri, archives)
    if archive is None:
        detail = "it is not the address of a copy in an archive that we know"
        return CopyCheck(None, LinkCheck(uri, LinkStatus.UNSUPPORTED, now, detail=detail))
    try:
        return _judge_copy(uri, _reach_copy(uri, archive, fetch), archive, now)
    except ArchiveSilenceError as silence:
        status = silence.status or LinkStatus.HTTP_ERROR
        return CopyCheck(None, LinkCheck(uri, status, now, code=silence.code, detail=str(silence)))


def offer_copy(
    archived: Archived, copy: CopyCheck, link: CitedLink, judge: Judge, now: datetime
) -> Archived:
    """`archived` with the copy that the paper cites as the rescue, if it has no other and this one will do.

    The author chose it: where the archives tell of nothing nearer, it is what the author saw.
    """
    if archived.rescue or not copy.replays or copy.memento is None or copy.answer is None:
        return archived
    if judge(copy.answer, link).reason is not None:
        return archived
    days = measure_days(copy.memento.captured, choose_target(link, now))
    return evolve(archived, state=ArchivedState.FOUND, rescue=Rescue(copy.memento, days))


def _find_archive(uri: str, archives: Sequence[Archive]) -> Archive | None:
    unwrapped = unwrap_url(uri, archives)
    known = (*archives, *load_archives())
    return next((one for one in known if unwrapped and one.name == unwrapped.archive), None)


def _reach_copy(uri: str, archive: Archive, fetch: Fetch) -> Answer:
    """The captured answer, or the last one of the archive; redirects of the past are not followed."""
    address = make_raw(uri, archive) or uri
    for _ in range(_HOPS):
        answer = ask_archive(address, fetch)
        if is_memento(answer) or not answer.location:
            return answer
        address = make_raw(answer.location, archive) or answer.location
    raise ArchiveSilenceError("the archive redirects without end")


def _judge_copy(uri: str, answer: Answer, archive: Archive, now: datetime) -> CopyCheck:
    check = LinkCheck(
        uri,
        LinkStatus.OK if answer.code < _ERRORS else LinkStatus.HTTP_ERROR,
        now,
        code=answer.code,
        final_url=answer.url,
        seconds=answer.seconds,
        media_type=answer.media_type or None,
    )
    moment = read_http_date(answer.headers.get("memento-datetime"))
    if not moment:
        return _judge_other(answer, archive, check)
    body = decode_body(answer)
    original = _find_named(answer) or uri
    memento = make_memento(answer.url, moment, archive, original, answer.code)
    digest = f"sha256:{hashlib.sha256(body).hexdigest()}"
    return CopyCheck(
        replays=True,
        check=evolve(check, digest=digest),
        memento=memento,
        answer=evolve(answer, url=memento.original, body=body),
    )


def _judge_other(answer: Answer, archive: Archive, check: LinkCheck) -> CopyCheck:
    """An answer of the archive's own: it has no such copy, or it is one that never says so."""
    if answer.code in {404, 410}:
        return CopyCheck(replays=False, check=evolve(check, detail="the archive does not have it"))
    if answer.code == _OK and archive.raw:
        detail = "the archive shows a page of its own in its place"
        return CopyCheck(replays=False, check=evolve(check, status=LinkStatus.HTTP_ERROR, detail=detail))
    return CopyCheck(replays=None, check=evolve(check, detail="the archive does not say what it shows"))


def find_original(uri: str, fetch: Fetch, archives: Sequence[Archive] = ()) -> ArchivedUrl | None:
    """What the copy at `uri` is of: as its address says, else as the archive says.

    Short addresses (perma.cc/ABCD-1234, archive.today/AbCdE) do not name the page. The archive does, in the
    JSON of its API or in the Link header of the copy (rel="original"). Where it does not answer, `original`
    stays None; None is given for what is no archive's address.
    """
    unwrapped, archive = unwrap_url(uri, archives), _find_archive(uri, archives)
    if not unwrapped or not archive or unwrapped.original:
        return unwrapped
    try:
        if archive.api:
            identifier = split_url(uri if "//" in uri else f"//{uri}").path.strip("/").split("/")[0]
            return _read_record(ask_archive(f"{archive.api}{identifier}/", fetch), unwrapped)
        answer = ask_archive(uri if "//" in uri else f"https://{uri}", fetch)
    except ArchiveSilenceError:
        return unwrapped
    moment = read_http_date(answer.headers.get("memento-datetime"))
    return evolve(unwrapped, original=_find_named(answer), captured=moment or unwrapped.captured)


def _find_named(answer: Answer) -> str | None:
    links = find_links(parse_links(answer.headers.get("link", "")), "original")
    return next((link.target for link in links), None)


def _read_record(answer: Answer, unwrapped: ArchivedUrl) -> ArchivedUrl:
    """Perma's record of a copy: `url` and `creation_timestamp`."""
    try:
        record: Any = json.loads(answer.body)
    except (ValueError, RecursionError):
        return unwrapped
    if answer.code != _OK or not isinstance(record, dict) or not isinstance(record.get("url"), str):
        return unwrapped
    created = record.get("creation_timestamp")
    captured = read_iso_date(created) if isinstance(created, str) else None
    return evolve(unwrapped, original=record["url"], captured=captured or unwrapped.captured)
