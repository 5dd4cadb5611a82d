"""`footnotes format`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from footnotes.cli.exits import ExitCode

Run = Callable[..., Result]
ITEMS = [{"id": "a", "type": "book", "title": "On Trade", "author": [{"family": "Doe", "given": "Jane"}]}]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one work."""
    path = tmp_path / "works.json"
    path.write_text(json.dumps(ITEMS), encoding="utf-8")
    return path


def test_library(run: Run, library: Path) -> None:
    """A library is printed as a bibliography, and standard error says by which engine."""
    result = run("format", library, "--style", "mhra-notes", "--engine", "citeproc-py")

    assert "Doe, Jane, On Trade (n.d.)\n" == result.stdout
    assert "Formatted by citeproc-py" in result.stderr


def test_paper_into_a_file(run: Run, doubtful: Path, tmp_path: Path) -> None:
    """A paper is printed as its notes and its bibliography, into the file asked for."""
    target = tmp_path / "out.html"
    result = run("format", doubtful, "--engine", "citeproc-py", "--output", "html", "-o", target)

    assert ExitCode.DONE == result.exit_code
    page = target.read_text(encoding="utf-8")
    assert '<li id="note-2"' in page
    assert '<div class="bibliography">' in page


@pytest.mark.parametrize(("name", "sign"), [("out.htm", "<div"), ("out.MD", "*"), ("out.txt", "Doe")])
def test_the_suffix_says_how(run: Run, library: Path, tmp_path: Path, name: str, sign: str) -> None:
    """A file that ends as HTML or Markdown does is written so, unless something else is asked for."""
    asked = ("format", library, "--style", "mhra-notes", "--engine", "citeproc-py", "-o", tmp_path / name)
    run(*asked)
    by_suffix = (tmp_path / name).read_text(encoding="utf-8")
    run(*asked, "--output", "text")

    assert sign in by_suffix
    assert "Doe, Jane, On Trade (n.d.)\n" == (tmp_path / name).read_text(encoding="utf-8")


def test_works_without_keys(run: Run, tmp_path: Path) -> None:
    """Every record of a file without keys is printed once, and one that the style leaves out is named."""
    path = tmp_path / "endnote.ris"
    records = [("BOOK", "Salt"), ("BOOK", "Bread"), ("GEN", "Oil")]
    path.write_text("".join(f"TY  - {kind}\nTI  - {title}\nER  - \n" for kind, title in records), "utf-8")
    printed = run("format", path, "--style", "chicago-notes-bibliography", "--engine", "citeproc-py")

    assert ["Bread. n.d.", "Salt. n.d."] == sorted(printed.stdout.split("\n\n")[0].splitlines())
    assert "prints nothing for “Oil” (type document)." in printed.stderr


def test_what_is_written_over_is_told(run: Run, library: Path, tmp_path: Path) -> None:
    """A file that is replaced is told of, and the style itself is never written over."""
    target, style = tmp_path / "out.txt", tmp_path / "my.csl"
    target.write_text("mine", encoding="utf-8")
    style.write_text("<style/>", encoding="utf-8")
    replaced = run("format", library, "--engine", "citeproc-py", "-o", target)
    refused = run("format", library, "--style", style, "-o", style)

    assert f"{target}: the bibliography is written, in place of what was there." in replaced.stderr
    assert ExitCode.USAGE == refused.exit_code
    assert "<style/>" == style.read_text(encoding="utf-8")


def test_old_name_and_wrong_name(run: Run, library: Path) -> None:
    """An old name leads to today's style; a wrong one is a wrong option, told with the nearest."""
    old = run("format", library, "--style", "chicago-fullnote-bibliography", "--engine", "citeproc-py")
    wrong = run("format", library, "--style", "oscolla")

    assert "in the style chicago-notes-bibliography" in old.stderr
    assert ExitCode.USAGE == wrong.exit_code
    assert "the nearest are oscola" in wrong.stderr


def test_broken_style_file_is_no_wrong_option(run: Run, library: Path, tmp_path: Path) -> None:
    """A file that is there and holds no style is an input that cannot be used."""
    style = tmp_path / "my.csl"
    style.write_text("<style/>", encoding="utf-8")

    assert ExitCode.FAILED == run("format", library, "--style", style).exit_code


def test_empty_library(run: Run, tmp_path: Path) -> None:
    """A library without works is an input that cannot be used."""
    path = tmp_path / "none.json"
    path.write_text("[]", encoding="utf-8")

    assert ExitCode.FAILED == run("format", path).exit_code
