"""`footnotes report`: the findings of an audit again, from its journal."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from audit.loopback import Loopback, serve
from cli.audit_words import SWIFT, answer, write_library, write_list
from click.testing import Result

from footnotes.audit import Plan, open_journal
from footnotes.cli.exits import ExitCode
from footnotes.model import CitedBy, CitedLink

Run = Callable[..., Result]


@pytest.fixture
def web() -> Iterator[Loopback]:
    """The site that is cited."""
    with serve(answer) as loopback:
        yield loopback


@pytest.fixture
def audited(run: Run, web: Loopback) -> Result:
    """An audit of a library and, after it, one of a list; what the first printed as JSON."""
    told = run("audit", write_library(web.root, "ice", "gone"), "--format", "json", *SWIFT)
    run("audit", "--urls", write_list(web.root, "new"), *SWIFT)
    web.asked.clear()
    return told


def test_the_same_again(run: Run, web: Loopback, audited: Result) -> None:
    """A report says what the audit said, and asks nobody."""
    result = run("report", "journal.sqlite", "--source", "library.bib", "--format", "json")

    assert (ExitCode.DONE, []) == (result.exit_code, web.asked)
    assert json.loads(audited.stdout)["findings"] == json.loads(result.stdout)["findings"]


@pytest.mark.usefixtures("audited")
def test_the_last_of_all(run: Run) -> None:
    """Without a source it is the last audit in the journal."""
    findings = json.loads(run("report", "journal.sqlite", "--format", "json").stdout)["findings"]

    assert ["new"] == [one["url"].rpartition("/")[2] for one in findings]


@pytest.mark.usefixtures("audited")
def test_unknown_source(run: Run) -> None:
    """A source that was not audited is answered by those that were."""
    result = run("report", "journal.sqlite", "--source", "other.bib")

    assert (ExitCode.FAILED, "") == (result.exit_code, result.stdout)
    assert "there is no audit of other.bib; there are audits of library.bib, urls.txt." in result.stderr


@pytest.mark.usefixtures("audited")
@pytest.mark.parametrize(("fail_on", "code"), [("dead", 2), ("moved", 0), ("rotten", 64)])
def test_fail_on(run: Run, fail_on: str, code: int) -> None:
    """The exit code tells of verdicts as that of the audit did."""
    result = run("report", "journal.sqlite", "--source", "library.bib", "--fail-on", fail_on)

    assert code == result.exit_code


@pytest.mark.usefixtures("audited")
def test_layouts(run: Run) -> None:
    """A file has the layout of its suffix."""
    result = run("report", "journal.sqlite", "--source", "library.bib", "-o", "out.csv")

    assert (ExitCode.DONE, "") == (result.exit_code, result.stdout)
    assert 3 == len(Path("out.csv").read_text(encoding="utf-8").splitlines())
    assert "out.csv: 2 addresses reported." in result.stderr


@pytest.mark.usefixtures("audited")
def test_replaced_file(run: Run) -> None:
    """That a report takes the place of another is told."""
    Path("out.csv").write_text("old", encoding="utf-8")
    result = run("report", "journal.sqlite", "--source", "library.bib", "-o", "out.csv")

    assert "out.csv: 2 addresses reported, in place of what was there.\n" in result.stderr


@pytest.mark.usefixtures("audited")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-o", "out.txt"], "the suffix tells no layout (.json, .csv, .md,"),
        (["-o", "out.txt", "--format", "table"], "The table is for the terminal"),
        (["-o", "journal.sqlite", "--format", "json"], "would be overwritten"),
        (["--over", "2d"], "--over says how long --confirm takes"),
    ],
)
def test_wrong_usage(run: Run, words: list[str], told: str) -> None:
    """A wrong command line is refused, and the journal stays what it is."""
    result = run("report", "journal.sqlite", *words)

    assert ExitCode.USAGE == result.exit_code
    assert told in " ".join(result.stderr.split())
    assert ExitCode.DONE == run("report", "journal.sqlite").exit_code


def test_no_journal(run: Run) -> None:
    """A journal that is not there is not made by asking for it."""
    result = run("report", "absent.sqlite")

    assert ExitCode.FAILED == result.exit_code
    assert "There is no journal at absent.sqlite." in result.stderr
    assert not Path("absent.sqlite").exists()


def _write_empty_journal() -> None:
    from footnotes.audit import open_journal  # noqa: PLC0415 - only here

    open_journal("journal.sqlite").close()


def test_no_audit(run: Run) -> None:
    """A journal without any audit says so."""
    _write_empty_journal()
    result = run("report", "journal.sqlite")

    assert ExitCode.FAILED == result.exit_code
    assert "no audit is written down in it" in result.stderr


@pytest.mark.usefixtures("audited")
def test_confirmation_is_asked_for_afterwards(run: Run) -> None:
    """A 410 is dead at once, however many audits are asked for; all else is read with and without."""
    result = run(
        "report", "journal.sqlite", "--source", "library.bib", "--confirm", "3", "--format", "json"
    )
    verdicts = {
        one["url"].rpartition("/")[2]: one["verdict"] for one in json.loads(result.stdout)["findings"]
    }

    assert {"ice": "live", "gone": "dead"} == verdicts


def test_interrupted_before_an_answer(run: Run) -> None:
    """An audit that was interrupted before its first answer is not said to cite nothing."""
    link = CitedLink("https://a.org/", (CitedBy("a", 1),))
    with open_journal(Path("early.sqlite")) as journal:
        plan = Plan((link,), "paper.txt")
        journal.begin_audit(plan.source, plan, datetime(2026, 11, 22, tzinfo=UTC), {})
    result = run("report", "early.sqlite")

    assert (ExitCode.DONE, "") == (result.exit_code, result.stdout)
    assert "paper.txt: no answer had come yet; “footnotes audit --resume” goes on.\n" in result.stderr
