"""Which format a file is in, by its name and by how it begins."""

import pytest

from footnotes.errors import FormatError
from footnotes.formats import FORMATS, READABLE, detect_format, parse_library, write_library
from footnotes.formats.detection import detect_dialect, sniff_format
from footnotes.model import Library, Reference


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.ris", "ris"), ("a.csv", "csv"), ("a.tsv", "tsv"), ("a.yaml", "csl-yaml"), ("a.yml", "csl-yaml")],
)
def test_suffixes_tell(name: str, expected: str) -> None:
    """The suffix tells the format that is read."""
    assert expected == detect_format(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", "markdown"), ("a.txt", "plain-text"), ("a.wiki", "wikipedia"), ("a.hayagriva", "hayagriva")],
)
def test_formats_without_reader_are_told_for_writing_only(name: str, expected: str) -> None:
    """A paper may be called so, too: only where something is written is it a library."""
    assert expected == detect_format(name, to_write=True)
    with pytest.raises(FormatError, match="cannot be told"):
        detect_format(name)
    with pytest.raises(FormatError, match="is written only"):
        parse_library("", expected)


@pytest.mark.parametrize("name", READABLE)
def test_contents_tell(name: str) -> None:
    """What we write is known by its beginning; both BibLaTeX are one there, and so are tables."""
    library = Library((Reference(type="book", key="a", title="T, U"), Reference(type="webpage", key="b")))
    text = write_library(library, name).text

    assert {"tsv": "csv"}.get(name, name.removesuffix("-strict")) == detect_format("library.dat", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeffTY  - JOUR\nER  - \n", "ris"),
        ("\n\nTY  - JOUR", "ris"),
        ("- id: a\n  type: book\n", "csl-yaml"),
        ("---\nnocite: x\nreferences:\n", "csl-yaml"),
        ("Key;Title;Year\n", "csv"),
        ("@book{a, title = {T}}", "biblatex"),
        ("A paper about an author, key and title.\n", None),
        ("", None),
        ("-" * 30_000, None),
        ("a\n" * 30_000, None),
    ],
)
def test_beginnings(text: str, expected: str | None) -> None:
    """How a file begins tells its format, or nothing does."""
    assert expected == sniff_format(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@book{a,\n  date = {1990}\n}", "biblatex"),
        ("@book{a, title = {T}, date = {1990}}", "biblatex"),
        ("@book{a,\r  location = {Paris},\r}", "biblatex"),
        ("@online{a, title = {T}}", "biblatex"),
        ("@article{a,\n  journal = {J},\n  year = 1990,\n  urldate = {2023-01-05},\n}", "bibtex"),
        ("@book{a, title = {T}, year = 1990, urldate = {2023-01-05}}", "bibtex"),
        ("@book{a, title = {On the last update = {x}}, year = 1990}", "bibtex"),
        ("% BibTeX.\n\n@book{a, date = {1990}}", "bibtex"),
    ],
)
def test_dialects(text: str, expected: str) -> None:
    """What only BibLaTeX has tells the dialect, however the lines are broken; `urldate` is in both."""
    assert expected == detect_dialect(text)


def test_readable_formats_are_named() -> None:
    """The formats of both directions are those with a reader."""
    assert {"hayagriva", "markdown", "plain-text", "wikipedia"} == set(FORMATS) - set(READABLE)
