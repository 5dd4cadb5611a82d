"""Files of other programs as they come: what they state, and what in them is broken."""

import json
from pathlib import Path

import pytest

from footnotes.formats import load_library, reference_to_csl

CASES = Path(__file__).parents[1] / "cases" / "formats"
FILES = sorted(
    path
    for name in ("ris", "csl-yaml", "csv")
    for path in (CASES / name).iterdir()
    if path.suffix != ".json"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_is_read(path: Path) -> None:
    """A file states these works, and its problems begin with these words, the line among them."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    library = load_library(path)

    assert expected["works"] == [reference_to_csl(work) for work in library]
    found = [problem.message for problem in library.problems]
    assert len(expected["problems"]) == len(found), found
    for begins, message in zip(expected["problems"], found, strict=True):
        assert message.startswith(begins)
