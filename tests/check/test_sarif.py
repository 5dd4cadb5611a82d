"""SARIF 2.1.0."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest

import footnotes
from footnotes.check import RULES, Report, report_to_sarif
from footnotes.model import Apparatus, SourceDocument

TEXT = """\
𝄞 trade.[1] Ports.[2] Ships.[3]

## Notes

[1] Mary Jones, *Ports* (Oxford: OUP, 2010), 88; John Smith, *Trade* (London: Verso, 2001), 12.
[2] Ibid.
[3] Ibd., 15.
"""


def _report(text: str, source: str = "paper.txt") -> Report:
    apparatus = footnotes.parse_apparatus(SourceDocument(source, "text", text))
    return Report(apparatus.document, footnotes.check_apparatus(apparatus))


@pytest.fixture(scope="module")
def validate(shared: Path) -> Callable[..., None]:
    """The schema of OASIS, which lies beside the project."""
    schema = json.loads((shared / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    return validator.validate


def test_log_is_valid(validate: Callable[..., None], seed_apparatus: Apparatus) -> None:
    """Logs with findings, without, with several papers and with none are what the schema of SARIF says."""
    seed = Report(seed_apparatus.document, footnotes.check_apparatus(seed_apparatus))
    clean = _report("[1] John Smith, *Trade* (London: Verso, 2001), 12.\n[2] Ibid., 14.\n", "-")

    for reports in ([seed], [clean], [seed, _report(TEXT, "a b/ü,1.md"), clean], []):
        validate(report_to_sarif(reports, "1.2.3"))


def test_regions_are_the_words() -> None:
    """Lines and columns of a region, which count code points, lead back to the words of the finding."""
    report = _report(TEXT)
    run = report_to_sarif([report], "1.2.3")["runs"][0]
    lines = TEXT.split("\n")

    assert "unicodeCodePoints" == run["columnKind"]
    for result, finding in zip(run["results"], report.findings, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        line = lines[region["startLine"] - 1]
        assert region["startLine"] == region["endLine"]
        assert finding.span.of(TEXT) == line[region["startColumn"] - 1 : region["endColumn"] - 1]


def test_rules_are_those_of_the_table() -> None:
    """Every rule is described, and every result points to its own."""
    run = report_to_sarif([_report(TEXT)], "1.2.3")["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert [rule.code for rule in RULES] == [rule["id"] for rule in rules]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert {"FN101", "FN108"} == {one["ruleId"] for one in run["results"]}


def test_fixes_and_related_places() -> None:
    """What can be mended to the letter is a fix; the works that may be meant are related locations."""
    several, misspelt = report_to_sarif([_report(TEXT)], "1.2.3")["runs"][0]["results"]
    (replacement,) = misspelt["fixes"][0]["artifactChanges"][0]["replacements"]

    assert "fixes" not in several
    assert [1, 2] == [one["id"] for one in several["relatedLocations"]]
    assert {"text": "Ibid"} == replacement["insertedContent"]
    assert {"startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": 8} == replacement["deletedRegion"]


@pytest.mark.parametrize("source", ["paper.txt", "a b/ü,1.md", "../c:d.txt", "/tmp/x y.txt"])  # noqa: S108 - a path
def test_files_are_uris(source: str) -> None:
    """A path becomes a URI reference, which leads back to it."""
    run = report_to_sarif([_report(TEXT, source)], "1.2.3")["runs"][0]
    uri = run["artifacts"][0]["location"]["uri"]

    assert source == unquote(uri).removeprefix("file://")
    assert " " not in uri
    assert uri == run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_standard_input_has_no_uri() -> None:
    """Standard input is described, since it has no address."""
    run = report_to_sarif([_report(TEXT, "-")], "1.2.3", is_complete=False)["runs"][0]

    assert {"description": {"text": "standard input"}} == run["artifacts"][0]["location"]
    assert [{"executionSuccessful": False}] == run["invocations"]
