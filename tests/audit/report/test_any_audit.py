"""What holds for the report of any audit whatever."""

import csv
import json
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree, html

from footnotes.audit.report import FORMATS, report_audit
from footnotes.errors import FormatError
from footnotes.model import (
    Archived,
    ArchivedState,
    ArchiveReport,
    ArchiveState,
    Audit,
    CitedBy,
    CitedLink,
    Date,
    DateSource,
    Hop,
    LinkCheck,
    LinkFinding,
    LinkStatus,
    Memento,
    PartialDate,
    RejectedCopy,
    Rescue,
    Sign,
    Verdict,
)

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "audit.schema.json").read_text(encoding="utf-8"))

_WORDS = st.text(st.characters(codec=None), max_size=12) | st.sampled_from(
    [
        "javascript:alert(1)",
        "<script>",
        '"',
        "=1",
        "https://[",
        "http://e.org/a?b#c",
        "http://\u202e/",
        "{{x}}",
    ]
)
_MAYBE = st.none() | _WORDS
_CODES = st.none() | st.integers(100, 999)
_SHARES = st.floats(0, 1)
_MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.timezones())  # noqa: DTZ001 - bounds have no zone
_YEARS = st.integers(-5000, 12_000)
_DAYS = st.one_of(
    st.builds(PartialDate, _YEARS),
    st.builds(PartialDate, _YEARS, st.integers(1, 12)),
    st.builds(PartialDate, _YEARS, st.integers(1, 12), st.integers(1, 31)),
    st.builds(PartialDate, _YEARS, season=st.integers(1, 4)),
)
_FLAGS = {"approximate": st.booleans(), "uncertain": st.booleans()}
_DATES = st.none() | st.one_of(
    st.builds(Date, _DAYS, st.none() | _DAYS, **_FLAGS),
    st.builds(Date, _DAYS, open_ended=st.just(value=True), **_FLAGS),
)


def _lists(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


_MEMENTOS = st.builds(Memento, _WORDS, _WORDS, _MOMENTS, _WORDS, _MAYBE, _CODES)
_ARCHIVED = st.builds(
    Archived,
    st.sampled_from(ArchivedState),
    st.none()
    | st.builds(Rescue, _MEMENTOS, st.none() | st.integers(-99_999, 99_999), st.none() | st.booleans()),
    st.none() | _MEMENTOS,
    st.none() | _MEMENTOS,
    st.sampled_from(DateSource),
    st.none() | _SHARES,
    _lists(st.builds(RejectedCopy, _MEMENTOS, _WORDS)),
    _lists(_WORDS),
)
_LOOKS = st.builds(
    LinkCheck,
    _WORDS,
    st.sampled_from(LinkStatus),
    _MOMENTS,
    _CODES,
    _MAYBE,
    _lists(st.builds(Hop, _WORDS, _WORDS)),
    st.floats(0, 10_000),
    _MAYBE,
    _MAYBE,
    _MAYBE,
    st.none() | st.booleans(),
    st.frozensets(st.sampled_from(Sign)),
    detail=_WORDS,
)
_CITATIONS = st.builds(CitedBy, _MAYBE, st.none() | st.integers(1, 999), _MAYBE)
_LINKS = st.builds(
    CitedLink, _WORDS, _lists(_CITATIONS), _DATES, _DATES, _lists(_WORDS), _lists(_WORDS), _MAYBE, _MAYBE
)
_FINDINGS = st.builds(
    LinkFinding,
    _LINKS,
    st.sampled_from(Verdict),
    _SHARES,
    _WORDS,
    _ARCHIVED,
    st.none() | _LOOKS,
    st.none() | _LOOKS,
)
AUDITS = st.builds(
    Audit,
    _WORDS,
    _MOMENTS,
    _lists(_FINDINGS),
    _lists(st.builds(ArchiveReport, _WORDS, st.sampled_from(ArchiveState))),
)

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
