"""Findings as workflow commands, with which GitHub Actions marks the lines of a file."""

from collections.abc import Iterator, Sequence

from footnotes.check.finding import Finding
from footnotes.check.report import Report
from footnotes.model import Severity

_COMMANDS = {Severity.INFO: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
# A command is one line, and its properties end at a comma or a colon.
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})
_STREAM = "-"


def report_to_commands(reports: Sequence[Report]) -> Iterator[str]:
    """A line for each finding: `::warning file=paper.txt,line=3,col=1,title=FN101 ...::message`."""
    for report in reports:
        for finding in report.findings:
            yield _make_command(finding, report)


def _make_command(finding: Finding, report: Report) -> str:
    place = report.lines.locate(finding.span.start)
    source = report.document.source
    properties = {
        **({} if source == _STREAM else {"file": source}),
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{finding.code} {finding.name}",
    }
    told = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    message = finding.message + (f" {finding.fix.sentence}" if finding.fix else "")
    if finding.label is not None:
        message = f"Note {finding.label}: {message}"
    return f"::{_COMMANDS[finding.severity]} {told}::{message.translate(_MESSAGE)}"
