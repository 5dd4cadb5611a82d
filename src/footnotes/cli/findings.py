"""Findings as a table, those of a note together, and their number in one sentence."""

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from footnotes.check import Finding, Report
from footnotes.cli.messages import say
from footnotes.model import Severity


def print_findings(reports: Sequence[Report]) -> None:
    """Print a table for each paper with findings, a sentence for each without, and the total beside it."""
    for place, report in enumerate(reports):
        if place:
            click.echo()
        if report.findings:
            _print_table(report)
        else:
            click.echo(f"{report.document.source}: nothing was found that should be mended.")
    findings = [finding for report in reports for finding in report.findings]
    if findings:
        say(f"{_count(findings)}.")


def _print_table(report: Report) -> None:
    from footnotes.cli.tables import Column, print_table  # noqa: PLC0415 - only a table needs rich

    columns = (
        Column("Note", 8),
        Column("Place", 9),
        Column("Check", 8),
        Column("What was found, and how to mend it"),
    )
    print_table(f"{report.document.source}: {_count(report.findings)}", columns, _list_rows(report))


def _list_rows(report: Report) -> Iterator[tuple[str, ...]]:
    last: int | None = None
    for finding in report.findings:
        label = "" if finding.note is not None and finding.note == last else finding.label or ""
        place = str(report.lines.locate(finding.span.start))
        yield label, place, f"{finding.severity.value}\n{finding.code}", _tell(finding)
        last = finding.note


def _tell(finding: Finding) -> str:
    return f"{finding.message}\n→ {finding.fix.sentence}" if finding.fix else finding.message


def _count(findings: Sequence[Finding]) -> str:
    numbers = Counter(finding.severity for finding in findings)
    parts = [
        f"{numbers[severity]} {severity.value}{'s'[: numbers[severity] != 1]}"
        for severity in reversed(Severity)
        if severity is not Severity.INFO and numbers[severity]
    ]
    if numbers[Severity.INFO]:
        parts.append(f"{numbers[Severity.INFO]} for information")
    return f"{len(findings)} finding{'s'[: len(findings) != 1]} ({', '.join(parts)})"
