"""CSL-YAML: what pandoc and PyYAML read of it, and what a hostile file costs."""

import pytest
import yaml
from formats.pandoc_reader import read_with_pandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.errors import InputError
from footnotes.formats import parse_library, reference_to_csl, write_library
from footnotes.model import WORK_TYPES, Date, Library, LiteralName, Name, PartialDate, Reference

TITLE = "1. Əlif ‘y’ & 5% #1 _a_ *s* $b$ {c} \\d ~e~ ^f^ <z> [k] `q` @j &amp; <i>it</i> – 中文"
LIBRARY = Library(
    tuple(
        Reference(
            type=one,
            key=one,
            title=TITLE,
            author=(Name("Waal", "Thomas", non_dropping_particle="de"), LiteralName("World_ Bank*")),
            issued=Date(PartialDate(-43, 3), PartialDate(-42), approximate=True),
            url="https://example.org/~a/~b_c_*d*e",
            volume="0012",
            note="no",
        )
        for one in WORK_TYPES
    )
)


def test_pandoc_reads_the_same() -> None:
    """Pandoc reads each type with each value as it stands, mark-up and numbers that are text included."""
    items = read_with_pandoc(write_library(LIBRARY, "csl-yaml").text, "markdown")

    assert [reference_to_csl(work) for work in LIBRARY] == items


def test_any_yaml_reader_sees_text() -> None:
    """A reader that knows numbers, dates and truth sees text in every value that is text."""
    (item,) = yaml.safe_load(write_library(Library(LIBRARY.references[:1]), "csl-yaml").text)["references"]

    assert ("0012", "no") == (item["volume"], item["note"])
    assert [[-44, 3], [-43]] == item["issued"]["date-parts"]


@pytest.mark.parametrize(
    "value", ["1e3", "0x1F", "1_000", "2010-05-06", "on", "~", ".inf", "12:30", "null"]
)
def test_what_looks_like_a_number_is_text(value: str) -> None:
    """Text that some version of YAML takes for something else is quoted."""
    text = write_library(Library((Reference(key="k", note=value),)), "csl-yaml").text

    assert value == yaml.safe_load(text)["references"][0]["note"].replace("\\", "")


def test_equal_values_are_written_out() -> None:
    """Nothing is written as an anchor, though two works have the very same names."""
    names = (Name("Waal", "Thomas"),)
    text = write_library(Library(tuple(Reference(key=key, author=names) for key in "ab")), "csl-yaml").text

    assert "&" not in text
    assert 2 == text.count("family: Waal")


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    """A file whose aliases would be a billion values costs the items that have them, at once."""
    layers = "".join(
        f"- &{two} [{', '.join([f'*{one}'] * 10)}]\n"
        for one, two in zip("abcdefgh", "bcdefghi", strict=True)
    )
    library = parse_library(f"- &a [x]\n{layers}- id: kept\n", "csl-yaml")

    assert ["kept"] == [work.key for work in library]
    assert 9 == len(library.problems)


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "? " * 50_000])
def test_depth_is_refused(text: str) -> None:
    """Values that lie in each other without end are refused, not followed."""
    with pytest.raises(InputError, match="YAML"):
        parse_library(text, "csl-yaml")


def test_a_deep_item_costs_itself() -> None:
    """An item that is deeper than any can be is left out; the next one is read."""
    library = parse_library(f"- id: a\n  x: {'[' * 100}{']' * 100}\n- id: b\n", "csl-yaml")

    assert ["b"] == [work.key for work in library]
    assert [1] == [len(library.problems)]


@pytest.mark.parametrize("text", ["a: 1", "just words", "references: 3"])
def test_what_is_no_list_is_refused(text: str) -> None:
    """A document that holds no items is misuse, said in one sentence."""
    with pytest.raises(InputError, match="neither a list"):
        parse_library(text, "csl-yaml")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="-: \n[]{}\"'&*!|>%@`#,?abid123\x00\x85\ufeff", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever stands in the file, nothing but InputError is raised, and the other item is read."""
    for one in (text, f"- id: first\n- {text}\n"):
        try:
            parse_library(one, "csl-yaml")
        except InputError:
            continue
