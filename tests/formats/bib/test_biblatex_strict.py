"""BibLaTeX within biber's data model, read from the text that is written."""

import json
from pathlib import Path

import pytest
from formats.any_libraries import libraries
from hypothesis import HealthCheck, given, settings

from footnotes.formats import Export, csl_to_reference, parse_library, write_library
from footnotes.formats.bib.biblatex import UNDATED
from footnotes.formats.bib.data_model import load_data_model
from footnotes.formats.bib.syntax import RawEntry, read_entries
from footnotes.model import Library, LiteralDate, Reference

CASES = Path(__file__).parents[2] / "cases" / "formats" / "strict"
FILES = sorted(CASES.glob("*.json"))


def _write(*works: Reference) -> tuple[Export, tuple[RawEntry, ...]]:
    export = write_library(Library(works), "biblatex-strict")
    return export, read_entries(export.text)[0]


def _fields(entry: RawEntry) -> dict[str, str]:
    return {field.name: field.value for field in entry.fields}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_work_is_written_within_the_model(path: Path) -> None:
    """A work in CSL-JSON becomes this entry, to the letter, and comes back as it was."""
    items = json.loads(path.read_text(encoding="utf-8"))
    export, _ = _write(*(csl_to_reference(item) for item in items))

    assert path.with_suffix(".bib").read_text(encoding="utf-8") == export.text
    expected = ()
    assert expected == export.losses


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(library=libraries)
def test_no_entry_leaves_the_model(library: Library) -> None:
    """Whatever a work holds, its entry has only what the model admits, and all that it requires."""
    model = load_data_model()
    _, entries = _write(*library)

    for entry in entries:
        fields = _fields(entry)
        refused = {
            name for name, value in fields.items() if not model.admits(entry.entry_type, name, value)
        }
        assert set() == refused
        assert [] == [*model.list_missing(entry.entry_type, fields)]


def test_a_title_is_supplied_and_said() -> None:
    """An entry must have a title: where a work has none, its kind stands there in brackets."""
    export, (entry,) = _write(Reference(type="personal_communication", key="a", genre="telegram"))

    assert _fields(entry)["title"] == "{[Telegram]}"
    assert [("title", "an entry must have one: [Telegram] is supplied")] == [
        (loss.variable, loss.reason) for loss in export.losses
    ]


def test_a_date_in_words_is_kept() -> None:
    """Words are no date for biber: they are a remark, and the date is one of which nothing is known."""
    work = Reference(type="book", key="a", title="T", issued=LiteralDate("before 1554"))
    export, (entry,) = _write(work)

    assert _fields(entry)["date"] == UNDATED
    assert _fields(entry)["addendum"] == "Published: before 1554"
    assert _fields(entry)["execute"].startswith(r"\def\undated{before 1554}")
    assert (work,) == parse_library(export.text, "biblatex").references


def test_what_an_entry_executes_itself_stays() -> None:
    """TeX code of the user's own is not mixed with that for a year."""
    work = Reference(type="book", key="a", title="T", extra=(("execute", r"\raggedright"),))
    export, (entry,) = _write(work)

    assert _fields(entry)["execute"] == r"\raggedright"
    assert (work,) == parse_library(export.text, "biblatex").references


def test_fields_that_biber_does_not_know_are_told() -> None:
    """A field of the user's own, which biber would warn of, is left out and named as a loss."""
    work = Reference(type="book", key="a", title="T", extra=(("mendeley-tags", "x"), ("shorthand", "S")))
    export, (entry,) = _write(work)

    assert "mendeley-tags" not in _fields(entry)
    assert _fields(entry)["shorthand"] == "S"
    assert [("extra", "biber's data model has no such field for the entry type")] == [
        (loss.variable, loss.reason) for loss in export.losses
    ]


def test_no_entry_points_at_nothing() -> None:
    """A field that names an entry which is not there is left out, and told."""
    book = Reference(type="book", key="b", title="B")
    works = [
        Reference(type="chapter", key=key, title="T", extra=(("xref", to),)) for key, to in ("cb", "dx")
    ]
    export, (_, kept, cut) = _write(book, *works)

    assert _fields(kept)["xref"] == "b"
    assert "xref" not in _fields(cut)
    assert [("d", "extra")] == [(loss.key, loss.variable) for loss in export.losses]


def test_remarks_are_fields_only_below_the_header() -> None:
    """The same words in an addendum of plain BibLaTeX are what the user wrote there."""
    text = "@misc{a,\n  title = {T},\n  addendum = {Pages: 3},\n}\n"
    header = "% BibLaTeX within biber's data model.\n\n"

    assert [None, "3"] == [
        parse_library(one, "biblatex").references[0].page for one in (text, header + text)
    ]
