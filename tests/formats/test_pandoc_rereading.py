"""Reading and rewriting a .bib leaves what pandoc reads from it as it was: the oracle is pandoc itself."""

import json
import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from footnotes.formats import load_library, write_library
from footnotes.formats.bib.latex_maths import decode_maths
from footnotes.formats.encodings import decode_text

CASES = Path(__file__).parents[1] / "cases" / "formats" / "read"
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".json")
SECONDS = 10
"""pandoc does not come back from entries whose `crossref` leads in a circle."""

KNOWN = {
    ("*", "title-short"): "pandoc makes one of a title with a colon, and not of one in braces",
    ("*.bibtex", "accessed"): "classic BibTeX has no field for it: it is a remark in the note",
    ("*.bibtex", "original-date"): "as above",
    ("*.bibtex", "issued"): "as above, for a day and for a range",
    ("*.bibtex", "note"): "the remark stands behind what the note said",
    (
        "*.bibtex",
        "author",
    ): "a particle is written with useprefix: every classic style prints it with the name",
    ("accents.bib", "title"): "pandoc leaves the dot on an i with two others",
    ("macros.bib", "title"): "as above",
    ("crossref-chain.bib", "title"): "pandoc takes the title of the whole for a title of the volume's own",
    ("crossref-chain.bib", "container-title"): "as above",
    ("crossref-classic.bibtex", "publisher"): "the booktitle that classic BibTeX hands on to the papers",
    ("dates.bib", "type"): "a web page without an address is no @online",
    ("duplicates.bib", "*"): "pandoc lets the second field win, and works share a key",
    ("names-hostile.bib", "author"): "`AND`, and nobody between two `and`",
    ("names-hostile.bib", "editor"): "as above",
    ("odd-field-names.bib", "*"): "pandoc refuses a file with the field `author+an` of BibLaTeX",
    ("volumes.bib", "publisher"): "an address that pandoc reads as a publisher",
    ("zotero-web.bib", "title"): "pandoc sets a full stop behind the question mark of a title in braces",
}
"""By file and variable: what pandoc reads otherwise, and why that is no loss."""

_DOI = re.compile(r"^https?://(?:dx\.)?doi\.org/")
_SPAN = re.compile(r"</?span[^>]*>")
_MATHS = re.compile(r"\$([^$]+)\$")


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


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_pandoc_reads_the_same(path: Path, pandoc: str) -> None:
    """Each work that pandoc reads from a file it reads from the rewritten one, with all it said."""
    dialect = "bibtex" if path.suffix == ".bibtex" else "biblatex"
    before = _ask(pandoc, dialect, decode_text(path.read_bytes()).text)
    after = _ask(pandoc, dialect, write_library(load_library(path, dialect), dialect).text)

    if after is None:
        assert _is_known(path, "*")
        return
    # A file that pandoc refuses as it is it reads when it has been rewritten: that is all there is to ask.
    lost = [one for one in _find_lost(before or [], after) if not _is_known(path, one[1])]
    assert [] == lost


def _is_known(path: Path, variable: str) -> bool:
    names = (path.name, f"*{path.suffix}", "*")
    return any((name, one) in KNOWN for name in names for one in (variable, "*"))


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


def _find_lost(
    before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> list[tuple[str, str, Any, Any]]:
    """The variables that are not there again; more may be there, and dates may have become finer."""
    found = {work["id"]: work for work in reversed(after)}
    lost = []
    for work in {work["id"]: work for work in reversed(before)}.values():
        again = found.get(_make_key(work["id"]), {})
        lost += [
            (work["id"], name, value, again.get(name))
            for name, value in work.items()
            if name != "id" and not _is_there(value, again.get(name))
        ]
    return lost


def _make_key(key: str) -> str:
    return re.sub(r"[^\w.:+/*-]+", "_", key)


def _is_there(value: Any, again: Any) -> bool:
    if value in ("", [], {"date-parts": [[0]]}, {"date-parts": []}):
        return True
    if isinstance(value, dict) and "date-parts" in value and isinstance(again, dict):
        return _is_finer(value["date-parts"], again.get("date-parts", []))
    return _fold(value) == _fold(again)


def _is_finer(before: list[list[int]], after: list[list[int]]) -> bool:
    """Whether a date says all that it said (pandoc drops months that it does not know)."""
    if not before:
        return True
    return len(before) <= len(after) and all(
        one == again[: len(one)] for one, again in zip(before, after, strict=False)
    )


def _fold(value: Any) -> Any:
    """What counts of a value.

    Not its quotation marks, the case of titles (we keep it, pandoc lowers it), letters that
    were formulas, braces of TeX, blanks, and the address of a DOI.
    """
    if isinstance(value, list):
        return [_fold(one) for one in value]
    if isinstance(value, dict):
        return {name: _fold(one) for name, one in value.items()}
    if not isinstance(value, str):
        return value
    plain = _MATHS.sub(lambda match: decode_maths(match[1]) or match[0], _DOI.sub("", value))
    plain = re.sub(r"[\s\\{}]", "", plain)
    folded = unicodedata.normalize("NFC", re.sub(r"[“”‘’'\"]", '"', _SPAN.sub("", plain)))
    return unicodedata.normalize("NFC", folded.casefold())
