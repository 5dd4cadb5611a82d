"""An audit as SARIF 2.1.0."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from attrs import evolve

from footnotes.audit.report import audit_to_sarif, report_audit
from footnotes.model import Audit, Verdict


@pytest.fixture(scope="module")
def validate(shared: Path) -> Callable[..., None]:
    """The schema of OASIS, which lies beside the project."""
    schema = json.loads((shared / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema).validate


@pytest.mark.parametrize("source", ["a b/ü,1.md", "/home/a/paper.txt", "-"])
def test_log_is_valid(
    validate: Callable[..., None], seed_audit: Audit, hostile_audit: Audit, source: str
) -> None:
    """Logs of any source, with hostile findings and with none, are what the schema of SARIF says."""
    for audit in (seed_audit, hostile_audit, evolve(seed_audit, findings=())):
        validate(json.loads(report_audit(evolve(audit, source=source), "sarif", "1.2.3").encode("utf-8")))


def test_live_pages_are_no_results(seed_audit: Audit) -> None:
    """What is there, was left out or cannot be looked at is no result; all else is one, in its order."""
    quiet = {Verdict.LIVE, Verdict.UNSUPPORTED, Verdict.EXCLUDED}
    run = audit_to_sarif(seed_audit, "1.2.3")["runs"][0]
    shown = [finding.verdict.value for finding in seed_audit.findings if finding.verdict not in quiet]

    assert shown == [result["ruleId"] for result in run["results"]]
    assert all(
        run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"]
    )


def test_bot_walls_are_no_errors(seed_audit: Audit) -> None:
    """Only what is gone is an error."""
    results = audit_to_sarif(seed_audit, "1.2.3")["runs"][0]["results"]

    assert {"dead", "soft-dead", "usurped"} == {one["ruleId"] for one in results if one["level"] == "error"}


def test_every_citation_is_a_place(seed_audit: Audit) -> None:
    """A page that two notes cite has two locations, each named by its note and work."""
    (finding,) = [
        one for one in seed_audit.findings if [cited.note for cited in one.link.cited_by] == [5, 24]
    ]
    (result,) = audit_to_sarif(evolve(seed_audit, findings=(finding,)), "1.2.3")["runs"][0]["results"]
    key = finding.link.cited_by[0].reference

    assert [[{"name": f"note {number}, {key}"}] for number in (5, 24)] == [
        place["logicalLocations"] for place in result["locations"]
    ]


def test_messages_hold_no_links(hostile_audit: Audit) -> None:
    """Brackets and braces of pages are escaped, for a message makes links and arguments of them."""
    for result in audit_to_sarif(hostile_audit, "1.2.3")["runs"][0]["results"]:
        text = result["message"]["text"].replace("\\\\", "")
        bare = text.replace("\\[", "").replace("\\]", "").replace("{{", "").replace("}}", "")

        assert not {*"[]{}"} & {*bare}
