"""Saved pages, asked for again some time later.

The archive need not give at once what it says it has: until a capture is indexed its address leads to an
older one, or to nothing (shared/specs/audit.md, 3.5). So nothing here says that a page was not saved.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from attrs import evolve

from footnotes.audit.ask.answers import Answer, Fetch, FetchError
from footnotes.audit.rescue.timestamps import read_http_date
from footnotes.audit.save.pace import Clock
from footnotes.audit.save.saved_pages import SavedPage, SaveState, Verification

LAGS = (10.0, 60.0)
"""Seconds before each time that the archive is asked."""

_STAMP = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")
_GIVEN, _REDIRECTED, _MISSING = range(200, 300), range(300, 400), {404, 410}


def verify_saved(
    pages: Iterable[SavedPage],
    fetch: Fetch,
    *,
    lags: Sequence[float] = LAGS,
    clock: Clock | None = None,
) -> tuple[SavedPage, ...]:
    """The pages in their order; those that are SAVED with a verification.

    Each capture is asked for after the first of `lags`, and those not found after each of the others.
    """
    clock = clock or Clock()
    known = list(pages)
    for lag in lags:
        open_ones = [at for at, page in enumerate(known) if _is_open(page)]
        if open_ones:
            clock.sleep(lag)
        for at in open_ones:
            known[at] = evolve(known[at], verification=_ask(known[at], fetch))
    return tuple(known)


def _is_open(page: SavedPage) -> bool:
    is_saved = page.state is SaveState.SAVED and page.memento is not None
    return is_saved and page.verification is not Verification.FOUND


def _ask(page: SavedPage, fetch: Fetch) -> Verification:
    if page.memento is None:
        return Verification.UNKNOWN
    try:
        # The raw capture: in the view for people an archived redirect is a page like any other.
        answer = fetch(_STAMP.sub(r"/\1id_/", page.memento.uri, count=1))
    except FetchError:
        return Verification.UNKNOWN
    return judge_replay(answer, page.memento.captured)


def judge_replay(answer: Answer, captured: datetime) -> Verification:
    """Whether `answer` is the capture of that second.

    Only Memento-Datetime makes it one (RFC 7089, 2.1.1): without it a 200 is a page of the archive's own.
    """
    stamp = read_http_date(answer.headers.get("memento-datetime"))
    if stamp is not None:
        is_it = stamp == captured and answer.code in _GIVEN
        return Verification.FOUND if is_it else Verification.NOT_YET
    if answer.code in _REDIRECTED or answer.code in _MISSING:
        return Verification.NOT_YET
    return Verification.UNKNOWN
