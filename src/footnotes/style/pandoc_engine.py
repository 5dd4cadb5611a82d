"""The accurate engine: pandoc's citation processor, run as a program of its own.

It is given a document as pandoc's JSON, one paragraph with one citation for each note, and gives the same
document back with the notes written. It finds positions by itself, so that notes of works that nobody knows
stand in the series with a placeholder. The program comes with the extra `[pandoc]`, or from the system.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from footnotes.errors import EngineError, StyleError
from footnotes.style.items import PLACEHOLDER, CiteItem, CslItem, NoteItems, Tick
from footnotes.style.locator_terms import read_locator_terms
from footnotes.style.note_labels import NoteLabels
from footnotes.style.pandoc_ast import make_note_paragraph, read_marked_text
from footnotes.style.style_files import Style, read_style_text

_PATIENCE = 60
"""How many seconds a run may take before the first work or note."""
_FOR_EACH = 0.2
"""How many seconds more each work or note may take: fifty times what was measured."""


@cache
def find_pandoc() -> str | None:
    """The program: that of pypandoc_binary, else the one on the path."""
    found = find_spec("pypandoc")
    if found is not None and found.origin is not None:
        inside = Path(found.origin).parent / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")
        if inside.is_file():
            return str(inside)
    return shutil.which("pandoc")


class PandocEngine:
    """pandoc --citeproc."""

    def __init__(self) -> None:
        program = find_pandoc()
        if program is None:
            raise EngineError("pandoc is not installed: pip install 'footnotes[pandoc]' brings it.")
        self._program = program

    @property
    def title(self) -> str:
        """Its name and version."""
        first = self._call(["--version"], "", _PATIENCE).split("\n", 1)[0]
        return first.replace(".exe", "")

    def format_entries(
        self,
        works: Sequence[CslItem],
        style: Style,
        locale: str,
        tick: Tick,
        language: str | None = None,  # noqa: ARG002 - pandoc sorts by the locale
    ) -> list[tuple[str, str]]:
        """The bibliography in its order."""
        document = self._process([], works, style, locale, everything=True)
        entries = []
        for block in _find_references(document["blocks"]):
            name = block["c"][0][0].removeprefix("ref-")
            entries.append((name, read_marked_text(block["c"][1])))
        tick(len(works))
        return entries

    def format_notes(  # noqa: PLR0913, PLR0917 - what a processor needs
        self,
        works: Sequence[CslItem],
        notes: Sequence[NoteItems],
        style: Style,
        locale: str,
        tick: Tick,
        language: str | None = None,  # noqa: ARG002 - pandoc sorts by the locale
    ) -> list[str]:
        """The text of each note, in the order given."""
        if not notes:
            return []
        terms = read_locator_terms(style.path, locale)
        labels = NoteLabels(works, notes)
        paragraphs = [make_note_paragraph(note, terms, labels.code(note.number)) for note in notes]
        opening = list(_cite_in_order(works, style))
        document = self._process([*opening, *paragraphs], works, style, locale, everything=False)
        blocks = document["blocks"][len(opening) :]
        texts = [labels.read(_find_note(block)) for block in blocks[: len(notes)]]
        tick(len(notes))
        return texts

    def _process(
        self, blocks: list[Any], works: Sequence[CslItem], style: Style, locale: str, *, everything: bool
    ) -> Any:
        meta: dict[str, Any] = {"lang": _make_string(locale), "link-citations": _make_flag(value=False)}
        # Works that no note cites have letters too: those of the notes are to be those of the bibliography.
        meta["nocite"] = _make_meta_cite("*")
        if not everything:
            meta["suppress-bibliography"] = _make_flag(value=True)
        document = {"pandoc-api-version": self._read_api_version(), "meta": meta, "blocks": blocks}
        with tempfile.TemporaryDirectory() as folder:
            library = Path(folder) / "library.json"
            library.write_text(json.dumps(works, ensure_ascii=False), encoding="utf-8")
            rules = Path(folder) / "style.csl"
            rules.write_text(read_style_text(style.path), encoding="utf-8")
            command = [
                "-f",
                "json",
                "-t",
                "json",
                "--citeproc",
                f"--csl={rules}",
                f"--bibliography={library}",
            ]
            limit = _PATIENCE + _FOR_EACH * (len(works) + len(blocks))
            return json.loads(self._call(command, json.dumps(document), limit, style))

    def _read_api_version(self) -> Any:
        return json.loads(self._call(["-f", "markdown", "-t", "json"], "", _PATIENCE))["pandoc-api-version"]

    def _call(self, words: Sequence[str], text: str, limit: float, style: Style | None = None) -> str:
        """What pandoc prints; raises StyleError or EngineError with its own words where it fails."""
        try:
            done = subprocess.run(  # noqa: S603 - a program of our own choice, with no words of the paper
                [self._program, *words],
                input=text.encode(),
                capture_output=True,
                timeout=limit,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise EngineError(f"pandoc did not finish within {limit:.0f} seconds.") from None
        except OSError as error:
            raise EngineError(f"pandoc cannot be run ({error.strerror or error}).") from error
        if done.returncode == 0:
            return done.stdout.decode()
        cause = " ".join(done.stderr.decode(errors="replace").split())[:300]
        if style is not None:
            raise StyleError(f"The style {style.name} fails with pandoc: {cause}.")
        raise EngineError(f"pandoc failed: {cause}.")


def _cite_in_order(works: Sequence[CslItem], style: Style) -> Iterator[dict[str, Any]]:
    """A paragraph that cites all works, so that they are counted as in the bibliography."""
    known = [work["id"] for work in works if not work["id"].startswith(PLACEHOLDER)]
    if known and 'variable="citation-number"' in read_style_text(style.path):
        yield make_note_paragraph(NoteItems(0, tuple(map(CiteItem, known))), {}, 0)


def _make_string(text: str) -> dict[str, Any]:
    return {"t": "MetaInlines", "c": [{"t": "Str", "c": text}]}


def _make_flag(*, value: bool) -> dict[str, Any]:
    return {"t": "MetaBool", "c": value}


def _make_meta_cite(key: str) -> dict[str, Any]:
    """A citation in the metadata, as `nocite` wants it."""
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "AuthorInText"},
        "citationNoteNum": 1,
        "citationHash": 0,
    }
    return {"t": "MetaInlines", "c": [{"t": "Cite", "c": [[citation], [{"t": "Str", "c": f"@{key}"}]]}]}


def _find_references(blocks: Sequence[Any]) -> list[Any]:
    """The divisions that hold one entry each."""
    for block in blocks:
        if block["t"] == "Div" and block["c"][0][0] == "refs":
            return [one for one in block["c"][1] if one["t"] == "Div"]
    return []


def _find_note(block: Any) -> str:
    """The note that pandoc made of the citation of a paragraph; styles that print none have it in place."""
    cite = next((one for one in block["c"] if one["t"] == "Cite"), None)
    inlines = cite["c"][1] if cite is not None else block["c"]
    note = next((one for one in inlines if one["t"] == "Note"), None)
    if note is None:
        note = next((one for one in block["c"] if one["t"] == "Note"), None)
    return read_marked_text(note["c"] if note is not None else inlines)
