"""What holds for the report of any audit whatever."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from audit.report.example_audits import AUDITS
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from lxml import etree, html

from footnotes.audit.report import FORMATS, report_audit
from footnotes.errors import FormatError
from footnotes.model import Audit

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "audit.schema.json").read_text(encoding="utf-8"))

_slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_layouts_have_names(seed_audit: Audit) -> None:
    """The names are those of the issue, each gives text with one line end, and another name is refused."""
    assert ("json", "csv", "markdown", "html", "junit", "sarif") == FORMATS
    for name in FORMATS:
        text = report_audit(seed_audit, name, "1.2.3")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
    with pytest.raises(FormatError, match="no layout 'pdf'"):
        report_audit(seed_audit, "pdf", "1.2.3")


@given(AUDITS)
@_slow
def test_json_is_valid(audit: Audit) -> None:
    """The JSON of any audit is as its schema says."""
    Draft202012Validator(SCHEMA).validate(json.loads(report_audit(audit, "json", "1.2.3").encode("utf-8")))


@given(AUDITS)
@_slow
def test_tables_are_whole(audit: Audit) -> None:
    """The CSV of any audit has a row for each citation, and all its columns in each."""
    rows = [*csv.reader(StringIO(report_audit(audit, "csv", "1.2.3")))]

    assert 1 + sum(max(1, len(one.link.cited_by)) for one in audit.findings) == len(rows)
    assert {len(rows[0])} == {len(row) for row in rows}


@given(AUDITS)
@_slow
def test_markup_is_whole(audit: Audit) -> None:
    """The XML of any audit parses; its HTML has a row for each finding, one script and no unsafe link."""
    suite = etree.fromstring(report_audit(audit, "junit", "1.2.3").encode("utf-8"))[0]
    page = html.document_fromstring(report_audit(audit, "html", "1.2.3"))
    targets = [one.get("href") for one in page.iter("a")]

    assert len(audit.findings) == len(suite) == len(page.findall(".//tbody"))
    assert 1 == len(page.findall(".//script"))
    assert all(one.lower().startswith(("http://", "https://", "#findings")) for one in targets)


@given(AUDITS)
@_slow
def test_other_layouts_can_be_written(audit: Audit) -> None:
    """Markdown and SARIF of any audit are text in UTF-8, and the latter is JSON."""
    report_audit(audit, "markdown", "1.2.3").encode("utf-8")
    json.loads(report_audit(audit, "sarif", "1.2.3").encode("utf-8"))
