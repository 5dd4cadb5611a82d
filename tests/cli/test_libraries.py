"""`footnotes merge`, `footnotes dedupe`, `footnotes validate`, and `--keys`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from footnotes.cli.exits import ExitCode
from footnotes.validate import RULES

Run = Callable[..., Result]

PORTS = "@book{smith2001,\n  author = {Smith, John},\n  title = {Great Ports},\n  date = {2001},\n}\n"
FULLER = (
    "@book{s01,\n  author = {Smith, J.},\n  title = {Great Ports: A History},\n  date = {2001},\n"
    "  publisher = {Verso},\n}\n"
)
OTHER = "@book{smith2001,\n  author = {Smith, Anna},\n  title = {Small Ships},\n  date = {2001},\n}\n"


@pytest.fixture(autouse=True)
def libraries() -> None:
    """Three small libraries, and one with duplicates."""
    for name, text in (("a", PORTS), ("b", FULLER), ("c", OTHER), ("d", PORTS + "\n" + FULLER)):
        Path(f"{name}.bib").write_text(text, encoding="utf-8")


def _list_items(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_merge_joins(run: Run) -> None:
    """The same work of two libraries is one, with all fields, and what differs is told."""
    result = run("merge", "a.bib", "b.bib", "--to", "csl-json")
    (item,) = _list_items(result)

    assert ExitCode.DONE == result.exit_code
    assert ("smith2001", "Great Ports: A History", "Verso") == (
        item["id"],
        item["title"],
        item["publisher"],
    )
    assert "smith2001: joined from smith2001 of a.bib, s01 of b.bib.\n" in result.stderr
    assert "title is “Great Ports: A History”; another entry has “Great Ports”.\n" in result.stderr
    assert result.stderr.endswith("1 work joined.\n")


def test_merge_keeps_keys_apart(run: Run) -> None:
    """A key that two works have gets a letter in the later library, and that is told."""
    result = run("merge", "a.bib", "c.bib", "--to", "csl-json")

    assert ["smith2001", "smith2001a"] == [item["id"] for item in _list_items(result)]
    assert "c.bib: the key smith2001 is that of another work; it is smith2001a now.\n" == result.stderr


def test_merge_with_itself(run: Run) -> None:
    """A library merged with a copy of itself is what it was, without a word."""
    alone, twice = run("merge", "a.bib"), run("merge", "a.bib", "a.bib")

    assert (alone.stdout, "") == (twice.stdout, twice.stderr)


def test_merge_goes_on_without_one(run: Run) -> None:
    """A library that cannot be read costs a sentence and exit code 1; the others are merged."""
    result = run("merge", "a.bib", "absent.bib", "--to", "csl-json")

    assert ExitCode.FAILED == result.exit_code
    assert ["smith2001"] == [item["id"] for item in _list_items(result)]
    assert "absent.bib: the file cannot be read" in result.stderr


def test_merge_of_nothing(run: Run) -> None:
    """Where there is no work nothing is written."""
    Path("empty.bib").write_text("", encoding="utf-8")
    result = run("merge", "empty.bib", "-o", "new.bib")

    assert ExitCode.FAILED == result.exit_code
    expected = "empty.bib: no works were found in it.\nNo works were found, so nothing was written.\n"
    assert expected == result.stderr
    assert not Path("new.bib").exists()


@pytest.mark.parametrize(
    "words", [("merge", "a.bib", "b.bib", "-o", "a.bib"), ("dedupe", "a.bib", "--apply", "-o", "a.bib")]
)
def test_inputs_are_never_overwritten(run: Run, words: tuple[str, ...]) -> None:
    """An input is refused as the output, and stays."""
    result = run(*words)

    assert ExitCode.USAGE == result.exit_code
    assert "it would be overwritten" in result.stderr
    assert PORTS == Path("a.bib").read_text(encoding="utf-8")


def test_dedupe_shows(run: Run) -> None:
    """The pairs are shown side by side with the evidence, and the file stays."""
    before = Path("d.bib").read_text(encoding="utf-8")
    result = run("dedupe", "d.bib")

    assert ExitCode.DONE == result.exit_code
    assert result.stdout.startswith("d.bib: 1 pair of entries may be one work\n")
    assert all(
        word in result.stdout for word in ("medium", "s01", "Smith, J.", "≈", "Great Ports: A History")
    )
    assert before == Path("d.bib").read_text(encoding="utf-8")


def test_dedupe_applies(run: Run) -> None:
    """With --apply the pairs are one in the new file, under the first key, the other kept in ids."""
    result = run("dedupe", "d.bib", "--apply", "-o", "new.bib")
    text = Path("new.bib").read_text(encoding="utf-8")

    assert ExitCode.DONE == result.exit_code
    assert 1 == text.count("@book{")
    assert all(word in text for word in ("@book{smith2001,", "ids = {s01}", "Verso", "variant-title"))
    assert "smith2001: joined with s01.\n1 work joined into others.\n" in result.stderr
    assert result.stderr.endswith("new.bib: 1 work written as BibLaTeX.\n")


def test_dedupe_leaves_the_less_certain(run: Run) -> None:
    """Pairs below the asked confidence are counted, neither shown nor joined."""
    result = run("dedupe", "d.bib", "--min-confidence", "high")

    assert "d.bib: no two entries were found to be one work.\n" == result.stdout
    assert "1 less certain pair is left out; see --min-confidence.\n" == result.stderr


def test_dedupe_needs_a_file(run: Run) -> None:
    """--apply without -o is refused, and -o without --apply."""
    for words in (("--apply",), ("-o", "new.bib")):
        result = run("dedupe", "d.bib", *words)
        assert ExitCode.USAGE == result.exit_code
        assert "--apply needs -o" in result.stderr


def test_keys(run: Run) -> None:
    """--keys makes the keys anew, and refuses a pattern with the column and the nearest name."""
    result = run("convert", "b.bib", "--to", "csl-json", "--keys", "auth.upper+year")
    wrong = run("convert", "b.bib", "--to", "csl-json", "--keys", "auth+yaer")

    assert ["SMITH2001"] == [item["id"] for item in _list_items(result)]
    assert ExitCode.USAGE == wrong.exit_code
    assert "column 6: there is no part “yaer”; the nearest is “year”" in wrong.stderr


def test_keys_of_a_paper(run: Run, doubtful: Path) -> None:
    """`collect` takes the same patterns."""
    result = run("collect", doubtful, "--to", "csl-json", "--keys", "auth+year")

    assert ["Altstadt2017", "Broers2019", "Murinson2013"] == [item["id"] for item in _list_items(result)]


def test_validate(run: Run) -> None:
    """Findings are a table with places, and cost no exit code unless asked."""
    Path("bad.bib").write_text(
        "@book{a,\n  date = {2001},\n  isbn = {0-19-852663-5},\n}\n", encoding="utf-8"
    )
    result = run("validate", "bad.bib", "a.bib")

    assert ExitCode.DONE == result.exit_code
    assert all(
        word in result.stdout for word in ("bad.bib: 3 findings (1 error, 2 warnings)", "3:10", "FL601")
    )
    assert "a.bib: nothing was found that should be mended.\n" in result.stdout
    assert "3 findings (1 error, 2 warnings).\n" == result.stderr
    assert ExitCode.FINDINGS == run("validate", "bad.bib", "--fail-on", "error").exit_code
    assert ExitCode.DONE == run("validate", "a.bib", "--fail-on", "info").exit_code


def test_validate_in_another_dialect(run: Run) -> None:
    """--dialect asks for the fields of another dialect: BibTeX wants a publisher."""
    result = run("validate", "a.bib", "--dialect", "bibtex", "--format", "json")
    (finding,) = json.loads(result.stdout)["libraries"][0]["findings"]

    assert ("FL201", "An entry of this type should state publisher.") == (
        finding["code"],
        finding["message"],
    )


def test_validate_as_sarif(run: Run) -> None:
    """The SARIF log has all rules, and says whether every library was read."""
    result = run("validate", "a.bib", "absent.bib", "--format", "sarif")
    (log,) = json.loads(result.stdout)["runs"]

    assert ExitCode.FAILED == result.exit_code
    assert [rule.code for rule in RULES] == [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    assert [{"executionSuccessful": False}] == log["invocations"]


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("bytes.bib", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", "binary data"),
        ("text.json", b"Dear", "not JSON"),
    ],
)
def test_validate_bad_input(run: Run, name: str, data: bytes, cause: str) -> None:
    """What is no library costs a sentence that names file and cause."""
    Path(name).write_bytes(data)
    result = run("validate", name)

    assert ExitCode.FAILED == result.exit_code
    assert result.stderr.startswith(f"{name}: ")
    assert cause in result.stderr


def test_validate_in_an_old_encoding(run: Run) -> None:
    """A library in an old encoding is validated like any other, and the encoding is told."""
    entry = "@book{muller1999, author = {Müller, Jürgen}, title = {Über die Wände}, date = {1999}}\n"
    Path("old.bib").write_bytes(entry.encode("latin-1"))
    result = run("validate", "old.bib", "--format", "json")

    assert ExitCode.DONE == result.exit_code
    assert "old.bib" in result.stderr
    assert any(word in result.stderr for word in ("Latin-1", "Windows-1252"))


@pytest.mark.parametrize("words", [("merge",), ("dedupe",), ("validate",)])
def test_standard_input(run: Run, words: tuple[str, ...]) -> None:
    """`-` is a library on standard input, read as its file is."""
    text = Path("d.bib").read_text(encoding="utf-8")
    streamed, read = run(*words, "-", stdin=text), run(*words, "d.bib")

    assert ExitCode.DONE == streamed.exit_code
    assert read.stdout.replace("d.bib:", "-:", 1) == streamed.stdout


@pytest.mark.parametrize("command", ["merge", "validate"])
def test_standard_input_is_read_once(run: Run, command: str) -> None:
    """Standard input cannot be two libraries."""
    result = run(command, "-", "-", stdin=PORTS)

    assert ExitCode.USAGE == result.exit_code
    assert "can be read only once" in result.stderr


def test_merge_tells_the_new_keys(run: Run) -> None:
    """With --keys the sentences name works by the keys that they get."""
    result = run("merge", "a.bib", "b.bib", "c.bib", "--keys", "auth.upper+year", "--to", "csl-json")

    assert ["SMITH2001", "SMITH2001a"] == [item["id"] for item in _list_items(result)]
    assert "SMITH2001: joined from smith2001 of a.bib, s01 of b.bib.\n" in result.stderr
    assert (
        "SMITH2001: the title is “Great Ports: A History”; another entry has “Great Ports”.\n"
        in result.stderr
    )
    assert "is that of another work" not in result.stderr


def test_merge_names_what_is_empty(run: Run) -> None:
    """A library without a work is named: it may be a file of another format."""
    Path("empty.bib").write_text("[]", encoding="utf-8")
    result = run("merge", "a.bib", "empty.bib", "--to", "csl-json")

    assert ExitCode.FAILED == result.exit_code
    assert ["smith2001"] == [item["id"] for item in _list_items(result)]
    assert (
        "empty.bib: no works were found in it. It looks like CSL-JSON: try --from csl-json.\n"
        == result.stderr
    )


def test_merge_counts_what_may_be_one(run: Run) -> None:
    """Two entries of one library are not joined, and that they may be one work is told."""
    result = run("merge", "d.bib", "c.bib")

    assert result.stderr.endswith("1 pair of entries may still be one work: “footnotes dedupe” shows it.\n")


def test_dedupe_applies_nothing(run: Run) -> None:
    """Where no two entries are one work that is told, and the library is written as it is."""
    result = run("dedupe", "a.bib", "--apply", "-o", "new.bib")

    assert ExitCode.DONE == result.exit_code
    assert result.stderr.startswith("a.bib: no two entries were found to be one work.\n")
    assert Path("new.bib").exists()


def test_validate_sets_tables_apart(run: Run) -> None:
    """A blank line stands between the libraries."""
    result = run("validate", "a.bib", "c.bib")

    assert "\n\nc.bib: " in result.stdout


def test_differences_are_named_as_people_do(run: Run) -> None:
    """A field in which two entries differ has the name that people have for it."""
    for name, date in (("one", "2020-01-02"), ("two", "2021-03-04")):
        fields = "title = {On Trade}, author = {Roe, Ann}, date = {2001}, url = {https://e.org/a}"
        page = f"@online{{a, {fields}, urldate = {{{date}}}}}"
        Path(f"{name}.bib").write_text(page, encoding="utf-8")
    result = run("merge", "one.bib", "two.bib")

    assert "a: the access date is “2021-03-04”; another entry has “2020-01-02”.\n" in result.stderr
