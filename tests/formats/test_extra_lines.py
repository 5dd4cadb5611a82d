"""What the lines of a note say of a work, and what is the user's own."""

import json

import pytest

from footnotes.formats import csl_to_reference, parse_library
from footnotes.model import AnyName, Date, LiteralDate, LiteralName, Name, PartialDate, Reference

ORIGINAL = Date(PartialDate(1975))
CASES = [
    (
        "original-date: 1975\nStatus: read twice",
        {"original_date": ORIGINAL},
        "Status: read twice",
    ),
    ("Original Date: 1975", {"original_date": ORIGINAL}, None),
    (
        "{:original-date:1975}{:medium: CD}",
        {"original_date": ORIGINAL, "medium": "CD"},
        None,
    ),
    ("original-date: Michaelmas", {"original_date": LiteralDate("Michaelmas")}, None),
    ("DOI: 10.1234/x", {"doi": "10.1234/x"}, None),
    ("type: dataset", {"type": "dataset"}, None),
    ("type: knitting pattern", {"type": "document"}, "type: knitting pattern"),
    ("publisher: Brill", {"publisher": "Verso"}, "publisher: Brill"),
    ("Bought in: Cairo", {}, "Bought in: Cairo"),
    ("See: p. 5\narchive-place: Kew", {"archive_place": "Kew"}, "See: p. 5"),
    ("no line: of it\n\nat all", {}, "no line: of it\n\nat all"),
    ("medium:", {}, "medium:"),
]


def _read(item: dict[str, str]) -> Reference:
    (work,) = parse_library(json.dumps([item]), "csl-json")
    return work


@pytest.mark.parametrize(("note", "stated", "left"), CASES)
def test_lines_of_notes(note: str, stated: dict[str, object], left: str | None) -> None:
    """A variable in the letters of CSL, or in Zotero's words, is taken where nothing else states it."""
    work = _read({"id": "a", "type": "document", "publisher": "Verso", "note": note})

    assert stated == {name: getattr(work, name) for name in stated}
    assert work.note == left


def test_people_in_notes() -> None:
    """Several lines of a role are several people."""
    expected: tuple[AnyName, ...] = (Name("Smith", "John"), LiteralName("UNESCO"))
    work = _read({"id": "a", "type": "book", "note": "editor: Smith || John\neditor: UNESCO"})

    assert (expected, None) == (work.editor, work.note)


def test_extra_of_a_table() -> None:
    """The column Extra of Zotero's tables has such lines, too."""
    table = 'Key,Item Type,Title,Extra\na,book,Salt,"original-date: 1975\nread"\n'
    (work,) = parse_library(table, "csv")

    assert (Date(PartialDate(1975)), "read") == (work.original_date, work.note)


def test_an_item_is_read_as_it_is() -> None:
    """An item that is no file is not interpreted: what a program returns is what it returns."""
    item = {"id": "a", "type": "book", "note": "original-date: 1975"}

    assert csl_to_reference(item).note == "original-date: 1975"
