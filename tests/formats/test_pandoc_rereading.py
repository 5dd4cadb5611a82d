"""Reading and rewriting a .bib leaves what pandoc reads from it as it was: the oracle is pandoc itself."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from footnotes.formats import load_library, write_library
from footnotes.formats.encodings import decode_text

CASES = Path(__file__).parents[1] / "cases" / "formats"
READ = sorted(path for path in (CASES / "read").iterdir() if path.suffix != ".json")
MANAGERS = sorted((CASES / "managers").iterdir())
DIALECTS = ("biblatex", "bibtex")
FILES = [(path, "bibtex" if path.suffix == ".bibtex" else "biblatex") for path in READ] + [
    (path, dialect) for path in MANAGERS for dialect in DIALECTS
]
"""Damaged files in their own dialect, and what managers and people write in both."""

SECONDS = 10
"""pandoc does not come back from entries whose `crossref` leads in a circle."""

KNOWN = {
    ("brace-too-many.bib-biblatex", "issued"): "what stands behind the brace is read, too",
    ("citavi-biblatex.bib-bibtex", "*"): "the title of a parent is that of the whole, not a subtitle",
    (
        "duplicates.bib-biblatex",
        "*",
    ): "of two fields the first counts, and no key stands twice",
    ("endnote-web.bibtex-biblatex", "title"): "what stands behind a percent sign is no comment",
    ("endnote-web.bibtex-bibtex", "title"): "as above",
    ("hand-crossref.bib-bibtex", "*"): "the title of a parent is that of the whole",
    ("jabref-classic.bibtex-bibtex", "container-title"): "as above",
    ("names-hostile.bib-biblatex", "editor"): "a lone `and` is nobody's name",
    ("odd-field-names.bib-biblatex", "*"): "pandoc refuses a file with the field `author+an` of BibLaTeX",
}
"""By file, dialect and variable: what pandoc reads otherwise from the rewritten file, and why it should."""

_DOI = re.compile(r"^https?://(?:dx\.)?doi\.org/")
_ESCAPES = re.compile(r"[\\{}]")
ADDRESSES = {"DOI", "URL"}
"""Pandoc keeps the escapes that programs put into them; nobody can follow such an address."""


@pytest.fixture(scope="module")
def pandoc() -> str:
    """The program; on the build server its absence is a failure."""
    found = shutil.which("pandoc")
    if found is None:
        try:
            import pypandoc  # noqa: PLC0415 - absent on most machines

            found = pypandoc.get_pandoc_path()
        except (ImportError, OSError):
            found = None
    if found is None and os.environ.get("CI"):
        pytest.fail("pandoc is not installed: pip install pypandoc_binary")
    if found is None:
        pytest.skip("pandoc was not found: pip install pypandoc_binary")
    return found


@pytest.mark.parametrize(("path", "dialect"), FILES, ids=[f"{path.name}-{name}" for path, name in FILES])
def test_pandoc_reads_the_same(path: Path, dialect: str, pandoc: str) -> None:
    """Each work that pandoc reads from a file it reads from the rewritten one, to the letter."""
    before = _ask(pandoc, dialect, decode_text(path.read_bytes()).text)
    after = _ask(pandoc, dialect, write_library(load_library(path, dialect), dialect).text)

    known = {variable for name, variable in KNOWN if name == f"{path.name}-{dialect}"}
    if after is None:
        assert {"*"} == known
        return
    # A file that pandoc refuses as it is it reads when it has been rewritten: that is all there is to ask.
    changed = _find_changes(before or [], after)
    assert [] == [one for one in changed if known.isdisjoint({one[1], "*"})]
    assert known <= {"*", *(variable for _, variable, *_ in changed)}, "an exception is needed no more"
    assert changed or not known, "an exception is needed no more"


def _ask(pandoc: str, dialect: str, text: str) -> list[dict[str, Any]] | None:
    """What pandoc reads, or None where it refuses or does not come back."""
    command = [pandoc, "-f", dialect, "-t", "csljson"]
    try:
        answer = subprocess.run(
            command,
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    works: list[dict[str, Any]] | None = json.loads(answer.stdout) if answer.returncode == 0 else None
    return works


def _find_changes(
    before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> list[tuple[str, str, Any, Any]]:
    """The variables that are not the same again, to the letter, those among them that were not there."""
    found = {work["id"]: work for work in reversed(after)}
    changed = []
    for work in {work["id"]: work for work in reversed(before)}.values():
        again = found.get(_make_key(work["id"]), {})
        changed += [
            (work["id"], name, work.get(name), again.get(name))
            for name in {**work, **again}
            if name != "id" and _level(name, work.get(name)) != _level(name, again.get(name))
        ]
    return changed


def _make_key(key: str) -> str:
    return re.sub(r"[^\w.:+/*-]+", "_", key)


def _level(name: str, value: Any) -> Any:
    """The value; nothing where it says nothing, an address without escapes, blanks alike."""
    if value in ("", [], {"date-parts": [[0]]}, {"date-parts": []}):
        return None
    if name in ADDRESSES and isinstance(value, str):
        return _ESCAPES.sub("", _DOI.sub("", value))
    return " ".join(value.split()) if isinstance(value, str) else value
