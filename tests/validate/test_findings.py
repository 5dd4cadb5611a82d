"""What is found in libraries, where, and what is left alone."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.errors import FormatError
from footnotes.validate import (
    RULES,
    LineTable,
    Rule,
    validate_library,
    validations_to_json,
    validations_to_sarif,
)

PAGE = (Path(__file__).parents[2] / "docs" / "validation.md").read_text(encoding="utf-8")
MISSING = "FL201"


@pytest.mark.cases("validate/findings")
def test_findings(case: dict[str, Any]) -> None:
    """Each rule finds what is wrong, at its place, and nothing that is right."""
    found = validate_library(case["text"], case.get("format", "biblatex"))
    lines = LineTable.of(found.text)
    codes = [
        "{} {}:{}".format(finding.code, *lines.locate(finding.span.start))
        for finding in found.findings
        if finding.code != MISSING and finding.span is not None
    ]

    assert case["codes"] == " ".join(codes)


@pytest.mark.cases("validate/missing")
def test_missing(case: tuple[str, str]) -> None:
    """The fields that a dialect requires of a type are asked for, in the words of the dialect."""
    given_case, missing = case
    dialect, _, text = given_case.partition(": ")
    found = validate_library(text, "biblatex", dialect=dialect)
    fields = [
        finding.message.removeprefix("An entry of this type should state ").rstrip(".")
        for finding in found.findings
        if finding.code == MISSING
    ]

    assert missing == ", ".join(fields)


def test_broken_entry_is_found() -> None:
    """An entry that never ends is a finding with its place, and the others are validated."""
    found = validate_library(
        "@book{lost, title = {One,\n\n@book{kept, title={THE GREAT PORTS OF ASIA}}\n", "biblatex"
    )

    assert {"FL105", "FL401"} <= {finding.code for finding in found.findings}


def test_no_such_dialect() -> None:
    """A dialect that there is not is named with those that there are."""
    with pytest.raises(FormatError, match="biblatex, bibtex, csl-json"):
        validate_library("", "biblatex", dialect="latex")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_says_what_the_table_says(rule: Rule) -> None:
    """The page has a section for each rule, with its name, severity, summary and authority."""
    section = f"\n## {rule.code}: {rule.name}\n\nSeverity: {rule.severity}. {rule.summary}\n\n"

    assert section in PAGE
    assert f"\nAuthority: {rule.authority}.\n" in PAGE.partition(section)[2].partition("\n## ")[0] + "\n"


def test_page_has_no_other_rule() -> None:
    """The page explains no rule that there is not, and codes are in order and unique."""
    assert [rule.code for rule in RULES] == re.findall(r"^## (FL\d+):", PAGE, re.MULTILINE)
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})


def test_reports() -> None:
    """JSON and SARIF name the file, the rule, the entry and the place of each finding."""
    found = validate_library(
        "@book{a,\n  title={One}, author={B}, date={2001-02-30}}", "biblatex", source="a.bib"
    )
    (finding,) = validations_to_json([found])["libraries"][0]["findings"]
    (result,) = validations_to_sarif([found], "1.0")["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]

    assert ("FL501", "a", 2, 33) == tuple(finding[name] for name in ("code", "key", "line", "column"))
    assert ("FL501", "error") == (result["ruleId"], result["level"])
    assert ("a.bib", 2) == (place["artifactLocation"]["uri"], place["region"]["startLine"])


_NAMES = st.lists(st.dictionaries(st.sampled_from(["family", "literal"]), st.text()))
_PARTS = st.lists(st.lists(st.integers(-9, 9999), max_size=3), max_size=2)
_MEMBERS = st.sampled_from(["id", "type", "title", "author", "issued", "ISBN", "URL", "page", "volume"])
_ITEMS = st.dictionaries(_MEMBERS, st.text() | _NAMES | st.fixed_dictionaries({"date-parts": _PARTS}))


@given(st.lists(_ITEMS))
def test_any_library_is_validated(items: list[dict[str, Any]]) -> None:
    """No item of CSL-JSON, however odd, stops the rules."""
    found = validate_library(json.dumps(items), "csl-json")

    assert len(items) == found.works


_PIECES = st.sampled_from(
    ["@book", "{", "}", "a", ",", "title", "=", '"', "\n", "#", "{x}", "@string{b=", " ", "é"]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_bib_is_validated(text: str) -> None:
    """No text, however broken, stops the rules, and each place lies in the text."""
    found = validate_library(text, "biblatex")
    spans = [finding.span for finding in found.findings if finding.span is not None]

    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


def test_sarif_keeps_to_its_schema(shared: Path) -> None:
    """Logs with findings, without, and of formats without places are what the schema of SARIF says."""
    schema = json.loads((shared / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    texts = ("@book{a, title={One}, isbn={1}}", "", "@book{a, title={One}}\n@book{a, title={Two}}")
    found = [validate_library(text, "biblatex", source=f"{at}.bib") for at, text in enumerate(texts)]

    assert [] == list(validator.iter_errors(validations_to_sarif(found, "0.1.0")))
    assert [] == list(validator.iter_errors(validations_to_sarif([], "0.1.0", is_complete=False)))
