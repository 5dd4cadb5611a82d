"""An audit as a table for spreadsheets."""

import csv
from io import StringIO

import pytest
from attrs import evolve

from footnotes.audit.report import report_audit
from footnotes.audit.report.csv import guard_cell
from footnotes.model import Archived, ArchivedState, Audit, CitedBy, CitedLink, LinkFinding, Sign, Verdict


def _read(audit: Audit) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(report_audit(audit, "csv", "1.2.3")))]


def test_row_for_each_citation(seed_audit: Audit) -> None:
    """A page that two notes cite has two rows, one that no note cites has one."""
    link = CitedLink("https://e.org/", (CitedBy("a", 1), CitedBy("a", 9)))
    bare = CitedLink("https://e.org/b")
    findings = [
        LinkFinding(one, Verdict.LIVE, 1.0, "There.", Archived(ArchivedState.NOT_ASKED))
        for one in (link, bare)
    ]
    rows = _read(evolve(seed_audit, findings=tuple(findings)))

    assert [("1", "a"), ("9", "a"), ("", "")] == [(row["note"], row["reference"]) for row in rows]


def test_names_of_wikipedia(seed_audit: Audit) -> None:
    """The columns that Wikipedia has names for come first, under those names."""
    first = _read(seed_audit)[0]

    assert [
        "url",
        "title",
        "author",
        "website",
        "date",
        "access-date",
        "archive-url",
        "archive-date",
        "url-status",
        "url-access",
    ] == ([*first][:10])
    assert ("1996-12-06", "2023-01-05", "2022-12-24", "live", "-12") == tuple(
        first[name] for name in ("date", "access-date", "archive-date", "url-status", "days-from-access")
    )


@pytest.mark.parametrize(
    ("verdict", "status"),
    [(Verdict.MOVED, "live"), (Verdict.SOFT_DEAD, "dead"), (Verdict.RESTRICTED, ""), (Verdict.BLOCKED, "")],
)
def test_status(seed_audit: Audit, verdict: Verdict, status: str) -> None:
    """The word of the template stands for the verdict, and nothing where the template has no word."""
    finding = evolve(seed_audit.findings[0], verdict=verdict)

    assert {status} == {row["url-status"] for row in _read(evolve(seed_audit, findings=(finding,)))}


def test_access_is_told(seed_audit: Audit) -> None:
    """A paywall is named where the verdict rests on it, and nowhere else."""
    rows = _read(seed_audit)
    paid = [one for one in seed_audit.findings if one.look and Sign.PAYWALL in one.look.signs]

    assert {"subscription", ""} == {row["url-access"] for row in rows}
    assert sum(len(one.link.cited_by) for one in paid) == sum(
        row["url-access"] == "subscription" for row in rows
    )


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\rx", "'x"),
        (" =1+1", "'=1+1"),
        ("a=b", "a=b"),
        (-12, -12),
        (None, None),
    ],
)
def test_formulas_are_words(value: str | int | None, cell: str | int | None) -> None:
    """Words that a spreadsheet would run get an apostrophe; our own numbers stay numbers."""
    assert cell == guard_cell(value)


def test_no_cell_is_a_formula(hostile_audit: Audit) -> None:
    """Whatever a page holds, no cell but a number begins as a formula does, and all stand on one line."""
    rows = _read(hostile_audit)
    cells = [cell for row in rows for name, cell in row.items() if name != "days-from-access"]

    assert len(hostile_audit.findings) == len(rows)
    assert [] == [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [] == [cell for cell in cells if not cell.isprintable() and "\u200b" not in cell]
