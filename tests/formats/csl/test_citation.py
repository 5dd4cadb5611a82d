"""Notes as CSL citation objects: valid, and with all that a processor needs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import footnotes
from footnotes.formats import apparatus_to_citations
from footnotes.model import Apparatus, SourceDocument

Read = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def read() -> Read:
    """The citation objects of notes in Markdown."""

    def read(*notes: str) -> list[dict[str, Any]]:
        calls = "".join(f"Words[^{number}].\n" for number, _ in enumerate(notes, start=1))
        definitions = "".join(f"\n[^{number}]: {note}\n" for number, note in enumerate(notes, start=1))
        apparatus = footnotes.parse_apparatus(SourceDocument("paper.md", "markdown", calls + definitions))
        return apparatus_to_citations(apparatus)

    return read


def test_schema_holds(shared: Path, seed_apparatus: Apparatus) -> None:
    """The notes of the seed paper are citation objects of CSL."""
    path = shared / "schemas" / "csl-citation.json"
    if not path.is_file():
        pytest.skip("the schema is absent here")
    schema = json.loads(path.read_text(encoding="utf-8"))
    # Items carry no itemData, whose schema is another file.
    del schema["properties"]["citationItems"]["items"]["properties"]["itemData"]
    citations = apparatus_to_citations(seed_apparatus)

    assert len(citations) == len(seed_apparatus.notes)
    assert [] == [error.message for one in citations for error in Draft7Validator(schema).iter_errors(one)]


def test_ids_are_those_of_the_library(seed_apparatus: Apparatus) -> None:
    """Each item is a work of the library."""
    keys = {work.key for work in seed_apparatus.library}
    items = [item for one in apparatus_to_citations(seed_apparatus) for item in one["citationItems"]]

    assert {item["id"] for item in items} == keys


def test_ibid_is_an_item_with_the_place_it_inherits(read: Read) -> None:
    """A bare Ibid. cites the work at the place of the note before, and a signal is a prefix."""
    first, second = read("John Smith, *Ships* (London: Verso, 2001), 12.", "See ibid.")

    assert [{"id": "smith2001", "locator": "12", "label": "page"}] == first["citationItems"]
    expected = [{"id": "smith2001", "prefix": "See ", "locator": "12", "label": "page"}]
    assert expected == second["citationItems"]
    assert {"noteIndex": 2} == second["properties"]


def test_volume_and_page_are_one_locator(read: Read) -> None:
    """CSL has one label for a place; the volume is it, since it stands first."""
    (note,) = read("K. Marx, *Capital* (London: Penguin, 1990), vol. 1, 300.")

    assert {"locator": "1, 300", "label": "volume"}.items() <= note["citationItems"][0].items()


def test_unknown_works_are_left_out(read: Read) -> None:
    """A note that cites nothing known has no object."""
    notes = read("Ibid., 4.", "John Smith, *Ships* (London: Verso, 2001), 12.")

    assert ["2"] == [note["citationID"] for note in notes]
