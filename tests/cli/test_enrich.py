"""`footnotes enrich`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from footnotes.audit import open_journal
from footnotes.cli.exits import ExitCode

Run = Callable[..., Result]

COPY = "https://web.archive.org/web/20230107101112/https://a.org/x"
BIB = "% mine\r\n@online{k,\r\n  title = {T},\r\n  url = {https://a.org/x},\r\n}\r\n"
REMARK = rf"Archived 7 January 2023 at \url{{{COPY}}}; URL status: dead"


def make_audit(**changes: Any) -> dict[str, Any]:
    """The JSON of an audit that found one page dead, with a copy."""
    rescue = {"uri": COPY, "captured": "2023-01-07T10:11:12Z", "archive": "ia", "days_from_access": 2}
    finding = {
        "url": "https://a.org/x",
        "cited_by": [{"reference": "k", "note": 1, "cite": "1.1"}],
        "verdict": "dead",
        "confidence": 0.95,
        "reason": "It is gone.",
        "look": {"status": "http-error", "code": 410, "checked": "2026-01-02T12:00:00Z"},
        "archived": {"state": "found", "rescue": {**rescue, "representative": None}},
    }
    return {"format": "footnotes-audit", "version": 1, "findings": [{**finding, **changes}]}


@pytest.fixture
def findings() -> Path:
    """The JSON of an audit."""
    path = Path("audit.json")
    path.write_text(json.dumps(make_audit()), encoding="utf-8")
    return path


@pytest.fixture
def library() -> Path:
    """A library with the line ends of Windows."""
    path = Path("library.bib")
    path.write_bytes(BIB.encode())
    return path


def test_diff(run: Run, library: Path, findings: Path) -> None:
    """Without a file the changes are shown as a patch, and nothing is written."""
    result = run("enrich", library, "--findings", findings)
    expected = [
        "--- library.bib",
        "+++ library.bib",
        "@@ -2,4 +2,5 @@",
        " @online{k,",
        "   title = {T},",
        "   url = {https://a.org/x},",
        f"+  addendum = {{{REMARK}}},",
        " }",
    ]

    assert (ExitCode.DONE, expected) == (result.exit_code, result.stdout.splitlines())
    assert BIB.encode() == library.read_bytes()
    assert "library.bib: 1 given an archived copy" in result.stderr


def test_file(run: Run, library: Path, findings: Path) -> None:
    """-o writes the library, line ends and all, beside the diff."""
    result = run("enrich", library, "--findings", findings, "-o", "new.bib")
    expected = BIB.replace("x},\r\n}", f"x}},\r\n  addendum = {{{REMARK}}},\r\n}}")

    assert ExitCode.DONE == result.exit_code
    assert expected.encode() == Path("new.bib").read_bytes()
    assert "+++ new.bib" in result.stdout
    assert result.stderr.endswith("new.bib: the new library is written.\n")


def test_replaced_file(run: Run, library: Path, findings: Path) -> None:
    """That the new library takes the place of another is told."""
    Path("new.bib").write_text("old", encoding="utf-8")
    result = run("enrich", library, "--findings", findings, "-o", "new.bib")

    assert result.stderr.endswith("new.bib: the new library is written, in place of what was there.\n")


def test_stream(run: Run, library: Path, findings: Path) -> None:
    """On standard output the library stands alone."""
    result = run("enrich", library, "--findings", findings, "-o", "-")

    assert (
        BIB.replace("x},\r\n}", f"x}},\r\n  addendum = {{{REMARK}}},\r\n}}").encode() == result.stdout_bytes
    )


def test_never_over_the_input(run: Run, library: Path, findings: Path) -> None:
    """The library and the findings are inputs, which are not overwritten."""
    for output in (library, findings):
        result = run("enrich", library, "--findings", findings, "-o", output)

        assert ExitCode.USAGE == result.exit_code
    assert BIB.encode() == library.read_bytes()


def test_old_encoding(run: Run, library: Path, findings: Path) -> None:
    """A library in an old encoding comes back byte for byte."""
    old = BIB.replace("{T}", "{Müller}").encode("latin-1")
    library.write_bytes(old)
    run("enrich", library, "--findings", findings, "-o", "new.bib")

    assert (
        old.replace(b"x},\r\n}", f"x}},\r\n  addendum = {{{REMARK}}},\r\n}}".encode())
        == Path("new.bib").read_bytes()
    )


def test_only(run: Run, library: Path, findings: Path) -> None:
    """Findings of other verdicts than those named are left aside."""
    assert "+  addendum" in run("enrich", library, "--findings", findings, "--only", "dead,usurped").stdout
    assert "" == run("enrich", library, "--findings", findings, "--only", "soft-dead").stdout


def test_custom(run: Run, library: Path, findings: Path) -> None:
    """Fields of their own are written on demand."""
    result = run("enrich", library, "--findings", findings, "--fields", "custom")

    assert "+  urlstatus = {dead}," in result.stdout.splitlines()


def test_left_entries(run: Run, library: Path, findings: Path) -> None:
    """An entry that says otherwise is named with its line and what it says."""
    library.write_text(BIB.replace("title = {T}", "archiveurl = {https://archive.today/abc}"), newline="")
    result = run("enrich", library, "--findings", findings)

    assert (ExitCode.DONE, "") == (result.exit_code, result.stdout)
    assert (
        "library.bib: line 2: k: left as it is, because it says otherwise: archive_url is"
        " https://archive.today/abc.\n"
    ) in result.stderr
    assert "+  archiveurl" in run("enrich", library, "--findings", findings, "--replace").stdout


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "is not JSON"),
        ("[]", "not that of an audit"),
        ('{"format": "footnotes-audit", "version": 2, "findings": []}', "of version 2"),
        ('{"format": "footnotes-audit", "version": 1}', "'findings'"),
        (json.dumps(make_audit(verdict="fine")), "'fine' is not a valid Verdict"),
    ],
)
def test_bad_findings(run: Run, library: Path, findings: Path, text: str, expected: str) -> None:
    """What is not the JSON of an audit costs one sentence."""
    findings.write_text(text, encoding="utf-8")
    result = run("enrich", library, "--findings", findings)

    assert (ExitCode.FAILED, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert "audit.json: " in result.stderr
    assert expected in result.stderr


@pytest.mark.parametrize("data", [b"\xff\xfe@\0m\0i\0s\0c\0", b""])
def test_no_library(run: Run, findings: Path, data: bytes) -> None:
    """A text in UTF-16 and a file that is not there are refused with a sentence."""
    if data:
        Path("library.bib").write_bytes(data)

    assert ExitCode.FAILED == run("enrich", "library.bib", "--findings", findings).exit_code


def test_unknown_verdict(run: Run, library: Path, findings: Path) -> None:
    """A verdict that there is not is wrong usage."""
    result = run("enrich", library, "--findings", findings, "--only", "gone")

    assert ExitCode.USAGE == result.exit_code
    assert "soft-dead" in result.stderr


def test_patch(run: Run, findings: Path) -> None:
    """In a pipe the diff is a patch byte for byte: line ends, an old encoding, an end without line end."""
    old = BIB.encode().replace(b"{T}", b"{Caf\xe9}").removesuffix(b"\r\n")
    Path("old.bib").write_bytes(old)
    result = run("enrich", "old.bib", "--findings", findings)
    expected = [
        b"--- old.bib",
        b"+++ old.bib",
        b"@@ -2,4 +2,5 @@",
        b" @online{k,\r",
        b"   title = {Caf\xe9},\r",
        b"   url = {https://a.org/x},\r",
        f"+  addendum = {{{REMARK}}},\r".encode(),
        b" }",
        rb"\ No newline at end of file",
        b"",
    ]

    assert expected == result.stdout_bytes.split(b"\n")


def test_library_on_standard_input(run: Run, findings: Path) -> None:
    """`-` is standard input; its beginning tells the format."""
    items = json.dumps([{"id": "k", "type": "webpage", "URL": "https://a.org/x"}])
    bib = run("enrich", "-", "--findings", findings, "-o", "-", stdin=BIB)
    csl = run("enrich", "-", "--findings", findings, "-o", "-", stdin=items)

    assert REMARK in bib.stdout
    assert {"archive_url": COPY, "archive_date": "2023-01-07", "url_status": "dead"} == (
        json.loads(csl.stdout)[0]["custom"]
    )


def test_paper(run: Run, findings: Path) -> None:
    """A file that is no library is told what can be done with it."""
    Path("paper.md").write_text("# A paper\n", encoding="utf-8")
    result = run("enrich", "paper.md", "--findings", findings)

    assert ExitCode.USAGE == result.exit_code
    assert "paper.md: neither its suffix nor its beginning is that of a library." in result.stderr


def test_journal_is_never_overwritten(run: Run, library: Path) -> None:
    """The journal is read, so that it is no file for the new library: it may be the work of days."""
    with open_journal(Path("journal.sqlite")):
        before = Path("journal.sqlite").read_bytes()
    result = run("enrich", library, "--journal", "journal.sqlite", "-o", "journal.sqlite")

    assert ExitCode.USAGE == result.exit_code
    assert "journal.sqlite is an input: it would be overwritten." in result.stderr
    assert before == Path("journal.sqlite").read_bytes()
