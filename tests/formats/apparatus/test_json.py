"""An apparatus as JSON, against its schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from footnotes.formats import apparatus_to_json
from footnotes.model import (
    Apparatus,
    Cite,
    CiteForm,
    Confidence,
    Date,
    FieldPlace,
    Library,
    Locator,
    LocatorSource,
    Marker,
    Name,
    Note,
    NoteKind,
    Origin,
    PartialDate,
    Position,
    Problem,
    Reference,
    Resolution,
    Segment,
    SegmentRole,
    Severity,
    SourceDocument,
    Span,
)

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "apparatus.schema.json").read_text(encoding="utf-8")
)
WORK = Reference(
    type="book",
    key="murinson2013",
    author=(Name("Murinson", "Alexander"),),
    title="Entente",
    publisher_place="London",
    issued=Date(PartialDate(2013)),
)


def make_apparatus() -> Apparatus:
    """Two notes: a full citation with commentary, and an Ibid."""
    text = "x 13. Murinson, Entente (London 2013) 116. So it was. 14. Ibid."
    full = Cite(
        note=13,
        index=1,
        form=CiteForm.FULL,
        text="Murinson, Entente (London 2013) 116",
        span=Span(6, 41),
        stated=WORK,
        locator=Locator("page", "116", (("volume", "2"), ("page", "116"))),
        signal="see",
        places=(FieldPlace("author", Span(6, 14)), FieldPlace("publisher_place", Span(25, 31))),
        via="13.2",
        declares="Entente",
        flags=("range_repaired",),
    )
    ibid = Cite(
        note=14,
        index=1,
        form=CiteForm.IBID,
        text="Ibid",
        span=Span(58, 62),
        points_to="13",
        confidence="low",
    )
    note = Note(13, "xiii", "13", NoteKind.ENDNOTE, text[6:53], Span(2, 53), Origin(()), Span(2, 5))
    other = Note(
        14, "xiv", "14", NoteKind.ENDNOTE, "Ibid.", Span(54, 63), Origin(()), Span(54, 57), section="II"
    )
    resolutions = (
        Resolution(
            cite="13.1",
            rule="full",
            confidence=Confidence.HIGH,
            target="13.1",
            locator=Locator("page", "116"),
            locator_source=LocatorSource.EXPLICIT,
            position=Position.FIRST,
            reference="murinson2013",
            first_note=13,
        ),
        Resolution("14.1", "ibid", Confidence.NONE, candidates=("13.1", "12.1"), flags=("break",)),
    )
    segments = (
        Segment(13, SegmentRole.CITE, full.text, full.span),
        Segment(13, SegmentRole.COMMENTARY, "So it was.", Span(43, 53)),
    )
    return Apparatus(
        SourceDocument("paper.txt", "text", text),
        (note, other),
        (Marker(13, "x", Span(0, 1)),),
        segments,
        (full, ibid),
        resolutions,
        Library((WORK,)),
        (Problem("label-misread", "The label reads 13.", Severity.INFO, Span(2, 5), 13),),
    )


@pytest.fixture
def printed() -> dict[str, Any]:
    """The apparatus as it is printed."""
    return apparatus_to_json(make_apparatus())


def test_schema_holds(printed: dict[str, Any]) -> None:
    """What is printed is JSON that its own schema describes."""
    again = json.loads(json.dumps(printed))

    assert printed == again
    expected = []
    assert expected == [error.message for error in Draft202012Validator(SCHEMA).iter_errors(again)]


def test_schema_is_strict(printed: dict[str, Any]) -> None:
    """A member that nobody described is a fault."""
    printed["notes"][0]["cites"][0]["extra"] = 1

    assert not Draft202012Validator(SCHEMA).is_valid(printed)


def test_order_of_members(printed: dict[str, Any]) -> None:
    """The members stand in the order of the design."""
    expected = ["format", "version", "source", "profile", "notes", "markers", "references", "problems"]
    assert expected == list(printed)
    assert [
        *("number", "label", "printed_label", "kind", "text", "span", "section", "cites", "commentary"),
    ] == list(printed["notes"][0])


def test_full_cite(printed: dict[str, Any]) -> None:
    """A cite says what it states, where, and what it means."""
    cite = printed["notes"][0]["cites"][0]

    expected = {
        "type": "book",
        "author": [{"family": "Murinson", "given": "Alexander"}],
        "issued": {"date-parts": [[2013]]},
        "title": "Entente",
        "publisher-place": "London",
    }
    assert expected == cite["stated"]
    expected = {"author": [[6, 14]], "publisher-place": [[25, 31]]}
    assert expected == cite["places"]
    expected = {"label": "page", "value": "116", "levels": [["volume", "2"], ["page", "116"]]}
    assert expected == cite["locator"]
    expected = ("13.2", "Entente", ["range_repaired"])
    assert expected == (cite["via"], cite["declares"], cite["flags"])
    assert "points_to" not in cite
    expected = ("murinson2013", "first", "explicit", 13, False)
    names = ("reference", "position", "locator_source", "first_note", "near_note")
    assert expected == tuple(cite["resolution"][name] for name in names)


def test_ibid_states_nothing(printed: dict[str, Any]) -> None:
    """An Ibid. states nothing and is not via anything."""
    cite = printed["notes"][1]["cites"][0]

    expected = (None, None, "13")
    assert expected == (cite["stated"], cite["locator"], cite["points_to"])
    assert not {"via", "declares", "flags"} & cite.keys()
    expected = ["13.1", "12.1"]
    assert expected == cite["resolution"]["candidates"]


def test_commentary_and_problems(printed: dict[str, Any]) -> None:
    """Commentary stands in its note; problems name theirs."""
    expected = [{"text": "So it was.", "span": [43, 53]}]
    assert expected == printed["notes"][0]["commentary"]
    expected = []
    assert expected == printed["notes"][1]["commentary"]
    expected = {
        "code": "label-misread",
        "severity": "info",
        "message": "The label reads 13.",
        "note": 13,
        "span": [2, 5],
    }
    assert expected == printed["problems"][0]
