"""`footnotes check`."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import jsonschema
import pytest
from click.testing import Result

from footnotes.cli.exits import ExitCode

Run = Callable[..., Result]
SCHEMA = Path(__file__).parents[2] / "docs" / "check.schema.json"
CLEAN = "[1] John Smith, *A History of Trade* (London: Verso, 2001), 12.\n[2] Ibid., 14.\n"


def _find_codes(result: Result) -> list[str]:
    return [one["code"] for paper in json.loads(result.stdout)["papers"] for one in paper["findings"]]


def test_table(run: Run, doubtful: Path) -> None:
    """A finding shows note, place, severity, code, its sentence and the way to mend it; all are counted."""
    result = run("check", doubtful)
    row = " ".join(result.stdout.split("\n\n")[0].split("\n")[3:])

    assert ExitCode.DONE == result.exit_code
    assert ["3", "11:5", "warning"] == row.split()[:3]
    assert "FN101" in result.stdout
    assert "does not say which it means." in " ".join(result.stdout.split())
    assert "→ Write the short form of the work that is meant:" in " ".join(result.stdout.split())
    assert "1 finding (1 warning).\n" == result.stderr


def test_findings_of_a_note_stand_together(run: Run, seed_path: Path) -> None:
    """The label of a note stands once before its findings."""
    rows = run("check", seed_path).stdout.split("\n\n")
    (at,) = [number for number, row in enumerate(rows) if row.startswith("xxxix ")]

    assert rows[at + 1].startswith("        333:167  warning")


def test_no_findings(run: Run, seed_path: Path) -> None:
    """A paper without findings is said to have none."""
    result = run("check", "-", stdin=CLEAN)

    assert (ExitCode.DONE, "") == (result.exit_code, result.stderr)
    assert "-: nothing was found that should be mended.\n" == result.stdout
    assert "-: nothing" in run("check", seed_path, "-", stdin=CLEAN).stdout


@pytest.mark.parametrize("layout", ["table", "json", "sarif", "github"])
def test_notes_without_a_cite_are_named(run: Run, layout: str) -> None:
    """What no cite was found in was not checked: these notes are named on standard error."""
    text = f"{CLEAN}[3] Smyth, Unknown Work 33\n[4] The figures were disputed.\n"
    result = run("check", "-", "--format", layout, stdin=text)

    assert "-: no cite was found in notes 3, 4.\n" in result.stderr


@pytest.mark.parametrize("layout", ["table", "json", "sarif", "github"])
def test_unreadable_papers(run: Run, layout: str, doubtful: Path, bad_papers: dict[str, Path]) -> None:
    """A paper that cannot be read costs a sentence and code 1; the others are checked."""
    result = run("check", *bad_papers.values(), doubtful, "--format", layout, "--fail-on", "info")

    assert ExitCode.FAILED == result.exit_code
    assert all(str(path) in result.stderr for path in bad_papers.values())
    assert "FN101" in result.stdout


def test_json(run: Run, seed_path: Path, doubtful: Path) -> None:
    """The JSON has each paper with its findings, and is what its schema says."""
    result = run("check", seed_path, doubtful, "--format", "json")
    printed = json.loads(result.stdout)
    jsonschema.validate(printed, json.loads(SCHEMA.read_text(encoding="utf-8")))
    last = printed["papers"][1]["findings"][0]

    assert (ExitCode.DONE, "") == (result.exit_code, result.stderr)
    assert [str(seed_path), str(doubtful)] == [paper["source"] for paper in printed["papers"]]
    assert ("FN101", "3", 11, 5) == (last["code"], last["label"], last["line"], last["column"])


def test_sarif(run: Run, doubtful: Path) -> None:
    """SARIF names the program with its version, and says whether all papers could be read."""
    log = json.loads(run("check", doubtful, "--format", "sarif").stdout)["runs"][0]
    broken = json.loads(run("check", doubtful, "absent.txt", "--format", "sarif").stdout)["runs"][0]

    assert "footnotes" == log["tool"]["driver"]["name"]
    assert ["FN101"] == [one["ruleId"] for one in log["results"]]
    assert [True, False] == [one["invocations"][0]["executionSuccessful"] for one in (log, broken)]


def test_github(run: Run, doubtful: Path) -> None:
    """A finding is one command, which names file, line and column."""
    (line,) = run("check", doubtful, "--format", "github").stdout.splitlines()

    assert line.startswith(
        "::warning file=doubtful.txt,line=11,col=5,title=FN101 ibid-after-several::Note 3: "
    )


@pytest.mark.parametrize(
    ("least", "code"),
    [("info", ExitCode.FINDINGS), ("warning", ExitCode.FINDINGS), ("error", ExitCode.DONE)],
)
def test_fail_on(run: Run, doubtful: Path, least: str, code: ExitCode) -> None:
    """A finding of that severity or a greater one costs code 2, if the user asked for it."""
    assert code == run("check", doubtful, "--fail-on", least).exit_code


def test_ignored_findings_fail_nothing(run: Run, doubtful: Path) -> None:
    """What is not looked for does not fail."""
    result = run("check", doubtful, "--fail-on", "info", "--ignore", "ibid-after-several")

    assert ExitCode.DONE == result.exit_code


def test_select_and_ignore(run: Run, seed_path: Path) -> None:
    """Codes, beginnings of codes and names select, one by one or with commas; ignoring is stronger."""
    selected = run(
        "check", seed_path, "--format", "json", "--select", "FN4,url-broken", "--ignore", "FN405"
    )
    again = run("check", seed_path, "--format", "json", "--select", "FN403", "--select", "FN6")

    assert {"FN403", "FN601"} == {*_find_codes(selected)}
    assert _find_codes(selected) == _find_codes(again)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--select", "ibid-after-severl"), "the nearest is FN101, ibid-after-several."),
        (("--ignore", "FN7"), "No check is called “FN7”"),
        (("--select", "FN101", "--ignore", "FN1"), "leave nothing to look for."),
    ],
)
def test_unknown_codes(run: Run, doubtful: Path, options: tuple[str, ...], sentence: str) -> None:
    """A code that is none is a wrong command line, and the nearest is named."""
    result = run("check", doubtful, *options)

    assert (ExitCode.USAGE, "") == (result.exit_code, result.stdout)
    assert sentence in result.stderr


def test_data_ignores_the_terminal(start: Callable[..., "Popen[bytes]"], seed_path: Path) -> None:
    """JSON is UTF-8 whatever the terminal says, and a table shows a letter that it lacks as its code."""
    data, _ = start("check", seed_path, "--format", "json", PYTHONIOENCODING="ascii").communicate()
    table, _ = start("check", seed_path, PYTHONIOENCODING="ascii").communicate()

    assert "Əhmədov" in data.decode("utf-8")
    assert rb"\u018fhm\u0259dov" in table


def test_no_colour_in_a_pipe(start: Callable[..., "Popen[bytes]"], doubtful: Path) -> None:
    """Into a pipe go no escape sequences."""
    output, _ = start("check", doubtful).communicate()

    assert b"\x1b" not in output
