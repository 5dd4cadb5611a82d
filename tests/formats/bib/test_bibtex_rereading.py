"""Reading and rewriting a .bib leaves what a classic style prints as it was: the oracle is bibtexu."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from footnotes.formats import load_library, write_library
from footnotes.formats.encodings import decode_text

FILES = sorted((Path(__file__).parents[2] / "cases" / "formats" / "managers").iterdir())

MONTH = "a month in three letters is the macro that it was meant for"
WRITTEN_OUT = "what an entry inherits by crossref or xdata is written out"

KNOWN = {
    "acm-heritage.bibtex": MONTH,
    "citavi-biblatex.bib": WRITTEN_OUT,
    "crossref-one-line.bibtex": "an ampersand gets its backslash",
    "endnote-web.bibtex": "a percent sign gets its backslash",
    "hand-crossref.bib": WRITTEN_OUT,
    "jabref-classic.bibtex": WRITTEN_OUT,
    "mendeley-latex.bibtex": MONTH,
    "mendeley-web.bibtex": MONTH,
    "springer-chapters.bibtex": MONTH,
    "web-of-science.bibtex": "pages get the dash from which braces kept them",
}
"""By file: what the style prints otherwise, and why."""


@pytest.fixture(scope="module")
def bibtexu() -> str:
    """The program; on the build server its absence is a failure."""
    found = shutil.which("bibtexu")
    if found is None and os.environ.get("CI"):
        pytest.fail("bibtexu is not installed, and CI is set")
    if found is None:
        pytest.skip("bibtexu is not installed")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_styles_print_the_same(path: Path, bibtexu: str, tmp_path: Path) -> None:
    """The style plain makes of the rewritten file what it made of the file."""
    before = _format(bibtexu, decode_text(path.read_bytes()).text, tmp_path)
    after = _format(bibtexu, write_library(load_library(path, "bibtex"), "bibtex").text, tmp_path)

    assert (path.name in KNOWN) == (before != after)


def _format(bibtexu: str, text: str, folder: Path) -> list[str]:
    """The words of the list of references: lines are broken anew where a blank is another."""
    (folder / "x.bib").write_text(text, encoding="utf-8")
    aux = "\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{x}\n"
    (folder / "x.aux").write_text(aux, encoding="utf-8")
    done = subprocess.run(
        [bibtexu, "x"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=60,
    )
    if "open style file plain" in done.stdout:
        pytest.skip("the style plain.bst of texlive is not installed")
    return (folder / "x.bbl").read_text(encoding="utf-8", errors="replace").split()
