"""`footnotes collect`."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import footnotes
from footnotes.cli.exits import ExitCode

Run = Callable[..., Result]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("output", "options", "name"),
    [
        ("library.bib", [], "biblatex"),
        ("library.bib", ["--to", "bibtex"], "bibtex"),
        ("library.json", [], "csl-json"),
        ("library.txt", ["--to", "csl-json"], "csl-json"),
    ],
)
def test_formats(run: Run, doubtful: Path, output: str, options: list[str], name: str) -> None:
    """The suffix tells the format, unless --to does; the file is that of the library."""
    result = run("collect", doubtful, "-o", output, *options)
    expected = footnotes.write_library(footnotes.read_apparatus(doubtful).library, name).text

    assert (ExitCode.DONE, "") == (result.exit_code, result.stdout)
    assert expected == Path(output).read_text(encoding="utf-8")
    assert f"{output}: 3 works written as " in result.stderr


def test_standard_output(run: Run, doubtful: Path) -> None:
    """Without a file the library goes to standard output, as BibLaTeX."""
    result = run("collect", doubtful)

    assert (
        footnotes.write_library(footnotes.read_apparatus(doubtful).library, "biblatex").text
        == result.stdout
    )


def test_doubts_are_told(run: Run, doubtful: Path) -> None:
    """A cite that is not certain is a sentence on standard error, with all that it may mean."""
    expected = (
        "doubtful.txt: note 3: “Ibid.”: taken for murinson2013 with low confidence (candidates: 2.1, 2.2),"
        " because several works stand in the note before."
    )

    assert expected in run("collect", doubtful).stderr.splitlines()


def test_doubts_are_handed_on(run: Run, doubtful: Path) -> None:
    """An Ibid. that points at a doubtful one is told with that as its reason."""
    paper = doubtful.read_text(encoding="utf-8").replace("claim.[3]", "claim.[3] A last claim.[4]")
    result = run("collect", "-", stdin=f"{paper}\n[4] Ibid., 12.\n")

    assert "with low confidence, because it points at 3, which is doubtful itself." in result.stderr


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        (
            [
                "Mark Derez, “Leuven,” in *Ravaged*, ed. Jo Lee (Brussels: M, 2014), 81.",
                "Lee, *Ravaged*, 3.",
            ],
            "taken for lee2014 with medium confidence, because only the volume",
        ),
        (
            [
                "John Smith, *Trade* (London: Verso, 2001), 12.",
                "CAB 23/45.",
                "Idem, *Ports* (London: V, 2005), 3.",
            ],
            "whose name it stands for is unknown, because notes without a cite stand between",
        ),
        (
            [
                "John Smith, *Trade* (London: Verso, 2001), 12.",
                "It was so.",
                "Idem, *Ports* (London: V, 2005), 3.",
            ],
            "whose name it stands for is not sure, because notes without a cite stand between",
        ),
        (
            ["Idem, *Ports* (London: V, 2005), 3.", "John Smith, *Trade* (London: Verso, 2001), 12."],
            "whose name it stands for is unknown, because no cite stands before it",
        ),
        (
            ["Mary Jones, *Ports* (Oxford: OUP, 2010), 88.", "Petrov, *Tales*, 3."],
            "“Petrov, Tales, 3”: which work it means is unknown, because no full citation fits it.",
        ),
    ],
)
def test_what_is_said_is_what_is_written(run: Run, notes: list[str], expected: str) -> None:
    """A work that is in the library is not called unknown, and an Idem is unsure of its author alone."""
    text = "".join(f"[{number}] {note}\n" for number, note in enumerate(notes, 1))

    assert expected in run("collect", "-", stdin=text).stderr


def test_all_of_a_note(run: Run) -> None:
    """A bare ibid that means all of a note is taken for all of it."""
    notes = "[1] J. Smith, *Trade* (Verso 2001) 12; M. Lee, *Ports* (OUP 2010) 88.\n[2] ibid.\n"
    result = run("collect", "-", "--profile", "oscola", stdin=notes)

    assert "“ibid.”: taken for all of a note with medium confidence" in result.stderr


def test_notes_without_a_cite(run: Run) -> None:
    """Notes in which no cite was found are named: they are commentary, or something was overlooked."""
    paper = "One.[1] Two.[2] Three.[3]\n\n## Notes\n\n[1] A remark.\n\n[2] Ibid.\n\n[3] Another remark.\n"
    result = run("cites", "-", stdin=paper)

    assert "-: no cite was found in notes 1, 3." in result.stderr.splitlines()


def test_batch_goes_on(run: Run) -> None:
    """Four papers without notes cost a sentence each and exit code 1; the fifth is collected."""
    result = run("collect", *SEEDS, "-o", "library.json")
    works = json.loads(Path("library.json").read_text(encoding="utf-8"))
    without = [
        line for line in result.stderr.splitlines() if line.endswith("no notes were found in this text.")
    ]

    assert ExitCode.FAILED == result.exit_code
    assert [f"{path}: no notes were found in this text." for path in SEEDS[1:]] == without
    assert "murinson2013" in {work["id"] for work in works}


def test_papers_without_notes_alone(run: Run) -> None:
    """Where no paper has notes, nothing is written."""
    result = run("collect", *SEEDS[1:], "-o", "library.json")

    assert ExitCode.FAILED == result.exit_code
    assert not Path("library.json").exists()


def test_papers_are_merged(run: Run, seed_path: Path, doubtful: Path) -> None:
    """A work that two papers cite is one reference."""
    alone = run("collect", seed_path, "--to", "csl-json").stdout
    together = run("collect", seed_path, doubtful, "--to", "csl-json").stdout

    assert {work["id"] for work in json.loads(alone)} == {work["id"] for work in json.loads(together)}


@pytest.mark.parametrize("make", [Path.hardlink_to, Path.symlink_to])
def test_inputs_are_never_overwritten(run: Run, doubtful: Path, make: Callable[[Path, Path], None]) -> None:
    """An output that is an input, under whatever name, is refused."""
    text = doubtful.read_text(encoding="utf-8")
    make(Path("library.bib"), doubtful.absolute())

    assert ExitCode.USAGE == run("collect", doubtful, "-o", "library.bib").exit_code
    assert text == doubtful.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("output", "cause"),
    [(".", "it is a folder"), ("absent/library.bib", "there is no folder absent")],
)
def test_output_that_cannot_be(run: Run, doubtful: Path, output: str, cause: str) -> None:
    """An output that cannot be written is refused before the work begins, in one sentence."""
    result = run("collect", doubtful, "-o", output, "--to", "bibtex")

    assert ExitCode.FAILED == result.exit_code
    assert f"{output}: the file cannot be written ({cause}).\n" == result.stderr


def test_protected_output(run: Run, doubtful: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is write-protected stays as it is."""
    Path("library.bib").write_text("what was there", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK or path != Path("library.bib"))
    result = run("collect", doubtful, "-o", "library.bib")

    assert (ExitCode.FAILED, "library.bib: the file cannot be written (permission denied).\n") == (
        result.exit_code,
        result.stderr,
    )
    assert "what was there" == Path("library.bib").read_text(encoding="utf-8")


