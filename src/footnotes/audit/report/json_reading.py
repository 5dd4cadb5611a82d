"""The findings of an audit, read from what `report.json` wrote: as much of them as is acted upon."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from footnotes.audit.report.json import FORMAT, VERSION
from footnotes.errors import InputError
from footnotes.model import (
    Archived,
    ArchivedState,
    CitedBy,
    CitedLink,
    LinkCheck,
    LinkFinding,
    LinkStatus,
    Memento,
    Rescue,
    Verdict,
)


def parse_findings(text: str) -> tuple[LinkFinding, ...]:
    """The findings in their order: URL, citations, verdict, where the page was reached, and the rescue.

    Chains, titles, dates of citation and rejected copies are not read. Raises InputError where the text
    is no such JSON, or of a version that is not known here.
    """
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"it is not JSON ({error})") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise InputError("it is JSON, but not that of an audit (footnotes audit --format json)")
    if told.get("version") != VERSION:
        raise InputError(f"it is of version {told.get('version')}, and only {VERSION} is known here")
    try:
        return tuple(_read_finding(one) for one in told["findings"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"a finding is not built as it should be ({error!r})") from error


def _read_finding(told: Mapping[str, Any]) -> LinkFinding:
    copy = told.get("cited_copy")
    link = CitedLink(
        url=told["url"],
        cited_by=tuple(CitedBy(**one) for one in told["cited_by"]),
        cited_copy=copy["uri"] if copy else None,
    )
    return LinkFinding(
        link=link,
        verdict=Verdict(told["verdict"]),
        confidence=told["confidence"],
        reason=told["reason"],
        archived=_read_archived(told["archived"], link.url),
        look=_read_look(told["look"], link.url) if told.get("look") else None,
    )


def _read_look(told: Mapping[str, Any], url: str) -> LinkCheck:
    return LinkCheck(
        url=url,
        status=LinkStatus(told["status"]),
        checked=_read_time(told["checked"]),
        code=told.get("code"),
        final_url=told.get("final_url"),
    )


def _read_archived(told: Mapping[str, Any], url: str) -> Archived:
    rescue = told.get("rescue")
    return Archived(ArchivedState(told["state"]), rescue=_read_rescue(rescue, url) if rescue else None)


def _read_rescue(told: Mapping[str, Any], url: str) -> Rescue:
    memento = Memento(
        original=told.get("original") or url,
        uri=told["uri"],
        captured=_read_time(told["captured"]),
        archive=told["archive"],
    )
    return Rescue(memento, told.get("days_from_access"), told.get("representative"))


def _read_time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
