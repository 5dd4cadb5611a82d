"""The archived copies of a cited page: those nearest to the day the author saw it, and the one to use."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from footnotes.audit.ask.answers import Fetch
from footnotes.audit.inspect.sketches import compare_sketches
from footnotes.audit.rescue.archive_answers import ArchiveSilenceError
from footnotes.audit.rescue.archives import Archive
from footnotes.audit.rescue.cdx import ask_cdx
from footnotes.audit.rescue.health import ArchiveHealth
from footnotes.audit.rescue.targets import (
    Target,
    choose_target,
    measure_days,
    sort_by_distance,
    split_sides,
)
from footnotes.audit.rescue.timegate import ask_timegate
from footnotes.audit.rescue.timemaps import ask_timemap
from footnotes.audit.rescue.viewing import Judge, View, Viewing
from footnotes.model import Archived, ArchivedState, CitedLink, DateSource, Memento, RejectedCopy, Rescue
from footnotes.text.url_parts import WEB_SCHEMES, split_url

__all__ = ["ArchiveHealth", "find_copies", "list_captures"]

_ARCHIVED_SCHEMES = WEB_SCHEMES | {"ftp"}

_TOLD = 8
"""How many rejected copies are told of, the nearest first."""


def find_copies(  # noqa: PLR0913, PLR0917 - what it depends on is passed in, to be shared by threads
    link: CitedLink,
    fetch: Fetch,
    archives: Sequence[Archive],
    judge: Judge,
    now: datetime,
    live: tuple[int, ...] = (),
    *,
    health: ArchiveHealth | None = None,
) -> Archived:
    """What `archives` hold of `link`, measured against the day it was accessed, else published, else `now`.

    The rescue is the nearest copy that shows the work: `judge` looks at each, four at the most. Archived
    errors, redirects elsewhere and pages without the work are rejected. It is representative if the copies
    on both sides of the date are the same, by digest or by their text (Jones et al. 2016). `live` is the
    sketch of the page as it is now. Archives that do not answer are named, and skipped while `health` lets
    them sleep.
    """
    asked = [archive for archive in archives if archive.is_asked]
    target = choose_target(link, now)
    if not asked or not _is_page(link.url):
        return Archived(ArchivedState.NOT_ASKED, measured_from=target.source)
    viewing = Viewing(link, asked, fetch, judge, health or ArchiveHealth())
    surveys = [partial(list_captures, link.url, target, archive, fetch) for archive in asked]
    told = [viewing.ask(archive, survey) for archive, survey in zip(asked, surveys, strict=True)]
    mementos = sort_by_distance([one for several in told for one in several or ()], link.url, target)
    if not mementos:
        state = ArchivedState.UNREACHABLE if viewing.silent else ArchivedState.NONE
        return Archived(state, measured_from=target.source, unreachable=tuple(viewing.silent))
    return _choose_copies(mementos, target, viewing, live)


def _is_page(url: str) -> bool:
    """Whether `url` is one that archives may hold, and may be told: it has no password in it."""
    parts = split_url(url)
    return parts.scheme in _ARCHIVED_SCHEMES and "@" not in parts.netloc


def list_captures(url: str, target: Target, archive: Archive, fetch: Fetch) -> tuple[Memento, ...]:
    """The captures of `url` around the date: from the index, or else from TimeGate and TimeMap.

    Raises ArchiveSilenceError.
    """
    if archive.cdx:
        return ask_cdx(url, target.start, target.end, archive, fetch)
    negotiation = ask_timegate(url, target.middle, archive, fetch)
    if not negotiation.mementos or negotiation.is_whole or not negotiation.timemap:
        return negotiation.mementos
    try:
        rest = ask_timemap(url, target.middle, archive, fetch, negotiation.timemap)
    except ArchiveSilenceError:
        return negotiation.mementos  # One copy is known already: that is worth more than silence.
    return (*negotiation.mementos, *rest)


def _choose_copies(
    mementos: Sequence[Memento], target: Target, viewing: Viewing, live: tuple[int, ...]
) -> Archived:
    view = viewing.find_rescue(mementos)
    sides = split_sides(mementos, target)
    if view:
        (before, is_before), (after, is_after) = (viewing.compare_side(view, side) for side in sides)
        rescue = _make_rescue(view, target, _join(before, after, is_before, is_after))
    else:
        before, after = (_find_unrejected(side, viewing) for side in sides)
        rescue = None
    return Archived(
        state=ArchivedState.FOUND,
        rescue=rescue,
        before=before,
        after=after,
        measured_from=target.source,
        similarity=compare_sketches(live, view.sketch) if view else None,
        rejected=_list_rejected(mementos, viewing),
        unreachable=tuple(viewing.silent),
    )


def _make_rescue(view: View, target: Target, representative: bool | None) -> Rescue:  # noqa: FBT001 - of three values
    days = measure_days(view.memento.captured, target)
    stands = representative if target.source is not DateSource.NONE else None
    return Rescue(view.memento, days, stands)


def _join(
    before: Memento | None,
    after: Memento | None,
    is_before: bool | None,  # noqa: FBT001 - of three values
    is_after: bool | None,  # noqa: FBT001 - of three values
) -> bool | None:
    """Whether both sides are the same as the rescue; None without a copy on each, or if one is unknown."""
    if not before or not after:
        return None
    if is_before is False or is_after is False:
        return False
    return True if is_before and is_after else None


def _find_unrejected(side: Sequence[Memento], viewing: Viewing) -> Memento | None:
    return next((one for one in side if one.uri not in viewing.rejected), None)


def _list_rejected(mementos: Sequence[Memento], viewing: Viewing) -> tuple[RejectedCopy, ...]:
    rejected = (viewing.rejected[one.uri] for one in mementos if one.uri in viewing.rejected)
    return tuple(rejected)[:_TOLD]
