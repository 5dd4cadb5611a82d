"""An audit as JSON, against its schema."""

import json
import re
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from footnotes.audit.report import audit_to_json, report_audit
from footnotes.audit.report.json import _spell_date, _spell_time
from footnotes.formats.edtf import parse_edtf
from footnotes.model import (
    Archived,
    ArchivedState,
    ArchiveState,
    Audit,
    CitedBy,
    CitedLink,
    DateSource,
    Hop,
    LinkCheck,
    LinkFinding,
    LinkStatus,
    Memento,
    Rescue,
    Sign,
    Verdict,
)

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "audit.schema.json").read_text(encoding="utf-8"))
DEFINED = SCHEMA["$defs"]
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_schema_is_a_schema() -> None:
    """The schema is valid JSON Schema 2020-12."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", ["seed_audit", "hostile_audit"])
def test_output_is_valid(name: str, request: pytest.FixtureRequest) -> None:
    """What is printed is JSON as the schema describes it, and can be written in UTF-8."""
    text = report_audit(request.getfixturevalue(name), "json", "1.2.3")

    Draft202012Validator(SCHEMA).validate(json.loads(text.encode("utf-8")))


@pytest.mark.parametrize(
    ("vocabulary", "listed"),
    [
        (Verdict, DEFINED["verdict"]["enum"]),
        (LinkStatus, DEFINED["status"]["enum"]),
        (Sign, DEFINED["sign"]["enum"]),
        (ArchiveState, DEFINED["archive_state"]["enum"]),
        (ArchivedState, DEFINED["archived"]["properties"]["state"]["enum"]),
        (DateSource, DEFINED["archived"]["properties"]["measured_from"]["enum"]),
    ],
)
def test_vocabularies_are_those_of_the_model(vocabulary: type[Enum], listed: list[str]) -> None:
    """Each closed vocabulary of the schema is that of the program, in the same order."""
    assert [word.value for word in vocabulary] == listed


def test_shape() -> None:
    """A finding with everything in it is written as the manual shows it."""
    copy = Memento("http://e.org/a", "https://a.org/1/http://e.org/a", NOW, "A", "ABC", 200)
    link = CitedLink(
        "https://e.org/a#b",
        (CitedBy("green2018", 24, "24.1"),),
        parse_edtf("2010-02"),
        parse_edtf("2023-01-05"),
        ("A title",),
        cited_copy="https://a.org/2/http://e.org/a",
    )
    look = LinkCheck(
        link.url, LinkStatus.OK, NOW, 200, "https://e.org/", (Hop("301", "https://e.org/"),), 0.41239,
        "sha256:00", "Home", "text/html", fragment_found=False,
        signs=frozenset({Sign.TITLE_ABSENT, Sign.TO_ROOT}),
    )  # fmt: skip
    archived = Archived(
        ArchivedState.FOUND, Rescue(copy, -12, representative=True), copy, None, DateSource.ACCESSED, 0.5
    )
    finding = LinkFinding(link, Verdict.SOFT_DEAD, 0.93, "It leads to the root.", archived, look)
    written = audit_to_json(Audit("paper.txt", NOW, (finding,)))["findings"][0]
    memento = {
        "uri": copy.uri,
        "captured": "2026-11-22T09:30:00Z",
        "archive": "A",
        "original": "http://e.org/a",
        "digest": "ABC",
        "code": 200,
    }

    assert {
        "url": "https://e.org/a#b",
        "cited_by": [{"reference": "green2018", "note": 24, "cite": "24.1"}],
        "titles": ["A title"],
        "published": "2010-02",
        "accessed": "2023-01-05",
        "verdict": "soft-dead",
        "confidence": 0.93,
        "reason": "It leads to the root.",
        "fragment_found": False,
        "look": {
            "status": "ok",
            "code": 200,
            "final_url": "https://e.org/",
            "chain": [["301", "https://e.org/"]],
            "seconds": 0.412,
            "digest": "sha256:00",
            "title": "Home",
            "media_type": "text/html",
            "signs": ["to-root", "title-absent"],
            "detail": "",
            "checked": "2026-11-22T09:30:00Z",
        },
        "archived": {
            "state": "found",
            "measured_from": "accessed",
            "rescue": {**memento, "days_from_access": -12, "representative": True},
            "before": memento,
            "after": None,
            "similarity": 0.5,
            "rejected": [],
            "unreachable": [],
        },
        "cited_copy": {"uri": "https://a.org/2/http://e.org/a", "look": None},
    } == written


def test_manual_shows_a_valid_audit() -> None:
    """The example of the manual is as the schema says."""
    manual = (Path(__file__).parents[3] / "docs" / "json.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```json\n(.*?)^```$", manual, re.MULTILINE | re.DOTALL)

    Draft202012Validator(SCHEMA).validate(json.loads(example))


def test_counts_name_every_verdict(seed_audit: Audit) -> None:
    """The counts have all verdicts, those that do not occur too, and add up."""
    counts: dict[str, Any] = audit_to_json(seed_audit)["counts"]

    assert [verdict.value for verdict in Verdict] == [*counts]
    assert len(seed_audit.findings) == sum(counts.values())


@pytest.mark.parametrize("text", ["2010", "2010-21", "2010/2012", "-0044-03-15", "2010~", "Y17000"])
def test_dates_are_edtf(text: str) -> None:
    """A date is written as EDTF, as coarse as it is stated."""
    assert text == _spell_date(parse_edtf(text))


def test_open_ranges_are_edtf() -> None:
    """A range that goes on ends in two dots, which a bare slash does not mean."""
    assert "1998/.." == _spell_date(parse_edtf("1998/"))


def test_times_are_utc() -> None:
    """A time of another zone is turned to UTC, and its second is enough."""
    there = datetime.fromisoformat("2026-11-22T11:30:00.5+02:00")

    assert "2026-11-22T09:30:00Z" == _spell_time(there)
