"""Files of libraries."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from footnotes.errors import FormatError, InputError, LossError
from footnotes.formats import (
    FORMATS,
    READABLE,
    detect_format,
    dump_library,
    load_library,
    parse_library,
    write_library,
)
from footnotes.model import Library, LiteralName, Reference

LIBRARY = Library((Reference(type="book", key="a", title="Əlif", author=(LiteralName("REAL TV"),)),))
LOSSY = Library((Reference(type="book", key="a", title="T", year_suffix="a"),))


@pytest.mark.parametrize("name", READABLE)
def test_dump_then_load(tmp_path: Path, name: str) -> None:
    """A file gives back what was put into it, its format told by itself."""
    path = tmp_path / f"library{FORMATS[name].suffixes[0]}"

    expected = ()
    assert expected == dump_library(LIBRARY, path, name)
    expected = LIBRARY
    assert expected == load_library(path)
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.json", None, "csl-json"),
        ("a.bib", None, "biblatex"),
        ("a.bibtex", None, "bibtex"),
        ("a.bib", "@article{a,\n  journal = {J},\n year = 2000}", "bibtex"),
        ("a.bib", "@article{a,\n  journaltitle = {J}}", "biblatex"),
        ("a.bib", "@Online {a, year = 2000}", "biblatex"),
        ("a.BIB", "% BibTeX, for bibtex.\n@misc{a,\n date = {x}}", "bibtex"),
    ],
)
def test_format_is_told(name: str, text: str | None, expected: str) -> None:
    """The suffix tells the format, and in a .bib file what is written there."""
    assert expected == detect_format(name, text)


def test_unknown_formats_are_refused(tmp_path: Path) -> None:
    """No such format, or none to be told: a sentence says what there is."""
    with pytest.raises(FormatError, match="cannot be told from its name"):
        load_library(tmp_path / "a.docx")
    with pytest.raises(FormatError, match="choose one of biblatex, biblatex-strict, bibtex, csl-json"):
        write_library(LIBRARY, "endnote")


def test_binary_data_is_refused(tmp_path: Path) -> None:
    """A file that is no text is named."""
    path = tmp_path / "a.bib"
    path.write_bytes(bytes(range(256)) * 8)

    with pytest.raises(InputError, match=r"a\.bib: this is binary data, not text\."):
        load_library(path)


def test_encoding_is_a_problem_of_the_library(tmp_path: Path) -> None:
    """An encoding other than UTF-8 is said beside the works."""
    path = tmp_path / "a.bib"
    path.write_bytes("@book{a,\n title = {Straße}}".encode("latin-1"))
    library = load_library(path)

    assert ["Straße"] == [work.title for work in library]
    assert ["It was read as ISO 8859-1 (Latin-1), by its letters."] == [
        one.message for one in library.problems
    ]


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    """What cannot be opened is said with its name."""
    with pytest.raises(InputError, match=r"no\.bib: the file cannot be read"):
        load_library(tmp_path / "no.bib")
    with pytest.raises(InputError, match="cannot be read"):
        load_library(tmp_path, "bibtex")


def test_json_that_is_no_library_names_the_file(tmp_path: Path) -> None:
    """The sentence names file and cause."""
    path = tmp_path / "a.json"
    path.write_text("{}", encoding="utf-8")

    with pytest.raises(InputError, match=r"a\.json: it is JSON, but not a list"):
        load_library(path)


@pytest.mark.parametrize(
    "text", ["\ufeff@book{a, title = {T}}", "\ufeff\r\n@book{a,\r\n  title = {T}\r\n}\r\n"]
)
def test_byte_order_mark_is_no_text(tmp_path: Path, text: str) -> None:
    """A mark before the text and the line ends of Windows do no harm."""
    path = tmp_path / "a.bib"
    path.write_bytes(text.encode())

    expected = ["T"]
    assert expected == [work.title for work in load_library(path)]


def test_strict_refuses_to_lose(tmp_path: Path) -> None:
    """With `strict` a loss stops the writing, and the file stays what it was."""
    path = tmp_path / "a.bibtex"
    path.write_text("before", encoding="utf-8")

    with pytest.raises(LossError, match="would not hold year_suffix of a") as caught:
        dump_library(LOSSY, path, strict=True)

    expected = ["year_suffix"]
    assert expected == [loss.variable for loss in caught.value.losses]  # type: ignore[attr-defined]  # Loss
    expected = "before"
    assert expected == path.read_text(encoding="utf-8")


def test_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full half-way costs neither the old file nor a stray one."""

    def fail(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.bib"
    path.write_text("before", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(OSError, match="No space left"):
        dump_library(LIBRARY, path)
    assert [path] == list(tmp_path.iterdir())
    expected = "before"
    assert expected == path.read_text(encoding="utf-8")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file behind a symbolic link is replaced, not the link."""
    (tmp_path / "real.bib").write_text("", encoding="utf-8")
    link = tmp_path / "link.bib"
    link.symlink_to(tmp_path / "real.bib")
    dump_library(LIBRARY, link)

    assert link.is_symlink()
    expected = LIBRARY
    assert expected == load_library(tmp_path / "real.bib")


def test_empty_library() -> None:
    """Nothing is written as nothing, and read as nothing."""
    for name in READABLE:
        assert Library() == parse_library(write_library(Library(), name).text, name)


def test_keys_are_made_fit() -> None:
    """Keys that a .bib file cannot hold, or that are there twice, are changed and reported."""
    library = Library(
        tuple(Reference(type="book", key=key, title="T") for key in ("a b", "a,b", "c", "c", ""))
    )
    export = write_library(library, "biblatex")
    keys = [work.key for work in parse_library(export.text, "biblatex")]

    expected = ["a_b", "a_b-2", "c", "c-2", "work"]
    assert expected == keys
    expected = ["key"] * 4
    assert expected == [loss.variable for loss in export.losses]


def test_import_loads_no_parser() -> None:
    """The parser of .bib files is loaded when one is read or written, not before."""
    code = "import sys, footnotes.formats; print('bibtexparser' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )

    expected = "False"
    assert expected == result.stdout.strip()