def test_failure_in_writing(run: Run, doubtful: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails in the midst costs a sentence; what was there stays, and no piece is left."""
    Path("library.bib").write_text("what was there", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    result = run("collect", doubtful, "-o", "library.bib")

    assert ExitCode.FAILED == result.exit_code
    assert result.stderr.endswith("library.bib: the file cannot be written (No space left on device).\n")
    assert {"library.bib", "doubtful.txt"} == {path.name for path in Path().iterdir()}
    assert "what was there" == Path("library.bib").read_text(encoding="utf-8")


def test_devices_stay_devices(run: Run, doubtful: Path) -> None:
    """What is no file is written to, and never replaced by a file."""
    result = run("collect", doubtful, "-o", os.devnull, "--to", "bibtex")

    assert ExitCode.DONE == result.exit_code
    assert not Path(os.devnull).is_file()


def test_standard_input(run: Run, doubtful: Path) -> None:
    """`-` reads one paper from standard input."""
    assert run("collect", doubtful).stdout == run("collect", "-", stdin=doubtful.read_bytes()).stdout


def test_library_is_no_paper(run: Run) -> None:
    """Who gives a library to `collect` is told which command reads it."""
    Path("works.bib").write_text("@book{a, title={A}}", encoding="utf-8")
    result = run("collect", "works.bib", "-o", "new.bib")

    assert ExitCode.FAILED == result.exit_code
    assert "works.bib: it ends as a library does, which “footnotes convert” reads.\n" in result.stderr


def test_doubts_name_the_keys_of_the_library(run: Run, doubtful: Path) -> None:
    """A sentence names a work by the key that it has in the library, whatever made that."""
    other = doubtful.read_text(encoding="utf-8").replace(
        "*Turkey's Entente with Israel and Azerbaijan*", "*Elsewhere*"
    )
    Path("other.txt").write_text(other, encoding="utf-8")
    alone = run("collect", doubtful, "--keys", "auth.upper")
    together = run("collect", doubtful, "other.txt", "--to", "csl-json")

    assert "doubtful.txt: note 3: “Ibid.”: taken for MURINSON with low" in alone.stderr
    assert "other.txt: note 3: “Ibid.”: taken for murinson2013a with low" in together.stderr
    assert "murinson2013a" in {work["id"] for work in json.loads(together.stdout)}


def test_what_is_left_out_is_counted(run: Run, seed_path: Path) -> None:
    """Works that are not sure enough are missing in the library, and that is said."""
    result = run("collect", seed_path, "--min-confidence", "high", "-o", "sure.bib")

    assert f"{seed_path}: 1 work is left out, being less sure than high.\n" in result.stderr
    assert "sure.bib: 56 works written as BibLaTeX.\n" in result.stderr


def test_list_of_references(run: Run) -> None:
    """Who gives a list of references as a paper is told of --list, and it reads the list."""
    Path("list.txt").write_text("Smith, John. The Great Ports. London: Verso, 2001.\n", encoding="utf-8")
    result, read = run("collect", "list.txt"), run("collect", "list.txt", "--list", "--to", "csl-json")

    expected = "list.txt: no notes were found in this text.\nA list of references is read with --list.\n"
    assert (ExitCode.FAILED, expected) == (result.exit_code, result.stderr)
    assert ["smith2001"] == [work["id"] for work in json.loads(read.stdout)]


def test_entries_of_a_list(run: Run) -> None:
    """What is not sure in a list of references is an entry of it, and one may give no work."""
    Path("list.txt").write_text(
        "Bibliography\n\nSmith, Adam. Wealth of Nations. London: Strahan, 1776.\n\n21_\n", encoding="utf-8"
    )
    result = run("collect", "list.txt", "--list")

    told = "“21_”: its parts were told apart with medium confidence; no work is made of it."

    assert f"list.txt: entry 2: {told}\n" in result.stderr
