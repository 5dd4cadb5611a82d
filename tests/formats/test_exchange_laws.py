"""Laws of the formats for other programs: nothing raises, and what is not written is told."""

import time
from pathlib import Path

import pytest
from formats.any_libraries import libraries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footnotes.errors import InputError
from footnotes.formats import FORMATS, READABLE, load_library, parse_library, write_library
from footnotes.formats.detection import sniff_format
from footnotes.formats.markdown_text import (
    escape_markdown,
    read_markdown,
    unescape_markdown,
    write_markdown,
)
from footnotes.model import VARIABLES, Library, Reference

EXPORTS = sorted(set(FORMATS) - set(READABLE))
CASES = Path(__file__).parents[1] / "cases" / "formats"
LIBRARIES = sorted(path for name in ("collection", "strangers") for path in (CASES / name).glob("*.json"))
EXCHANGED = ("csl-yaml", "csv", "ris")
MARKS = "ab \\*_^~[]{}<>/i\"'`.-1"

few = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@pytest.mark.parametrize("name", EXPORTS)
@few
@given(library=libraries)
def test_any_library_is_written(name: str, library: Library) -> None:
    """Whatever a library holds, it is written as UTF-8, and each loss is about what was stated."""
    export = write_library(library, name)

    assert export.text.encode("utf-8").decode("utf-8") == export.text
    stated = {(work.key, one) for work in library for one in (*work.stated(), "extra", "key", "type")}
    assert {(loss.key, loss.variable) for loss in export.losses} <= stated
    assert all(
        loss.reason and "reads back" not in loss.reason for loss in export.losses if loss.variable != "key"
    )


@pytest.mark.parametrize("path", LIBRARIES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", ["csl-json", "csl-yaml", "csv"])
def test_whole_libraries_come_back_whole(name: str, path: Path) -> None:
    """Nothing of the collection and of the library of strangers is lost in the formats that hold all."""
    library = load_library(path)
    export = write_library(library, name)

    assert () == export.losses
    assert library.references == parse_library(export.text, name).references


@pytest.mark.parametrize("name", EXPORTS)
def test_every_variable_is_written_or_told(name: str) -> None:
    """A value that is nowhere in the text is among the losses."""
    values = {one: f"zq{at}qz" for at, one in enumerate(VARIABLES)}
    texts = {one: value for one, value in values.items() if (getattr(Reference(), one) is None)}
    dates = {"accessed", "available_date", "event_date", "issued", "original_date", "submitted"}
    work = Reference(type="book", key="k", **{one: text for one, text in texts.items() if one not in dates})  # type: ignore[arg-type]  # by name
    export = write_library(Library((work,)), name)
    told = {loss.variable for loss in export.losses}

    for variable in work.stated():
        assert (values[variable] in export.text) != (variable in told), variable


@pytest.mark.parametrize("name", EXCHANGED)
@few
@given(text=st.text(max_size=200))
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    """Whatever a file holds, it is read or refused with InputError, and a problem has its line."""
    for one in (text, f"key,title\n{text}", f"TY  - BOOK\n{text}", f"- id: a\n- {text}"):
        try:
            library = parse_library(one, name)
        except InputError:
            continue
        assert all(problem.message.startswith("Line ") for problem in library.problems)


@pytest.mark.parametrize("name", EXCHANGED)
@pytest.mark.parametrize(
    "piece",
    ['a,"', "- ", "-\n", "*", "*a ", "_a", "[", "\\", "\n", "TY  - \n", "M2  - a: b\n", ";", "&a", "''"],
)
def test_one_piece_many_times_takes_no_time(name: str, piece: str) -> None:
    """A large file of one piece is read or refused in time that is not a square of its size."""
    start = time.process_time()
    for head in ("key,title\n", "TY  - BOOK\nTI  - ", "- id: a\n  title: "):
        try:
            parse_library(head + piece * 20_000, name)
        except InputError:
            continue
    sniff_format(piece * 20_000)

    assert time.process_time() - start < 4


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=MARKS, max_size=25))
def test_markdown_comes_back(text: str) -> None:
    """Text in Markdown is read as it was, with and without mark-up of its own."""
    assert text == read_markdown(write_markdown(text))
    assert text == unescape_markdown(escape_markdown(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an *Iliad* here", "an <i>Iliad</i> here"),
        ("**bold** and _this_ too", "<b>bold</b> and <i>this</i> too"),
        ("H~2~O, x^2^", "H<sub>2</sub>O, x<sup>2</sup>"),
        ("[iPhone]{.nocase}", '<span class="nocase">iPhone</span>'),
        ("[xii]{.smallcaps}", '<span style="font-variant:small-caps;">xii</span>'),
        ("snake_case_name, 2 * 3 * 4, a\\*b\\*", "snake_case_name, 2 * 3 * 4, a*b*"),
    ],
)
def test_markdown_is_read(text: str, expected: str) -> None:
    """The mark-up of pandoc is the rich text of CSL."""
    assert expected == read_markdown(text)
