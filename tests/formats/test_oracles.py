"""Programs that know nothing of us read what we write: biber, bibtex, bibtexu, pandoc and Typst.

Two libraries are written: the collection, which was made to measure, and that of strangers, who had not
seen what they would measure.

A program that is absent skips its tests by name; where `CI` is set, it fails them.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from bibtexparser.entrypoint import parse_string
from formats.pandoc_reader import read_with_pandoc

from footnotes.formats import load_library, write_library
from footnotes.formats.bib.data_model import load_data_model
from footnotes.formats.bib.syntax import read_entries
from footnotes.model import VARIABLES, WORK_TYPES, Library

ROOT = Path(__file__).parents[2]
COLLECTION = ROOT / "tests" / "cases" / "formats" / "collection"
STRANGERS = COLLECTION.parent / "strangers"
SEED = ROOT / "bib" / "000_d40ec8d5fa738bcb.csl.json"
FILES = sorted(COLLECTION.glob("*.json"))
ALL_FILES = [*FILES, *sorted(STRANGERS.glob("*.json"))]

Program = Callable[..., subprocess.CompletedProcess[str]]

SEEDS = [SEED, *sorted((ROOT / "tests" / "cases" / "formats" / "strict").glob("*.json"))]

STATED_SO = re.compile(
    r"Missing mandatory field"
    r"|Invalid field \'\w+\' for entrytype"
    r"|Invalid value of field \'(?:volume|year)\'"
    r"|legacy year field"
)
"""What biber warns of where the work itself is so: it lacks a field, states one that its type has not, has
a volume "IV" or a year "n.d.". All else (dates, numbers, names of fields) is a fault of the writer."""

INCOMPLETE = re.compile(r"Warning--(?:empty|to sort|can\'t use|there\'s|neither|page numbers)")
"""What classic styles warn of where the work lacks a field, or states two where they print one."""


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def loop() -> Iterator[ModuleType]:
    """The benchmark of the loops as a module."""
    yield _load("loop")
    del sys.modules["loop"]


@pytest.fixture(scope="module")
def ceiling(loop: ModuleType) -> Iterator[ModuleType]:
    """The benchmark of the bounds as a module, which takes its works from that of the loops."""
    assert sys.modules["loop"] is loop
    yield _load("ceiling")
    del sys.modules["ceiling"]


def _refuse(name: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{name} is not installed, and CI is set")
    pytest.skip(f"{name} is not installed")


def _find(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        _refuse(name)
    return str(path)


def _run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=120,
    )


def _write(path: Path, folder: Path, dialect: str) -> None:
    text = write_library(load_library(path), dialect).text
    (folder / "x.bib").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("path", [*FILES, *SEEDS], ids=lambda path: path.stem)
def test_biber_has_nothing_to_say(path: Path, tmp_path: Path) -> None:
    """Of strict BibLaTeX biber has no warning, whatever the works are and lack."""
    biber = _find("biber")
    _write(path, tmp_path, "biblatex-strict")
    done = _run(biber, "--tool", "--validate-datamodel", "--output-file=o.bib", "x.bib", folder=tmp_path)

    assert 0 == done.returncode
    assert [] == [line for line in done.stdout.splitlines() if "WARN" in line or "ERROR" in line]


def test_biber_has_nothing_to_say_of_the_files_of_others(tmp_path: Path) -> None:
    """Nor has it of what managers, people and strangers to the code have written, all in one file."""
    biber = _find("biber")
    works = [
        evolve(work, key=f"{path.stem}.{at}")
        for pattern in ("read/*.bib*", "managers/*.bib*", "strangers/*.json")
        for path in sorted(COLLECTION.parent.glob(pattern))
        for at, work in enumerate(load_library(path))
    ]
    (tmp_path / "x.bib").write_text(write_library(Library(tuple(works)), "biblatex-strict").text, "utf-8")
    done = _run(biber, "--tool", "--validate-datamodel", "--output-file=o.bib", "x.bib", folder=tmp_path)

    assert len(works) > 400
    assert 0 == done.returncode
    assert [] == [line for line in done.stdout.splitlines() if "WARN" in line or "ERROR" in line]


def test_data_model_is_that_of_biber() -> None:
    """What our table admits biber admits, and what biber requires our table requires."""
    path = Path(_run(_find("biber"), "--tool-config", folder=ROOT).stdout.strip())
    model, theirs = load_data_model(), _read_model(path)
    fields, required = theirs

    for entry_type, ours in model.fields.items():
        dates = {name for name in ours if name.endswith("date")}
        assert ours - dates <= fields[entry_type] | fields[""]
        assert {f"{name.removesuffix('date')}year" for name in dates} <= fields[entry_type] | fields[""]
        assert required[entry_type] == {frozenset(names) for names in model.required[entry_type]}


def _read_model(path: Path) -> tuple[dict[str, set[str]], dict[str, set[frozenset[str]]]]:
    """The fields and the mandatory fields of each entry type in biber's configuration; "" for all types."""
    fields: dict[str, set[str]] = defaultdict(set)
    required: dict[str, set[frozenset[str]]] = defaultdict(set)
    tree = ET.parse(path)  # noqa: S314 - the file of a program that runs here anyway
    model = next(one for one in tree.iter() if one.tag.endswith("datamodel"))
    for part in model:
        types = [one.text or "" for one in part if one.tag.endswith("entrytype")]
        if part.tag.endswith("entryfields"):
            for name in types or [""]:
                fields[name] |= {one.text or "" for one in part if one.tag.endswith("field")}
        mandatory = (one for one in part if one.get("type") == "mandatory")
        for one in (alone for group in mandatory for alone in group):
            names = [field.text or "" for field in one] or [one.text or ""]
            for name in types:
                required[name].add(frozenset(names) - {"year"})
    return fields, required


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_biber_finds_no_fault(path: Path, tmp_path: Path) -> None:
    """Biber reads every export, and its data model knows each field, type, date and number in it."""
    biber = _find("biber")
    _write(path, tmp_path, "biblatex")
    done = _run(biber, "--tool", "--validate-datamodel", "--output-file=o.bib", "x.bib", folder=tmp_path)
    told = [line for line in done.stdout.splitlines() if "WARN -" in line or "ERROR -" in line]

    assert 0 == done.returncode
    assert not [line for line in told if STATED_SO.search(line) is None]


