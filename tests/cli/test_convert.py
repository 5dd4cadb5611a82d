"""`footnotes convert`."""

import json
from collections.abc import Callable
from pathlib import Path

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
