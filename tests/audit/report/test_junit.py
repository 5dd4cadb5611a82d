"""An audit as JUnit XML."""

import pytest
from lxml import etree

from footnotes.audit.report import report_audit
from footnotes.model import Audit, Verdict


def _read(audit: Audit, **settings: frozenset[Verdict]) -> etree._Element:
    return etree.fromstring(report_audit(audit, "junit", "1.2.3", **settings).encode("utf-8"))


def test_failing_verdicts_fail(seed_audit: Audit) -> None:
    """What is gone fails, what nobody could tell is skipped with its reason, the rest passes."""
    (suite,) = _read(seed_audit)
    kinds = {
        finding.verdict: next((child.tag for child in case), None)
        for finding, case in zip(seed_audit.findings, suite, strict=True)
    }

    assert {Verdict.DEAD, Verdict.SOFT_DEAD, Verdict.USURPED} == {
        verdict for verdict, kind in kinds.items() if kind == "failure"
    }
    assert {Verdict.BLOCKED, Verdict.FAILING, Verdict.UNSUPPORTED} == {
        verdict for verdict, kind in kinds.items() if kind == "skipped"
    }
    assert all(case.find("skipped").get("message") for case in suite if case.find("skipped") is not None)


def test_user_chooses_what_fails(seed_audit: Audit) -> None:
    """The verdicts that the user names fail, and only those."""
    numbers = seed_audit.count_verdicts()
    (suite,) = _read(seed_audit, failing=frozenset({Verdict.BLOCKED, Verdict.DRIFTED}))

    assert numbers[Verdict.BLOCKED] + numbers[Verdict.DRIFTED] == len(suite.findall("*/failure"))
    assert {"blocked", "drifted"} == {one.get("type") for one in suite.findall("*/failure")}


def test_sums_are_those_of_the_cases(seed_audit: Audit) -> None:
    """The numbers of the suite are what a reader would count, and the case is named by its URL."""
    root = _read(seed_audit)
    (suite,) = root

    assert [finding.link.url for finding in seed_audit.findings] == [case.get("name") for case in suite]
    for one in (root, suite):
        assert str(len(suite)) == one.get("tests")
        assert str(len(suite.findall("*/failure"))) == one.get("failures")
        assert str(len(suite.findall("*/skipped"))) == one.get("skipped")


@pytest.mark.parametrize("failing", [frozenset(), frozenset({Verdict.SOFT_DEAD})])
def test_any_words_are_valid_xml(hostile_audit: Audit, failing: frozenset[Verdict]) -> None:
    """Characters that XML forbids leave the report readable, and markup of pages is none of ours."""
    root = _read(hostile_audit, failing=failing)

    assert {"testsuites", "testsuite", "testcase", "failure", "system-out"} >= {
        one.tag for one in root.iter()
    }
    assert len(hostile_audit.findings) == len(root[0])
