"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text."""

from collections.abc import Sequence
from typing import Any

from footnotes.check.finding import Edit, Finding
from footnotes.check.lines import Lines
from footnotes.check.report import Report
from footnotes.check.rules import RULES, Rule
from footnotes.formats import SARIF_SCHEMA, locate_artifact
from footnotes.model import Severity, Span

_LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}


def report_to_sarif(reports: Sequence[Report], version: str, *, is_complete: bool = True) -> dict[str, Any]:
    """A log with one run, whose results are the findings of all `reports`.

    `version` is that of the program; `is_complete` says that every paper could be read. Edits to the letter
    are fixes; a fix that is only a sentence stands behind the message.
    """
    numbers = {rule.code: number for number, rule in enumerate(RULES)}
    run = {
        "tool": {
            "driver": {
                "name": "footnotes",
                "version": version,
                "semanticVersion": version,
                "rules": [_describe_rule(rule) for rule in RULES],
            }
        },
        "invocations": [{"executionSuccessful": is_complete}],
        "artifacts": [
            {"location": locate_artifact(one.document.source), "roles": ["analysisTarget"]}
            for one in reports
        ],
        "columnKind": "unicodeCodePoints",
        "results": [
            _make_result(finding, _Artifact(number, report), numbers[finding.code])
            for number, report in enumerate(reports)
            for finding in report.findings
        ],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


class _Artifact:
    """A paper as the results refer to it: by its location, its number in the list, and its lines."""

    def __init__(self, number: int, report: Report) -> None:
        self.location = {**locate_artifact(report.document.source), "index": number}
        self.lines: Lines = report.lines

    def place(self, span: Span) -> dict[str, Any]:
        """The physical location of a span."""
        return {"artifactLocation": self.location, "region": self.mark(span)}

    def mark(self, span: Span) -> dict[str, int]:
        """The region of a span; its end column is that behind the last character."""
        start, end = self.lines.locate_span(span)
        return {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }


def _describe_rule(rule: Rule) -> dict[str, Any]:
    page = f"docs/checks/{rule.code}.md"
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {
            "text": f"{rule.summary} Authority: {rule.authority}. More in {page}.",
            "markdown": f"**{rule.summary}**\n\nAuthority: {rule.authority}.\n\nMore in `{page}`.",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _make_result(finding: Finding, paper: _Artifact, number: int) -> dict[str, Any]:
    sentence = f" {finding.fix.sentence}" if finding.fix else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + sentence},
        "locations": [{"physicalLocation": paper.place(finding.span)}],
    }
    if finding.label is not None:
        result["locations"][0]["logicalLocations"] = [{"name": f"note {finding.label}"}]
    if finding.related:
        result["relatedLocations"] = [
            {"id": place, "physicalLocation": paper.place(one.span), "message": {"text": one.message}}
            for place, one in enumerate(finding.related, start=1)
        ]
    if finding.fix and finding.fix.edits:
        change = {
            "artifactLocation": paper.location,
            "replacements": [_make_replacement(edit, paper) for edit in finding.fix.edits],
        }
        result["fixes"] = [
            {"description": {"text": finding.fix.sentence}, "artifactChanges": [change]},
        ]
    return result


def _make_replacement(edit: Edit, paper: _Artifact) -> dict[str, Any]:
    return {"deletedRegion": paper.mark(edit.span), "insertedContent": {"text": edit.text}}
