"""Standard streams that the shell closed, and encodings that lack a sign."""

import subprocess
import sys
from pathlib import Path

import pytest

from footnotes.cli.exits import ExitCode
from footnotes.cli.tables import Column, print_table

PAPER = """\
One.[1] Two.[2]

[1] Adam Smith, *Wealth of Nations* (London: Strahan, 1776), 15.

[2] Ibid., 18.
"""
BOOK = "@book{smith1776, author = {Smith, Adam}, title = {Wealth of Nations}, date = {1776}}\n"

posix = pytest.mark.skipif(sys.platform == "win32", reason="The shell of Windows closes no streams.")


@pytest.fixture(autouse=True)
def write_files() -> None:
    """A paper and a library."""
    Path("paper.md").write_text(PAPER, encoding="utf-8")
    Path("a.bib").write_text(BOOK, encoding="utf-8")


def _run_closed(words: str, closed: str) -> "subprocess.CompletedProcess[str]":
    line = f'exec "{sys.executable}" -m footnotes {words} {closed}'
    return subprocess.run(["/bin/sh", "-c", line], capture_output=True, encoding="utf-8", check=False)


@posix
@pytest.mark.parametrize(
    "words",
    [
        "--help",
        "--version",
        "collect --help",
        "notes paper.md",
        "cites paper.md --format json",
        "check paper.md",
        "collect paper.md",
        "normalize paper.md",
        "convert a.bib --to ris",
        "validate a.bib",
        "merge a.bib",
    ],
)
def test_closed_output(words: str) -> None:
    """Without a standard output a command that prints ends as if its reader had gone away."""
    ended = _run_closed(words, ">&-")

    assert ExitCode.PIPE_CLOSED == ended.returncode
    assert "fault" not in ended.stderr
    assert "rror" not in ended.stderr


@posix
@pytest.mark.parametrize("words", ["collect paper.md -o new.bib", "convert a.bib -o new.bib"])
def test_closed_output_not_needed(words: str) -> None:
    """What writes a file needs no standard output, and no closed stream becomes that file."""
    ended = _run_closed(words, "<&- >&-")

    assert ExitCode.DONE == ended.returncode
    assert "new.bib: 1 work written as BibLaTeX.\n" == ended.stderr
    assert "@book{smith1776," in Path("new.bib").read_text(encoding="utf-8")


@posix
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("notes -", ExitCode.FAILED, "-: the file is empty."),
        (
            "convert - --to ris",
            ExitCode.USAGE,
            "Error: Standard input is empty: there is no library in it.",
        ),
        ("validate -", ExitCode.USAGE, "Error: Standard input is empty: there is no library in it."),
    ],
)
def test_closed_input(words: str, code: ExitCode, told: str) -> None:
    """A closed standard input is an empty one."""
    ended = _run_closed(words, "<&-")

    assert (code, "", told) == (ended.returncode, ended.stdout, ended.stderr.splitlines()[-1])


@posix
@pytest.mark.parametrize(
    ("words", "code", "start"),
    [
        ("notes paper.md", ExitCode.DONE, "paper.md: 2 endnotes"),
        ("notes absent.md", ExitCode.FAILED, ""),
        ("nonsense", ExitCode.USAGE, ""),
    ],
)
def test_closed_messages(words: str, code: ExitCode, start: str) -> None:
    """Without a standard error the exit code and the result stay what they are."""
    ended = _run_closed(words, "2>&-")

    assert code == ended.returncode
    assert ended.stdout.startswith(start)
    assert bool(start) == bool(ended.stdout)


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", ["liv → liii, “Ağrı” ≈ 5–6…", "Ağrı"]),
        ("latin-1", ['liv -> liii, "A\\u011fr\\u0131" ~ 5-6...', "A\\u011fr\\u0131"]),
        ("ascii", ['liv -> liii, "A\\u011fr\\u0131" ~ 5-6...', "A\\u011fr\\u0131"]),
        ("cp1254", ["liv -> liii, “Ağrı” ~ 5–6…", "Ağrı"]),
    ],
)
def test_signs(encoding: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign that an encoding lacks is a plain one there, a letter its code: names keep their letters."""
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    code = (
        "from footnotes.cli.streams import open_streams; open_streams();"
        "print('liv → liii, “Ağrı” ≈ 5–6…\\nAğrı')"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding=encoding, check=True)

    assert expected == ended.stdout.splitlines()


def test_tables_are_measured_in_plain_signs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The columns stand below each other where a sign becomes several."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("rich.console.Console.encoding", "ascii")
    print_table("≈", [Column("Cite", 12), Column("Means")], [("xi → x…", "one"), ("xii", "two")])
    lines = capsys.readouterr().out.splitlines()

    assert "~" == lines[0]
    assert ["xi -> x...", "xii"] == [line.split("|")[0].rstrip() for line in lines if "o" in line[12:]]
    assert 1 == len({line.index("|") for line in lines[3:] if line})