@pytest.mark.parametrize("path", [*ALL_FILES, *SEEDS], ids=lambda path: path.stem)
@pytest.mark.parametrize("dialect", ["biblatex", "biblatex-strict", "bibtex"])
def test_bibtexparser_reads_every_entry(path: Path, dialect: str) -> None:
    """The reader that Python has finds each entry and each field, with the text that stands there."""
    text = write_library(load_library(path), dialect).text
    theirs = parse_string(text)
    ours, _ = read_entries(text)

    assert theirs.failed_blocks == []
    assert [entry.key for entry in theirs.entries] == [entry.key for entry in ours]
    for one, other in zip(theirs.entries, ours, strict=True):
        assert [(field.key, field.value) for field in one.fields if field.key != "month"] == [
            (field.name, field.value) for field in other.fields if field.name != "month"
        ]


@pytest.mark.parametrize("path", ALL_FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", ["bibtex", "bibtexu"])
def test_bibtex_finds_no_fault(path: Path, name: str, tmp_path: Path) -> None:
    """Classic BibTeX formats every export in the style plain, and warns only of what the works lack."""
    bibtex = _find(name)
    _write(path, tmp_path, "bibtex")
    aux = "\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{x}\n"
    (tmp_path / "x.aux").write_text(aux, encoding="utf-8")
    done = _run(bibtex, "x", folder=tmp_path)
    if "open style file plain" in done.stdout:
        _refuse("the style plain.bst of texlive")
    told = [line for line in done.stdout.splitlines() if line.startswith("Warning--")]

    assert done.returncode <= 1
    assert "error message" not in done.stdout
    assert not [line for line in told if INCOMPLETE.match(line) is None]


def test_pandoc_reads_what_is_promised(loop: ModuleType) -> None:
    """Through BibLaTeX pandoc gets 95 % of fields and 80 % of works, through BibTeX 85 % of fields."""
    tallies = _ask_pandoc(loop, loop.load_works(COLLECTION))
    by_dialect = {dialect: tally for dialect, reader, tally in tallies if reader == "pandoc"}
    biblatex, bibtex = by_dialect["biblatex"], by_dialect["bibtex"]

    assert biblatex.kept / biblatex.fields >= 0.95
    assert biblatex.whole / biblatex.works >= 0.80
    assert (bibtex.kept - bibtex.renamed) / bibtex.fields >= 0.85
    assert loop.make_table(tallies) in loop.PAGE.read_text(encoding="utf-8"), "run it with --write"


def test_pandoc_reads_strangers(loop: ModuleType) -> None:
    """Of other libraries pandoc gets as much of all that BibLaTeX has a field for."""
    works = loop.load_works(STRANGERS)
    homeless = {move.key for move in write_library(works, "biblatex").moves}
    at_home = Library(tuple(work for work in works if work.key not in homeless))
    biblatex = next(tally for *_, tally in _ask_pandoc(loop, at_home, "pandoc"))
    (bibtex,) = (tally for dialect, _, tally in _ask_pandoc(loop, works, "pandoc") if dialect == "bibtex")

    assert len(at_home) / len(works) >= 0.75
    assert biblatex.kept / biblatex.fields >= 0.95
    assert biblatex.whole / biblatex.works >= 0.80
    assert (bibtex.kept - bibtex.renamed) / bibtex.fields >= 0.85


@pytest.mark.parametrize(("dialect", "may_warn"), [("biblatex-strict", False), ("biblatex", True)])
def test_no_file_gives_pandoc_more(
    loop: ModuleType, ceiling: ModuleType, dialect: str, *, may_warn: bool
) -> None:
    """The page tells how many works any file could bring back, and none comes back from beyond."""
    pandoc = loop.find_pandoc()
    if pandoc is None:
        _refuse("pandoc")
    ways = ceiling.find_ways(pandoc, may_warn=may_warn)
    works = [work for work in loop.load_works(COLLECTION) if work.type in loop.PANDOC_TYPES]
    beyond = [work for work in works if not ceiling.is_in_reach(work, ways)]
    tallies = _ask_pandoc(loop, Library(tuple(beyond)), "pandoc")
    within = len(works) - len(beyond)

    assert [0] == [tally.whole for written, _, tally in tallies if written == dialect]
    assert f"{within} whole ({within / len(works):.1%})" in loop.PAGE.read_text(encoding="utf-8")


def _ask_pandoc(loop: ModuleType, works: Library, *names: str) -> list[tuple[str, str, Any]]:
    pandoc = loop.find_pandoc()
    if pandoc is None:
        _refuse("pandoc")
    readers = {"footnotes": loop.read_ourselves, "pandoc": loop.make_pandoc_reader(pandoc)}
    return list(loop.run_loops(works, {name: readers[name] for name in names or readers}))


@pytest.mark.parametrize(("folder", "whole"), [(COLLECTION, 0.97), (STRANGERS, 0.96)])
def test_we_read_what_is_promised(loop: ModuleType, folder: Path, whole: float) -> None:
    """We get 99 % of fields and 97 % of works back, and the losses name all the rest.

    Of the works of strangers it is 96 %: a DOI that is an address, a blank in a URL are mended on the way.
    """
    library = loop.load_works(folder)
    tallies = loop.run_loops(library, {"footnotes": loop.read_ourselves})
    for dialect, _, tally in tallies:
        lost = {(key, name.removeprefix("+")) for key, name, *_ in tally.broken}
        told = {(loss.key, loss.variable) for loss in write_library(library, dialect).losses}

        assert tally.kept / tally.fields >= 0.99
        assert dialect == "bibtex" or tally.whole / tally.works >= whole
        assert lost <= told


@pytest.mark.parametrize("path", ALL_FILES, ids=lambda path: path.stem)
def test_pandoc_reads_ris(path: Path) -> None:
    """Pandoc gets every record of an export to RIS, with its title, its pages and its DOI to the letter."""
    works = load_library(path)
    items = read_with_pandoc(write_library(works, "ris").text, "ris")

    assert [work.key for work in works] == [item["id"] for item in items]
    for work, item in zip(works, items, strict=True):
        assert (work.title or "") == item.get("title", "")
        assert (work.page or "") == item.get("page", "")
        assert (work.doi or "") == item.get("DOI", "")


@pytest.mark.parametrize("path", ALL_FILES, ids=lambda path: path.stem)
def test_typst_reads_hayagriva(path: Path, tmp_path: Path) -> None:
    """Typst takes every export to Hayagriva YAML for a bibliography."""
    typst = pytest.importorskip("typst", reason="typst is not installed")
    (tmp_path / "works.yml").write_text(
        write_library(load_library(path), "hayagriva").text, encoding="utf-8"
    )
    (tmp_path / "paper.typ").write_text('#bibliography("works.yml", full: true)', encoding="utf-8")

    assert typst.compile(str(tmp_path / "paper.typ")).startswith(b"%PDF")


def test_collection_is_varied(loop: ModuleType) -> None:
    """The collection has at least 300 works, all types, and all variables but those that styles make."""
    works = loop.load_works(COLLECTION).references
    used = {name for work in works for name in work.stated()}

    assert len(works) >= 300
    assert {work.type for work in works} == set(WORK_TYPES)
    assert set(VARIABLES) - used == {"citation_label", "year_suffix"}
