"""Hayagriva YAML: that Typst reads it, and what it states."""

from pathlib import Path

import pytest
import yaml

from footnotes.formats import write_library
from footnotes.formats.hayagriva.types import TYPES
from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    TEXT_VARIABLES,
    WORK_TYPES,
    Date,
    Library,
    LiteralName,
    Name,
    PartialDate,
    Reference,
)

NAMES = (Name("Waal", "Thomas", non_dropping_particle="de", suffix="Jr."), LiteralName("REAL TV, Inc."))
ALL = {
    **dict.fromkeys(NAME_VARIABLES, NAMES),
    **dict.fromkeys(DATE_VARIABLES, Date(PartialDate(-43, 3, 15), approximate=True)),
    **dict.fromkeys(TEXT_VARIABLES, "Əlif “x” & $b$ {c} \\d *e* #f: - g"),
    "url": "https://example.org/a_b",
    "language": "az",
}


def test_types_are_complete() -> None:
    """Each type of CSL has its type and its parent."""
    assert list(WORK_TYPES) == list(TYPES)


def test_typst_reads_everything(tmp_path: Path) -> None:
    """Typst takes a library of all types with all variables, however odd their text, for a bibliography."""
    typst = pytest.importorskip("typst", reason="typst is not installed")
    works = [Reference(**{"type": one, "key": one, **ALL}) for one in WORK_TYPES]
    (tmp_path / "works.yml").write_text(
        write_library(Library(tuple(works)), "hayagriva").text, encoding="utf-8"
    )
    (tmp_path / "paper.typ").write_text('#bibliography("works.yml", full: true)', encoding="utf-8")

    assert typst.compile(str(tmp_path / "paper.typ")).startswith(b"%PDF")


def test_what_costs_the_file_is_left_out(tmp_path: Path) -> None:
    """An address without a scheme or with an impossible host, and a 30 February, are told losses."""
    typst = pytest.importorskip("typst", reason="typst is not installed")
    urls = ("www.example.org", "http://", "https://a b/", "http://1.2.3.4.5/", "http://a:99999/", "//a/b")
    issued = Date(PartialDate(2001, 2, 30))
    works = [
        Reference(type="webpage", key=f"k{at}", title="T", url=url, issued=issued)
        for at, url in enumerate(urls)
    ]
    export = write_library(Library(tuple(works)), "hayagriva")
    (tmp_path / "works.yml").write_text(export.text, encoding="utf-8")
    (tmp_path / "paper.typ").write_text('#bibliography("works.yml", full: true)', encoding="utf-8")

    assert typst.compile(str(tmp_path / "paper.typ")).startswith(b"%PDF")
    assert {(work.key, one) for work in works for one in ("url", "issued")} == {
        (loss.key, loss.variable) for loss in export.losses
    }
    assert "it is written as 2001-02" in {loss.reason for loss in export.losses}


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a b?c#d",
        "http://user:pw@host:80/",
        "http://İstanbul.org/ı",
        "urn:isbn:1",
        "ftp://1.2.3.4/",
    ],
)
def test_addresses_are_kept(url: str) -> None:
    """An address that Typst takes is written."""
    export = write_library(Library((Reference(type="webpage", key="k", title="T", url=url),)), "hayagriva")

    assert url in export.text
    assert () == export.losses


def test_marks_of_rich_text_are_not_shown() -> None:
    """Typst would show the marks of CSL as they stand: they are left out, and that is told."""
    work = Reference(
        type="book", key="k", title="<i>x</i><sup>2</sup> and H<sub>2</sub>O", language="es-419"
    )
    export = write_library(Library((work,)), "hayagriva")
    entry = yaml.safe_load(export.text)["k"]

    assert ("x² and H₂O", "es-419") == (entry["title"]["value"], entry["language"])
    assert ["it is written as x² and H₂O"] == [loss.reason for loss in export.losses]


def test_a_chapter_lies_in_its_book_and_series() -> None:
    """What a work is part of is its parent, with what belongs to it; the series is the parent of that."""
    work = Reference(
        type="chapter",
        key="waal 2011",
        title="Hopes",
        author=NAMES[:1],
        editor=(Name("Cornell", "Svante"),),
        container_title="Azerbaijan",
        collection_title="Studies",
        collection_number="4",
        volume="2",
        page="64-65",
        issued=Date(PartialDate(2011)),
    )
    entries = yaml.safe_load(write_library(Library((work,)), "hayagriva").text)

    expected = {
        "type": "anthos",
        "title": {"value": "Hopes", "verbatim": True},
        "author": [{"name": "Waal", "given-name": "Thomas", "prefix": "de", "suffix": "Jr."}],
        "date": "2011",
        "page-range": "64-65",
        "parent": {
            "type": "anthology",
            "title": {"value": "Azerbaijan", "verbatim": True},
            "volume": "2",
            "editor": [{"name": "Cornell", "given-name": "Svante"}],
            "parent": [
                {"type": "anthology", "title": {"value": "Studies", "verbatim": True}, "volume": "4"}
            ],
        },
    }
    assert {"waal_2011": expected} == entries


def test_losses_are_told() -> None:
    """The dates, types and fields that the format does not have are reported."""
    work = Reference(
        type="map",
        key="a b",
        title="T",
        issued=Date(PartialDate(2010), PartialDate(2012)),
        scale="1:50",
        accessed=Date(PartialDate(2011)),
        extra=(("archive_url", "x"),),
    )
    losses = {loss.variable: loss.reason for loss in write_library(Library((work,)), "hayagriva").losses}

    assert "it is written as 2010" == losses.pop("issued")
    assert {"key", "scale", "accessed", "extra"} == set(losses)


def test_lines_that_become_one_are_told() -> None:
    """A note of several lines is one line in YAML, and nothing is lost in silence."""
    work = Reference(type="book", key="a", title="T", note="one\ntwo")

    assert ["note"] == [loss.variable for loss in write_library(Library((work,)), "hayagriva").losses]
