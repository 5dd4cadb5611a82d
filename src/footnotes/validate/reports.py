"""Findings of libraries for other programs: JSON, and SARIF 2.1.0 (OASIS)."""

from collections.abc import Sequence
from typing import Any

from footnotes.formats import SARIF_SCHEMA, locate_artifact
from footnotes.model import Severity, Span
from footnotes.text.line_table import LineTable
from footnotes.validate.finding import Finding, Validation
from footnotes.validate.rules import RULES

FORMAT, VERSION = "footnotes-validation", 1
_LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}


def validations_to_json(validations: Sequence[Validation]) -> dict[str, Any]:
    """The findings of each library as an object of JSON values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "libraries": [
            {"source": one.source, "works": one.works, "findings": _list_findings(one)}
            for one in validations
        ],
    }


def validations_to_sarif(
    validations: Sequence[Validation], version: str, *, is_complete: bool = True
) -> dict[str, Any]:
    """A log with one run, whose results are the findings of all libraries.

    `version` is that of the program; `is_complete` says that every library could be read.
    """
    numbers = {rule.code: number for number, rule in enumerate(RULES)}
    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.summary},
            "help": {"text": f"{rule.summary} Authority: {rule.authority}. More in docs/validation.md."},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
        for rule in RULES
    ]
    driver = {"name": "footnotes", "version": version, "semanticVersion": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": is_complete}],
        "artifacts": [
            {"location": locate_artifact(one.source), "roles": ["analysisTarget"]} for one in validations
        ],
        "columnKind": "unicodeCodePoints",
        "results": [
            _make_result(
                finding, numbers[finding.code], {**locate_artifact(one.source), "index": at}, lines
            )
            for at, (one, lines) in enumerate((one, LineTable.of(one.text)) for one in validations)
            for finding in one.findings
        ],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _list_findings(validation: Validation) -> list[dict[str, Any]]:
    lines = LineTable.of(validation.text)
    return [
        {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity.value,
            "message": finding.message,
            "key": finding.key,
            "field": finding.field,
            **_place(finding.span, lines),
        }
        for finding in validation.findings
    ]


def _place(span: Span | None, lines: LineTable) -> dict[str, Any]:
    if span is None:
        return {"span": None, "line": None, "column": None}
    line, column = lines.locate(span.start)
    return {"span": [span.start, span.end], "line": line, "column": column}


def _make_result(
    finding: Finding, number: int, artifact: dict[str, Any], lines: LineTable
) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": artifact}
    if finding.span is not None:
        (line, column), (end_line, end_column) = map(lines.locate, (finding.span.start, finding.span.end))
        place["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        }
    location: dict[str, Any] = {"physicalLocation": place}
    if finding.key:
        location["logicalLocations"] = [{"name": finding.key}]
    return {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [location],
    }
