"""`footnotes notes`."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result

from footnotes.cli.exits import ExitCode

Run = Callable[..., Result]
SCHEMA = Path(__file__).parents[2] / "docs" / "notes.schema.json"


def test_table(run: Run, seed_path: Path) -> None:
    """The table names the true label, the label and the marker as printed, and the repair."""
    result = run("notes", seed_path)
    (row,) = [line for line in result.stdout.splitlines() if line.startswith("xlix ")]

    assert (ExitCode.DONE, "") == (result.exit_code, result.stderr)
    assert ["xlix", "xl", "ix", "xli"] == row.split()[:4]
    assert row.endswith("label misread")
    assert result.stdout.startswith(f"{seed_path}: 75 endnotes, 75 markers\n")


def test_brackets_are_no_markup(run: Run) -> None:
    """Square brackets of a note are printed as they are."""
    Path("paper.txt").write_text(
        "A claim.[1]\n\n## Notes\n\n[1] He said [bold] and [/i].\n", encoding="utf-8"
    )

    assert "He said [bold] and [/i]." in run("notes", "paper.txt").stdout


def test_escapes_are_shown(run: Run) -> None:
    """A paper cannot steer the terminal: control characters are shown."""
    Path("paper.txt").write_text("A claim.[1]\n\n## Notes\n\n[1] Red \x1b[31m alert.\n", encoding="utf-8")
    result = run("notes", "paper.txt")

    assert "\x1b" not in result.stdout
    assert "Red \\x1b[31m alert." in result.stdout


@pytest.mark.parametrize("columns", ["80", "120"])
def test_nothing_is_cut(run: Run, seed_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """At any width every word of every note is in the table, folded if need be."""
    monkeypatch.setenv("COLUMNS", columns)
    table = run("notes", seed_path).stdout
    notes = json.loads(run("notes", seed_path, "--format", "json").stdout)["notes"]
    texts = _read_column(table, "Text")

    assert max(len(line) for line in table.splitlines()) <= int(columns)
    assert "".join("".join(note["text"] for note in notes).split()) == texts


def _read_column(table: str, heading: str) -> str:
    """The signs of one column of a table, without blanks."""
    lines = table.splitlines()
    head = next(line for line in lines if heading in line)
    start = head.index(heading)
    end = head.index("Repaired")
    return "".join("".join(line[start:end].split()) for line in lines[lines.index(head) + 2 :])


def test_json(run: Run, seed_path: Path) -> None:
    """The JSON is what its schema says, and spans point into the unaltered source."""
    result = run("notes", seed_path, "--format", "json")
    printed = json.loads(result.stdout)
    jsonschema.validate(printed, json.loads(SCHEMA.read_text(encoding="utf-8")))
    text = seed_path.read_text(encoding="utf-8")

    assert (ExitCode.DONE, "") == (result.exit_code, result.stderr)
    assert list(range(1, 76)) == [note["number"] for note in printed["notes"]]
    assert [31, 32, 40, 41, 48, 49, 60, 61] == [
        problem["note"] for problem in printed["problems"] if problem["code"] == "marker-misread"
    ]
    assert all(
        marker["printed"] in text[slice(*marker["span"])].replace("\\", "") for marker in printed["markers"]
    )


def test_repairs_are_those_of_the_note(run: Run, seed_path: Path) -> None:
    """A note lists what was repaired in it; its misread marker stands in the body and is none of them."""
    notes = json.loads(run("notes", seed_path, "--format", "json").stdout)["notes"]

    assert ["label-misread"] == [repair["code"] for repair in notes[39]["repairs"]]
    assert [] == notes[59]["repairs"]


def test_a_missing_note_has_a_row(run: Run) -> None:
    """A marker that calls a note which is not there is listed, and said on standard error."""
    paper = "One.[1] Two.[2] Three.[3]\n\n## Notes\n\n[1] A remark.\n\n[2] Another remark.\n"
    result = run("notes", "-", stdin=paper)

    assert "The text calls this note, and it is not there." in result.stdout
    assert "-: The text calls note 3, and there is no such note." in result.stderr


def test_standard_input(run: Run, seed_path: Path) -> None:
    """`-` reads the paper from standard input."""
    result = run("notes", "-", stdin=seed_path.read_bytes())

    assert result.stdout.startswith("-: 75 endnotes, 75 markers\n")


def test_no_marker_at_all(run: Run) -> None:
    """That no marker was found is said once, and not for each note."""
    paper = "One. Two.\n\n## Notes\n\n[1] A remark.\n\n[2] Another remark.\n"
    result = run("notes", "-", stdin=paper)

    assert "-: no marker was found in the text that calls one of these notes.\n" == result.stderr


def test_many_without_a_marker(run: Run) -> None:
    """Notes without a marker share one sentence, and so do markers without a note."""
    calls = " ".join(f"Claim.[{number}]" for number in (1, 2, 5, 6, 7, 10, 11, 12))
    notes = "".join(f"[{number}] Remark {number}.\n\n" for number in range(1, 11))
    result = run("notes", "-", stdin=f"{calls}\n\n## Notes\n\n{notes}")

    assert [
        "-: The text calls notes 11, 12, and there are no such notes.",
        "-: No marker in the text calls notes 3, 4, 8, 9.",
    ] == result.stderr.splitlines()


@pytest.mark.parametrize("command", ["notes", "cites", "check", "normalize"])
def test_library_is_no_paper(run: Run, command: str) -> None:
    """Who gives a library to a command for papers is told what reads it."""
    Path("a.bib").write_text("@book{a, title = {T}}\n", encoding="utf-8")
    result = run(command, "a.bib")

    assert (ExitCode.FAILED, "") == (result.exit_code, result.stdout)
    assert [
        "a.bib: no notes were found in this text.",
        "a.bib: it ends as a library does, which “footnotes convert” reads.",
    ] == result.stderr.splitlines()


def test_a_missing_note_has_its_label(run: Run) -> None:
    """A note that is not there is named as the others are: by the label that its marker prints."""
    paper = "One.[i] Two.[ii] Three.[iii]\n\n## Notes\n\n[i] A remark.\n\n[ii] Another remark.\n"
    row = run("notes", "-", stdin=paper).stdout.splitlines()[-1]

    assert ["iii", "none", "iii", "The"] == row.split()[:4]
