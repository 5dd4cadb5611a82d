"""Findings as JSON: what `footnotes check --format json` prints, and docs/check.schema.json describes."""

from collections.abc import Sequence
from typing import Any

from footnotes.check.finding import Finding, Fix
from footnotes.check.lines import Lines
from footnotes.check.report import Report
from footnotes.model import Span

FORMAT = "footnotes-findings"
VERSION = 1


def report_to_json(reports: Sequence[Report]) -> dict[str, Any]:
    """The findings of each paper as an object of JSON values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "papers": [
            {
                "source": report.document.source,
                "findings": [_finding_to_json(finding, report.lines) for finding in report.findings],
            }
            for report in reports
        ],
    }


def _finding_to_json(finding: Finding, lines: Lines) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "note": finding.note,
        "label": finding.label,
        **_place_to_json(finding.span, lines),
        "fix": None if finding.fix is None else _fix_to_json(finding.fix),
        "related": [{"message": one.message, **_place_to_json(one.span, lines)} for one in finding.related],
    }


def _fix_to_json(fix: Fix) -> dict[str, Any]:
    edits = [{"span": [edit.span.start, edit.span.end], "text": edit.text} for edit in fix.edits]
    return {"sentence": fix.sentence, "edits": edits}


def _place_to_json(span: Span, lines: Lines) -> dict[str, Any]:
    place = lines.locate(span.start)
    return {"span": [span.start, span.end], "line": place.line, "column": place.column}
