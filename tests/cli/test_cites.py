"""`footnotes cites`."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import jsonschema
import pytest
from click.testing import Result

import footnotes
from footnotes.cli.exits import ExitCode
from footnotes.formats import apparatus_to_json

Run = Callable[..., Result]
SCHEMA = Path(__file__).parents[2] / "docs" / "apparatus.schema.json"


def _find_row(table: str, label: str) -> str:
    """The lines of the row that begins with `label`, blanks folded."""
    blocks = [block for block in table.split("\n\n") if block.startswith(f"{label} ")]
    return " ".join(blocks[0].split())


def test_chain(run: Run, seed_path: Path) -> None:
    """An Ibid. shows every step to the full citation, the rule and how sure it is."""
    row = _find_row(run("cites", seed_path).stdout, "xxvi")

    assert "xxvi → xxv → xxiv → xxiii" in row
    assert "by ibid" in row
    assert "high" in row


def test_full_cite(run: Run, seed_path: Path) -> None:
    """A full citation shows its type, its parts, its key and the place cited."""
    row = _find_row(run("cites", seed_path).stdout, "xiii")
    expected = (
        "book · Murinson, Alexander · Turkey's",
        "London: Routledge",
        "· 2013",
        "murinson2013",
        "page 116",
    )

    assert [] == [part for part in expected if part not in row]


def test_signal(run: Run, seed_path: Path) -> None:
    """A signal stands before what the cite says."""
    assert "See · Slezkine 6" in _find_row(run("cites", seed_path).stdout, "viii.2")


def test_shared_note(run: Run, seed_path: Path) -> None:
    """A cite that shares its note has its place behind the label."""
    assert "Murinson 126" in _find_row(run("cites", seed_path).stdout, "xix.1")


def test_doubt(run: Run, doubtful: Path) -> None:
    """A doubtful cite shows its confidence and all that it may mean."""
    row = _find_row(run("cites", doubtful).stdout, "3")

    assert "low" in row
    assert "candidates: 2.1, 2.2" in row


def test_narrow_terminal(run: Run, seed_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 80 columns no line is longer, and no key, rule or confidence is cut."""
    monkeypatch.setenv("COLUMNS", "80")
    table = run("cites", seed_path).stdout
    apparatus = footnotes.read_apparatus(seed_path)

    assert max(len(line) for line in table.splitlines()) <= 80
    assert {work.key for work in apparatus.library} <= set(table.split())
    assert len(apparatus.cites) == table.count(" by ")


def test_no_colour_in_a_pipe(start: Callable[..., "Popen[bytes]"], doubtful: Path) -> None:
    """Into a pipe go no escape sequences."""
    output, _ = start("cites", doubtful).communicate()

    assert b"\x1b" not in output


def test_letters_beyond_the_encoding(start: Callable[..., "Popen[bytes]"], seed_path: Path) -> None:
    """Where the terminal knows no letter of the paper, its code is shown and nothing breaks."""
    process = start("cites", seed_path, PYTHONIOENCODING="ascii")
    output, _ = process.communicate()

    assert ExitCode.DONE == process.returncode
    assert rb"\u018fliyev" in output


def test_json(run: Run, seed_path: Path) -> None:
    """The JSON is that of the library, with all letters as they are, and is what its schema says."""
    result = run("cites", seed_path, "--format", "json")
    printed = json.loads(result.stdout)
    jsonschema.validate(printed, json.loads(SCHEMA.read_text(encoding="utf-8")))

    assert (ExitCode.DONE, "") == (result.exit_code, result.stderr)
    assert apparatus_to_json(footnotes.read_apparatus(seed_path)) == printed
    assert "Əliyev" in result.stdout


def test_json_ignores_the_terminal(start: Callable[..., "Popen[bytes]"], seed_path: Path) -> None:
    """JSON is UTF-8 whatever the terminal says: it is data."""
    output, _ = start("cites", seed_path, "--format", "json", PYTHONIOENCODING="ascii").communicate()

    assert "Əliyev" in output.decode("utf-8")


PAPER = """\
One.[1] Two.[2] Three.[3]

## Notes

[1] Ibid., 5.

[2] Adam Smith, *Wealth of Nations* (London: Strahan, 1776), 15.

[3] See above, note 2.
"""


def test_reasons(run: Run) -> None:
    """What is not sure has its reason in the table: nobody can mend an unknown alone."""
    table = run("cites", "-", stdin=PAPER).stdout
    words = " ".join(table.split())

    assert "-: 2 cites in 3 notes, 1 work\n" in table
    assert "unknown none ibid page 5 by ibid because no cite stands before it" in words


def test_pointer_to_the_paper(run: Run) -> None:
    """A pointer to the author's own note means no work, and that is not called unknown."""
    row = run("cites", "-", stdin=PAPER).stdout.partition("\n3 ")[2].split()

    assert "the paper itself high" in " ".join(row)


def test_words_of_people(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Types and pages are in words, and a pointer to a page of the paper is no doubt."""
    monkeypatch.setenv("COLUMNS", "120")
    paper = """\
One.[1] Two.[2]

## Notes

[1] *Brown v. Board of Education*, 347 U.S. 483 (1954).

[2] See the discussion above, pp. 12-15.
"""
    table = run("cites", "-", stdin=paper).stdout

    assert "legal case · Brown v. Board of Education · U.S. · vol. 347 · p. 483" in table
    assert "none" not in table
