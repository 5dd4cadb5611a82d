"""CSL-JSON, both directions."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from footnotes.errors import InputError
from footnotes.formats import csl_to_reference, load_library, parse_library, reference_to_csl, write_library
from footnotes.formats.fields import CSL_NAMES
from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    VARIABLES,
    WORK_TYPES,
    AnyName,
    Date,
    Library,
    LiteralName,
    Name,
    PartialDate,
    Reference,
)

CASES = Path(__file__).parents[2] / "cases" / "formats"
FILES = sorted(path for name in ("collection", "strangers") for path in (CASES / name).glob("*.json"))
SCHEMA = Path(__file__).parents[4] / "shared" / "schemas" / "csl-data.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The schema of the CSL project."""
    if not SCHEMA.exists():
        pytest.skip("csl-data.json is not beside this repository")
    loaded: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("UNESCO", (LiteralName("UNESCO"),)),
        ("Smith, John", (LiteralName("Smith, John"),)),
        ({"family": "Smith", "given": "John"}, (Name("Smith", "John"),)),
        (["Smith, John", {"family": "Jones"}], (LiteralName("Smith, John"), Name("Jones"))),
        ("", ()),
        ({}, ()),
    ],
)
def test_names_that_are_no_list(value: object, names: tuple[AnyName, ...]) -> None:
    """An author in words, or alone, is a name and does not go among what nobody prints."""
    assert csl_to_reference({"id": "a", "type": "book", "author": value}) == Reference(
        type="book", key="a", author=names
    )


@pytest.mark.parametrize("value", [2001, "2001", {"raw": "2001"}, {"date-parts": [["2001"]]}])
def test_dates_that_are_figures(value: object) -> None:
    """A year as a number is a date, whether it stands in an object or not."""
    assert Date(PartialDate(2001)) == csl_to_reference({"id": "a", "type": "book", "issued": value}).issued


def make_full_work() -> Reference:
    """A work that states everything."""
    values: dict[str, Any] = {
        **dict.fromkeys(VARIABLES, "12 bis"),
        **dict.fromkeys(
            NAME_VARIABLES, (Name("Waal", "Thomas", "von", "de", "Jr."), LiteralName("REAL TV"))
        ),
        **dict.fromkeys(DATE_VARIABLES, Date(PartialDate(1998), approximate=True, uncertain=True)),
    }
    return Reference(key="all", extra=(("file", "a.pdf"), ("file", "b.pdf"), ("x", "y")), **values)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("through", ["csl-json", "biblatex", "bibtex", "ris", "csv", "csl-yaml"])
def test_whole_libraries_keep_to_the_schema(path: Path, through: str, schema: dict[str, Any]) -> None:
    """Whatever format a library has been through, its CSL-JSON is valid."""
    library = parse_library(write_library(load_library(path), through).text, through)
    items = json.loads(write_library(library, "csl-json").text)

    assert [] == [error.message for error in Draft7Validator(schema).iter_errors(items)]
    assert len(items) == len(library)


def test_every_variable_is_in_the_schema(schema: dict[str, Any]) -> None:
    """The names of the table are those of CSL, and nothing of CSL's is missing but what styles make."""
    made_by_styles = {
        "citation-number",
        "first-reference-note-number",
        "locator",
        "citation-key",
        "categories",
    }
    old = {"event", "journalAbbreviation", "shortTitle"}
    known = set(schema["items"]["properties"]) - {"id", "type", "custom"} - made_by_styles - old

    assert known == {CSL_NAMES[variable] for variable in VARIABLES}


def test_types_are_those_of_the_schema(schema: dict[str, Any]) -> None:
    """The model knows the 45 types of CSL 1.0.2."""
    assert schema["items"]["properties"]["type"]["enum"] == list(WORK_TYPES)


def test_output_is_valid(schema: dict[str, Any]) -> None:
    """Whatever is stated, the schema finds no fault."""
    works = [make_full_work(), *(Reference(type=one, key=one) for one in WORK_TYPES)]
    items = json.loads(write_library(Library(tuple(works)), "csl-json").text)

    expected = []
    assert expected == [error.message for error in Draft7Validator(schema).iter_errors(items)]


def test_nothing_is_lost() -> None:
    """A work that states everything, doubts and unknown fields included, comes back whole."""
    library = Library((make_full_work(),))
    export = write_library(library, "csl-json")

    expected = ()
    assert expected == export.losses
    assert library == parse_library(export.text, "csl-json")


@pytest.mark.parametrize("yes", [True, 1, "true"])
def test_hints_of_names_come_back(yes: object) -> None:
    """Where a family name stands first and a suffix has a comma is kept, however a program says so."""
    person = {
        "family": "Trần",
        "given": "Lương",
        "suffix": "Jr",
        "static-ordering": yes,
        "comma-suffix": yes,
    }
    text = json.dumps([{"id": "a", "type": "book", "author": [person]}])
    (item,) = json.loads(write_library(parse_library(text, "csl-json"), "csl-json").text)

    assert item["author"] == [{**person, "static-ordering": True, "comma-suffix": True}]


def test_unknown_members_are_extra() -> None:
    """What CSL does not know is kept by its name; old names are understood."""
    item = {
        "id": 7,
        "type": "made-up",
        "shortTitle": "S",
        "event": "E",
        "volume": 3,
        "x": 1,
        "custom": {"y": ["a", "b"]},
    }
    work = csl_to_reference(item)

    expected = ("7", "document", "S", "E", "3")
    assert expected == (
        work.key,
        work.type,
        work.title_short,
        work.event_title,
        work.volume,
    )
    expected = (("type", "made-up"), ("x", "1"), ("y", "a"), ("y", "b"))
    assert expected == work.extra
    expected = {"type": "made-up", "x": "1", "y": ["a", "b"]}
    assert expected == reference_to_csl(work)["custom"]


def test_broken_item_costs_itself_only() -> None:
    """An item that is no object is a problem with its place; the others are read."""
    library = parse_library(
        '[\n {"id": "a", "type": "book"},\n 5,\n {"id": "b", "type": "book"}]', "csl-json"
    )

    expected = ["a", "b"]
    assert expected == [work.key for work in library]
    expected = ["Line 3, column 2: an item is no JSON object; it is left out."]
    assert expected == [problem.message for problem in library.problems]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("{", "it is not JSON"),
        ("", "it is not JSON"),
        ('{"a": 1}', "not a list"),
        ("[" * 100_000, "it is not JSON"),
    ],
)
def test_what_is_no_list_is_refused(text: str, cause: str) -> None:
    """A file that is no list of items is misuse, said in one sentence."""
    with pytest.raises(InputError, match=cause):
        parse_library(text, "csl-json")


def test_two_items_of_one_key_are_told_apart() -> None:
    """The second of two works of one key gets a number, as in .bib files, and that is told."""
    library = parse_library('[{"id": "a", "type": "book"},\n {"id": "a", "type": "map"}]', "csl-json")

    assert ["a", "a-2"] == [work.key for work in library]
    assert ["Line 2, column 2: the key 'a' is taken; this item is read as 'a-2'."] == [
        problem.message for problem in library.problems
    ]
