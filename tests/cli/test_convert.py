"""`footnotes convert`."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest
from click.testing import Result

from footnotes.cli.exits import ExitCode
from footnotes.cli.outputs import FORMAT_NAMES, INPUT_NAMES
from footnotes.formats import FORMATS, READABLE, load_library

Run = Callable[..., Result]

WORK = (
    "@book{murinson2013,\n  author = {Murinson, Alexander},\n  title = {An Entente},\n  year = {2013},\n}\n"
)
# The second entry never ends, the fourth repeats a key.
BROKEN = (
    f"{WORK}\n@book{{lost2014, title = {{Never closed,\n\n@book{{kept2015, title = {{Kept}}}}\n\n{WORK}"
)


def test_format_names() -> None:
    """The names that --to offers are those of the formats, those of --from what can be read of them."""
    assert sorted(FORMATS) == list(FORMAT_NAMES)
    assert sorted(READABLE) == list(INPUT_NAMES)


@pytest.mark.parametrize("via", INPUT_NAMES)
def test_there_and_back(run: Run, via: str) -> None:
    """A library that goes through another format comes back as it was."""
    Path("in.bib").write_text(WORK, encoding="utf-8")
    run("convert", "in.bib", "--to", via, "-o", "between")
    run("convert", "in.bib", "--to", "bibtex", "-o", "straight.bib")
    result = run("convert", "between", "--from", via, "--to", "bibtex", "-o", "back.bib")

    assert ExitCode.DONE == result.exit_code
    # The letters of the .bib differ: no other format tells which words of a title are in braces.
    assert load_library("straight.bib") == load_library("back.bib")


def test_standard_streams(run: Run) -> None:
    """`-` is standard input, and standard output is the default."""
    result = run("convert", "-", "--from", "bibtex", "--to", "csl-json", stdin=WORK)

    assert (ExitCode.DONE, "") == (result.exit_code, result.stderr)
    assert ["murinson2013"] == [work["id"] for work in json.loads(result.stdout)]


def test_broken_entry(run: Run) -> None:
    """A broken entry costs itself only, and is named with line and column."""
    Path("broken.bib").write_text(BROKEN, encoding="utf-8")
    result = run("convert", "broken.bib", "--to", "csl-json")

    assert ExitCode.FAILED == result.exit_code
    assert ["murinson2013", "kept2015", "murinson2013-2"] == [
        work["id"] for work in json.loads(result.stdout)
    ]
    assert "broken.bib: Line 7, column 25: " in result.stderr
    assert "the key 'murinson2013' is taken" in result.stderr


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("empty.bib", b"", "no works were found"),
        ("text.bib", b"Dear reader", "no works were found"),
        ("bytes.bib", bytes(range(256)), "binary data"),
        ("text.json", b"Dear reader", "not JSON"),
        ("object.json", b"{}", "not a list"),
        ("deep.json", b"[" * 100_000, "not JSON"),
    ],
)
def test_bad_input(run: Run, name: str, data: bytes, cause: str) -> None:
    """What is no library costs a sentence that names file and cause, and the output stays."""
    Path(name).write_bytes(data)
    Path("out.bib").write_text("what was there", encoding="utf-8")
    result = run("convert", name, "--to", "bibtex", "-o", "out.bib")

    assert ExitCode.FAILED == result.exit_code
    assert 1 == len(result.stderr.splitlines())
    assert result.stderr.startswith(name)
    assert cause in result.stderr
    assert "what was there" == Path("out.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-16", "-: It was read as UTF-16, by its byte order mark.\n"),
        ("cp1254", "-: It was read as Windows-1254 (Turkish), by its letters.\n"),
        ("utf-8-sig", ""),
        ("utf-8", ""),
    ],
)
def test_encodings_of_standard_input(run: Run, encoding: str, said: str) -> None:
    """Standard input is read in whatever encoding it is, and any but UTF-8 is said in one sentence."""
    data = "@book{k, title = {Işığın Şarkısı}}".encode(encoding)
    result = run("convert", "-", "--from", "bibtex", "--to", "csl-json", stdin=data)

    assert (ExitCode.DONE, said) == (result.exit_code, result.stderr)
    assert ["Işığın Şarkısı"] == [work["title"] for work in json.loads(result.stdout)]


def test_encoding_of_a_file_is_said(run: Run) -> None:
    """The encoding of a file is said with its name, and costs no exit code."""
    Path("old.bib").write_bytes("@book{k, title = {Война и мир}}".encode("cp1251"))
    result = run("convert", "old.bib", "--to", "csl-json")

    expected = "old.bib: It was read as Windows-1251 (Cyrillic), by its letters.\n"
    assert (ExitCode.DONE, expected) == (result.exit_code, result.stderr)


@pytest.mark.parametrize("data", [b"\xff", bytes(range(256))])
def test_bad_standard_input(run: Run, data: bytes) -> None:
    """Bytes on standard input that state no work cost a sentence."""
    result = run("convert", "-", "--from", "bibtex", "--to", "csl-json", stdin=data)

    assert ExitCode.FAILED == result.exit_code
    assert result.stderr.startswith("-: ")


@pytest.mark.parametrize("name", ["absent.bib", "folder.bib"])
def test_unreadable_file(run: Run, name: str) -> None:
    """No such file, or a folder: a sentence with its name."""
    Path("folder.bib").mkdir()
    result = run("convert", name, "--to", "csl-json")

    assert (ExitCode.FAILED, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(name)


def test_input_is_never_overwritten(run: Run) -> None:
    """A library is not converted into itself."""
    Path("in.bib").write_text(WORK, encoding="utf-8")

    assert ExitCode.USAGE == run("convert", "in.bib", "--to", "biblatex", "-o", "in.bib").exit_code
    assert WORK == Path("in.bib").read_text(encoding="utf-8")


def test_loss_report(run: Run) -> None:
    """What the new format cannot hold is said on standard error, a sentence for each variable."""
    result = run("convert", "-", "--from", "csl-json", "--to", "bibtex", stdin=_make_losses(5))

    assert ExitCode.DONE == result.exit_code
    assert "What BibTeX does not hold as it was given:" in result.stderr
    assert "  The title of 5 works: " in result.stderr


@pytest.mark.parametrize("option", [["--strict"], ["--loss", "error"]])
def test_strict(run: Run, option: list[str]) -> None:
    """With --loss error, or --strict for short, a loss is an error, and nothing is written."""
    Path("in.json").write_text(_make_losses(1), encoding="utf-8")
    result = run("convert", "in.json", "--to", "bibtex", "-o", "out.bib", *option)
    streamed = run("convert", "in.json", "--to", "bibtex", *option)

    assert ExitCode.FAILED == result.exit_code
    assert not Path("out.bib").exists()
    assert (ExitCode.FAILED, "") == (streamed.exit_code, streamed.stdout)
    assert result.stderr.endswith("out.bib: nothing was written, because no loss is allowed.\n")


def _make_losses(count: int) -> str:
    """Works with a variable that BibTeX cannot hold."""
    works = [{"id": f"work{one}", "type": "book", "title": "A \x07 bell"} for one in range(count)]
    return json.dumps(works)


def test_suffix_tells_the_format(run: Run) -> None:
    """Without --to the suffix of the new file tells its format; standard output tells none."""
    Path("in.bib").write_text(WORK, encoding="utf-8")
    result = run("convert", "in.bib", "-o", "out.ris")
    unknown = run("convert", "in.bib", "-o", "out.docx")

    assert "out.ris: 1 work written as RIS.\n" == result.stderr
    assert Path("out.ris").read_text(encoding="utf-8").startswith("TY  - BOOK\n")
    assert (ExitCode.USAGE, ExitCode.USAGE) == (unknown.exit_code, run("convert", "in.bib").exit_code)
    assert "out.docx: its suffix tells no format: name one with --to.\n" in unknown.stderr


def test_names_in_capitals(run: Run) -> None:
    """People write the names of formats as they read them."""
    result = run("convert", "-", "--from", "BibTeX", "--to", "RIS", stdin=WORK)

    assert ExitCode.DONE == result.exit_code
    assert result.stdout.startswith("TY  - BOOK\n")


@pytest.mark.parametrize("name", INPUT_NAMES)
def test_standard_input_tells_its_format(run: Run, name: str) -> None:
    """A library on standard input needs no --from: it begins as libraries of its format do."""
    Path("in.bib").write_text(WORK, encoding="utf-8")
    text = run("convert", "in.bib", "--to", name).stdout
    result = run("convert", "-", "--to", "csl-json", stdin=text)

    assert (ExitCode.DONE, "") == (result.exit_code, result.stderr)
    assert ["murinson2013"] == [work["id"] for work in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("works.bib", "[]", "no works were found in it. It looks like CSL-JSON: try --from csl-json."),
        ("works.bib", "TY  - BOOK\nER  - \n", "It looks like RIS: try --from ris."),
        ("works.json", WORK, "It looks like BibTeX: try --from bibtex."),
        ("works.ris", WORK, "there is no line that begins with TY. It looks like BibTeX: "),
        ("works.bib", "", "works.bib: no works were found in it.\n"),
    ],
)
@pytest.mark.parametrize("command", ["convert", "validate", "dedupe"])
def test_another_format_than_the_suffix_says(
    run: Run, command: str, name: str, text: str, said: str
) -> None:
    """A file that is something else than its suffix says is refused, and what it seems to be is told."""
    Path(name).write_text(text, encoding="utf-8")
    result = run(command, name, *(["--to", "csv"] if command == "convert" else []))

    assert (ExitCode.FAILED, "") == (result.exit_code, result.stdout)
    assert said in result.stderr


@pytest.mark.parametrize("command", ["convert", "validate", "dedupe", "merge"])
def test_no_library(run: Run, command: str) -> None:
    """What is no library at all is wrong usage, and the sentence tells what to do."""
    Path("paper.txt").write_text("A paper.[1]\n\n[1] Smith 2.\n", encoding="utf-8")
    result = run(command, "paper.txt", *(["--to", "csv"] if command == "convert" else []))

    assert (ExitCode.USAGE, "") == (result.exit_code, result.stdout)
    assert "paper.txt: neither its suffix nor its beginning is that of a library." in result.stderr
    assert "“footnotes collect”" in result.stderr


@pytest.mark.parametrize("command", ["convert", "validate", "dedupe", "merge"])
def test_no_such_file(run: Run, command: str) -> None:
    """A name that is mistyped is said to be that of no file, whatever its suffix."""
    result = run(command, "absent.docx", *(["--to", "csv"] if command == "convert" else []))

    assert "" == result.stdout
    assert "absent.docx: " in result.stderr
    assert "no such file" in result.stderr.lower()


def test_missing_keys(run: Run) -> None:
    """Works without a key get one of surname and year, and never one that is there."""
    entries = "".join(
        f"TY  - BOOK\nAU  - {name}\nPY  - 2001\n{key}ER  - \n\n"
        for name, key in [("Smith, J.", "ID  - Jones2001\n"), ("Jones, A.", ""), ("Roe, B.", "")]
    )
    Path("in.ris").write_text(entries, encoding="utf-8")
    result = run("convert", "in.ris", "--to", "csl-json")

    assert "in.ris: 2 works had no key and got one: jones2001-2, roe2001.\n" == result.stderr
    assert ["Jones2001", "jones2001-2", "roe2001"] == [work["id"] for work in json.loads(result.stdout)]


def test_a_file_in_the_place_is_told(run: Run) -> None:
    """Who writes over a file is told so."""
    Path("in.bib").write_text(WORK, encoding="utf-8")
    Path("empty.ris").touch()
    first, second, third = (
        run("convert", "in.bib", "-o", name) for name in ("a.ris", "a.ris", "empty.ris")
    )

    assert "a.ris: 1 work written as RIS.\n" == first.stderr
    assert "a.ris: 1 work written as RIS, in place of what was there.\n" == second.stderr
    assert "empty.ris: 1 work written as RIS.\n" == third.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders.")
def test_pipe_is_read_once(start: Callable[..., "Popen[bytes]"]) -> None:
    """A pipe that holds no library costs a sentence, and nobody waits for it to be filled again."""
    os.mkfifo("works")
    process = start("convert", "works", "--from", "ris", "--to", "csv")
    Path("works").write_text(WORK, encoding="utf-8")
    _, stderr = process.communicate(timeout=20)

    assert (ExitCode.FAILED, b"works: it is no RIS") == (process.returncode, stderr[:19])
