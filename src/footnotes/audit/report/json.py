"""An audit as JSON: what `footnotes audit --format json` prints, and docs/audit.schema.json describes."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from footnotes.formats import format_edtf
from footnotes.model import Archived, Audit, CitedBy, Date, LinkCheck, LinkFinding, Memento, Rescue, Sign

FORMAT = "footnotes-audit"
VERSION = 1

_HALVES = re.compile("[\ud800-\udfff]")


def write_json(audit: Audit) -> str:
    """The audit as indented JSON with a line end behind it."""
    text = json.dumps(audit_to_json(audit), ensure_ascii=False, indent=2)
    # A half of a surrogate pair, as a broken script writes it into a title, cannot be written in UTF-8.
    return _HALVES.sub(lambda half: f"\\u{ord(half.group()):04x}", text) + "\n"


def audit_to_json(audit: Audit) -> dict[str, Any]:
    """The audit as an object of JSON values; dates are EDTF, times ISO 8601 in UTC."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "started": _spell_time(audit.started),
        "source": audit.source,
        "archives": [{"name": one.name, "state": one.state.value} for one in audit.archives],
        "findings": [_finding_to_json(finding) for finding in audit.findings],
        "counts": {verdict.value: number for verdict, number in audit.count_verdicts().items()},
    }


def _finding_to_json(finding: LinkFinding) -> dict[str, Any]:
    link, look = finding.link, finding.look
    return {
        "url": link.url,
        "cited_by": [_citation_to_json(one) for one in link.cited_by],
        "titles": [*link.titles],
        "published": _spell_date(link.published),
        "accessed": _spell_date(link.accessed),
        "verdict": finding.verdict.value,
        "confidence": round(finding.confidence, 4),
        "reason": finding.reason,
        "fragment_found": look.fragment_found if look else None,
        "look": look and _look_to_json(look),
        "archived": _archived_to_json(finding.archived),
        "cited_copy": _cited_copy_to_json(finding),
    }


def _citation_to_json(cited: CitedBy) -> dict[str, Any]:
    return {"reference": cited.reference, "note": cited.note, "cite": cited.cite}


def _look_to_json(look: LinkCheck) -> dict[str, Any]:
    return {
        "status": look.status.value,
        "code": look.code,
        "final_url": look.final_url,
        "chain": [[hop.cause, hop.url] for hop in look.chain],
        "seconds": round(look.seconds, 3),
        "digest": look.digest,
        "title": look.title,
        "media_type": look.media_type,
        "signs": [sign.value for sign in Sign if sign in look.signs],
        "detail": look.detail,
        "checked": _spell_time(look.checked),
    }


def _cited_copy_to_json(finding: LinkFinding) -> dict[str, Any] | None:
    if finding.link.cited_copy is None:
        return None
    look = finding.cited_copy
    return {"uri": finding.link.cited_copy, "look": look and _look_to_json(look)}


def _archived_to_json(archived: Archived) -> dict[str, Any]:
    return {
        "state": archived.state.value,
        "measured_from": archived.measured_from.value,
        "rescue": archived.rescue and _rescue_to_json(archived.rescue),
        "before": archived.before and _memento_to_json(archived.before),
        "after": archived.after and _memento_to_json(archived.after),
        "similarity": None if archived.similarity is None else round(archived.similarity, 4),
        "rejected": [{**_memento_to_json(one.memento), "reason": one.reason} for one in archived.rejected],
        "unreachable": [*archived.unreachable],
    }


def _rescue_to_json(rescue: Rescue) -> dict[str, Any]:
    return {
        **_memento_to_json(rescue.memento),
        "days_from_access": rescue.days_from_access,
        "representative": rescue.representative,
    }


def _memento_to_json(memento: Memento) -> dict[str, Any]:
    return {
        "uri": memento.uri,
        "captured": _spell_time(memento.captured),
        "archive": memento.archive,
        "original": memento.original,
        "digest": memento.digest,
        "code": memento.code,
    }


def _spell_date(date: Date | None) -> str | None:
    if date is None:
        return None
    # BibLaTeX ends an open range in a slash; in EDTF that is an end nobody knows (ISO 8601-2, 4.4).
    return format_edtf(date) + (".." if date.open_ended else "")


def _spell_time(moment: datetime) -> str:
    zoned = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return f"{zoned.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
