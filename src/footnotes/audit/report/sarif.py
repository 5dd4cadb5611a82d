"""An audit as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the paper."""

import hashlib
import json
from typing import Any

from footnotes.audit.report.safe_text import fold_text
from footnotes.audit.report.verdict_words import VERDICTS, Outcome
from footnotes.audit.report.wording import name_citation, tell_copy
from footnotes.formats import SARIF_SCHEMA, locate_artifact
from footnotes.model import Audit, CitedBy, LinkFinding, Verdict

_QUIET = {Verdict.LIVE, *(one for one in Verdict if VERDICTS[one].outcome is Outcome.SKIPPED)}
"""The verdicts of which there is nothing to show."""

_LEVELS: dict[Verdict, str] = {
    Verdict.DEAD: "error",
    Verdict.SOFT_DEAD: "error",
    Verdict.USURPED: "error",
    Verdict.DRIFTED: "warning",
    Verdict.FAILING: "warning",
}
"""What is not named here is a note: it may be right as it stands."""

# Brackets make links in a message, and braces stand for arguments (SARIF 3.11.5, 3.11.6).
_MESSAGE = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})


def write_sarif(audit: Audit, version: str) -> str:
    """The log as indented JSON with a line end behind it."""
    return json.dumps(audit_to_sarif(audit, version), ensure_ascii=False, indent=2) + "\n"


def audit_to_sarif(audit: Audit, version: str) -> dict[str, Any]:
    """A log with one run: a rule for each verdict, and a result for each URL that is not simply there.

    `version` is that of the program.
    """
    location = _locate_source(audit.source)
    run = {
        "tool": {
            "driver": {
                "name": "footnotes audit",
                "version": version,
                "rules": [_describe_rule(verdict) for verdict in Verdict],
            }
        },
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [{"location": location, "roles": ["analysisTarget"]}],
        "results": [
            _make_result(finding, {**location, "index": 0})
            for finding in audit.findings
            if finding.verdict not in _QUIET
        ],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _describe_rule(verdict: Verdict) -> dict[str, Any]:
    words, page = VERDICTS[verdict], f"docs/verdicts/{verdict.value}.md"
    return {
        "id": verdict.value,
        "name": verdict.value.title().replace("-", ""),
        "shortDescription": {"text": words.summary},
        "help": {
            "text": f"{words.summary} {words.advice} More in {page}.",
            "markdown": f"**{words.summary}**\n\n{words.advice}\n\nMore in `{page}`.",
        },
        "defaultConfiguration": {"level": _LEVELS.get(verdict, "note")},
    }


def _make_result(finding: LinkFinding, location: dict[str, Any]) -> dict[str, Any]:
    link = finding.link
    copy = f"Copy to use: {tell_copy(finding)}."
    if finding.archived.rescue:
        copy += f" {fold_text(finding.archived.rescue.memento.uri)}"
    message = f"{fold_text(link.url)} is {finding.verdict.value}: {fold_text(finding.reason)} {copy}"
    return {
        "ruleId": finding.verdict.value,
        "ruleIndex": [*Verdict].index(finding.verdict),
        "level": _LEVELS.get(finding.verdict, "note"),
        "message": {"text": message.translate(_MESSAGE)},
        "locations": [_locate_citation(one, location) for one in link.cited_by or (CitedBy(),)],
        # Code hosts tell by it what they have shown before: the same page, whatever its place and reason.
        "partialFingerprints": {"citedUrl/v1": hashlib.sha256(_encode(link.url)).hexdigest()},
        "rank": round(finding.confidence * 100, 2),
    }


def _locate_citation(cited: CitedBy, location: dict[str, Any]) -> dict[str, Any]:
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": location}}
    if name := name_citation(cited):
        place["logicalLocations"] = [{"name": name}]
    return place


def _locate_source(source: str) -> dict[str, Any]:
    return locate_artifact(fold_text(source))


def _encode(url: str) -> bytes:
    return url.encode("utf-8", "surrogatepass")
