"""An audit as JUnit XML, which every build server shows: a suite for the source, a case for each URL."""

from collections.abc import Collection
from xml.etree import ElementTree as ET

from footnotes.audit.report.safe_text import fold_text, name_host
from footnotes.audit.report.verdict_words import VERDICTS, Outcome
from footnotes.audit.report.wording import name_citations, spell_confidence, tell_copy
from footnotes.model import Audit, LinkFinding, Verdict

FAILING = frozenset({Verdict.DEAD, Verdict.SOFT_DEAD, Verdict.USURPED})
"""The verdicts that fail a build unless the user chooses others."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

_UNTOLD = {Outcome.UNSEEN, Outcome.SKIPPED}
"""A case that nobody could try is skipped, neither passed nor failed."""


def write_junit(audit: Audit, failing: Collection[Verdict] = FAILING) -> str:
    """The cases in the order of citation; those whose verdict is in `failing` have failed."""
    cases = [_make_case(finding, failing) for finding in audit.findings]
    sums = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": "0",
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
        "time": f"{sum(_count_seconds(finding) for finding in audit.findings):.3f}",
    }
    root = ET.Element("testsuites", {"name": "footnotes audit", **sums})
    started = audit.started.replace(tzinfo=None).isoformat(timespec="seconds")
    suite = ET.SubElement(
        root, "testsuite", {"name": fold_text(audit.source), **sums, "timestamp": started}
    )
    suite.extend(cases)
    ET.indent(root)
    return f"{_DECLARATION}\n{ET.tostring(root, encoding='unicode')}\n"


def _make_case(finding: LinkFinding, failing: Collection[Verdict]) -> ET.Element:
    case = ET.Element(
        "testcase",
        {
            "classname": name_host(finding.link.url) or "no host",
            "name": fold_text(finding.link.url),
            "time": f"{_count_seconds(finding):.3f}",
        },
    )
    verdict, told = finding.verdict, _tell_finding(finding)
    message = f"{verdict.value}: {fold_text(finding.reason)}"
    if verdict in failing:
        ET.SubElement(case, "failure", {"type": verdict.value, "message": message}).text = told
    elif VERDICTS[verdict].outcome in _UNTOLD:
        ET.SubElement(case, "skipped", {"message": message})
    else:
        ET.SubElement(case, "system-out").text = f"{message}\n{told}"
    return case


def _tell_finding(finding: LinkFinding) -> str:
    cited = "; ".join(name_citations(finding.link))
    rescue = finding.archived.rescue
    lines = [
        f"Cited in: {cited}" if cited else "",
        f"Confidence: {spell_confidence(finding.confidence)}",
        f"Copy to use: {tell_copy(finding)}",
        fold_text(rescue.memento.uri) if rescue else "",
    ]
    return "\n".join(line for line in lines if line)


def _count_seconds(finding: LinkFinding) -> float:
    return finding.look.seconds if finding.look else 0.0
