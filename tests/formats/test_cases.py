"""Cases that are files: read/*.bib with what they state, write/*.json with what becomes of them."""

import json
from pathlib import Path

import pytest

from footnotes.formats import load_library, reference_to_csl, write_library

CASES = Path(__file__).parents[1] / "cases" / "formats"
READ = sorted(path for path in (CASES / "read").iterdir() if path.suffix != ".json")
WRITE = sorted(path for path in (CASES / "write").iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("path", READ, ids=lambda path: path.name)
def test_file_is_read(path: Path) -> None:
    """A file states these works, and has these problems."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    library = load_library(path, "bibtex" if path.suffix == ".bibtex" else "biblatex")

    assert expected["works"] == [reference_to_csl(work) for work in library]
    assert expected["problems"] == [problem.message for problem in library.problems]


@pytest.mark.parametrize("path", WRITE, ids=lambda path: path.name)
def test_file_is_written(path: Path) -> None:
    """A library in CSL-JSON becomes this file, to the letter."""
    library = load_library(path.with_suffix(".json"))

    assert path.read_text(encoding="utf-8") == write_library(library, path.suffix.removeprefix(".")).text
