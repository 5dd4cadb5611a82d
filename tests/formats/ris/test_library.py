"""RIS: what pandoc reads of it, and what a hostile file costs."""

import pytest
from formats.pandoc_reader import read_with_pandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.errors import InputError
from footnotes.formats import parse_library, write_library
from footnotes.formats.loss_report import report_losses
from footnotes.formats.ris.dates import read_ris_date
from footnotes.formats.ris.reading import read_ris_name
from footnotes.formats.ris.types import CSL_TYPES, RIS_TYPES
from footnotes.model import (
    WORK_TYPES,
    AnyDate,
    AnyName,
    Date,
    Library,
    LiteralDate,
    LiteralName,
    Name,
    PartialDate,
    Reference,
)

ALSO_READ_BY_PANDOC = {
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "chapter",
    "dataset",
    "figure",
    "graphic",
    "legal_case",
    "manuscript",
    "map",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "personal_communication",
    "post-weblog",
    "report",
    "thesis",
    "webpage",
}


def test_pandoc_reads_it() -> None:
    """Pandoc reads title, place, pages, number and identifiers of each type, and the types it knows."""
    works = [
        Reference(
            type=one,
            key=one,
            title="Əlif & {x} \\y",
            author=(Name("Waal", "Thomas"), LiteralName("World Bank")),
            issued=Date(PartialDate(2010, 5, 6)),
            publisher="P",
            publisher_place="Baku",
            volume="XII",
            page="64-65",
            doi="10.1/x_y",
            url="https://example.org/~a_b",
        )
        for one in WORK_TYPES
    ]
    items = read_with_pandoc(write_library(Library(tuple(works)), "ris").text, "ris")

    assert list(WORK_TYPES) == [item["id"] for item in items]
    for work, item in zip(works, items, strict=True):
        assert (work.title, work.publisher, work.volume) == (
            item["title"],
            item["publisher"],
            item["volume"],
        )
        assert (work.page, work.doi, work.url) == (item["page"], item["DOI"], item["URL"])
        assert "Baku" == item["publisher-place"]
        assert [{"family": "Waal", "given": "Thomas"}, {"family": "World Bank"}] == item["author"]
        assert 2010 == item["issued"]["date-parts"][0][0]
    told = {item["id"] for item in items if item["type"] == item["id"]}
    assert ALSO_READ_BY_PANDOC <= told


def test_types_are_complete() -> None:
    """Each type of CSL has one of RIS, and each of RIS is read as one of CSL that may be written as it."""
    assert list(WORK_TYPES) == list(RIS_TYPES)
    assert set(CSL_TYPES.values()) <= set(WORK_TYPES)
    for ris in RIS_TYPES.values():
        assert ris == RIS_TYPES[CSL_TYPES[ris]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010", Date(PartialDate(2010))),
        ("2010///", Date(PartialDate(2010))),
        ("2010/05//", Date(PartialDate(2010, 5))),
        ("2010/5/6/morning", Date(PartialDate(2010, 5, 6))),
        ("2010///Fall", Date(PartialDate(2010, season=3))),
        ("2010///Dec", Date(PartialDate(2010, 12))),
        ("2010-05-06", Date(PartialDate(2010, 5, 6))),
        ("6 May 2010", Date(PartialDate(2010, 5, 6))),
        ("2010/13/06", LiteralDate("2010/13/06")),
        ("Michaelmas 1602", LiteralDate("Michaelmas 1602")),
    ],
)
def test_dates_are_read(text: str, expected: AnyDate) -> None:
    """The date of the format, its season, and what publishers write instead."""
    assert expected == read_ris_date(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waal, Thomas de", Name("Waal", "Thomas", dropping_particle="de")),
        ("van der Rohe, Ludwig", Name("Rohe", "Ludwig", non_dropping_particle="van der")),
        ("King, Martin Luther, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("Aristotle", Name("Aristotle")),
        ("RAND,", LiteralName("RAND")),
        ("World Bank", LiteralName("World Bank")),
        (" , ", None),
        (
            "Ministry of Health,, Labour and Welfare",
            LiteralName("Ministry of Health, Labour and Welfare"),
        ),
        ("King,, Jr.", Name("King", suffix="Jr.")),
    ],
)
def test_names_are_read(text: str, expected: AnyName | None) -> None:
    """A person has a comma; an institution ends in one, or has several words and none."""
    assert expected == read_ris_name(text)


def test_particles_that_lean_have_no_blank() -> None:
    """A particle that ends in an apostrophe or a hyphen leans on the surname, for all who read it."""
    work = Reference(
        key="k",
        author=(Name("Ṭabarī", "Muḥammad", non_dropping_particle="al-"),),
        host=(Name("Alembert", "Jean", non_dropping_particle="d’"),),
        editor=(Name("Medici", "Lorenzo", non_dropping_particle="de’"),),
    )
    export = write_library(Library((work,)), "ris")
    text = export.text

    assert "AU  - al-Ṭabarī, Muḥammad\n" in text
    assert "M2  - host: d’Alembert || Jean\n" in text
    assert "ED  - de’ Medici, Lorenzo\n" in text
    assert () == export.losses


def test_institutions_with_commas_come_back() -> None:
    """Their first comma is doubled, as EndNote wants it; the report says who takes them for people."""
    names = (
        LiteralName("Ministry of Health, Labour and Welfare"),
        LiteralName("University of California, Berkeley, Library"),
        LiteralName("World Bank"),
        Name("King", "Martin", suffix="Jr."),
    )
    work = Reference(key="k", author=names)
    export = write_library(Library((work,)), "ris")

    assert "AU  - Ministry of Health,, Labour and Welfare\n" in export.text
    assert (work,) == parse_library(export.text, "ris").references
    assert [
        "What RIS has no field for stands where other programs look for it:",
        (
            "  The author of k stands in EndNote's spelling with two commas: Zotero and pandoc take the "
            "institution for a person."
        ),
    ] == list(report_losses(export, "RIS"))


def test_foreign_tags_are_written_back() -> None:
    """A tag that nobody knows comes back under its own name and at its own tag."""
    text = write_library(parse_library("TY  - BOOK\nL1  - a.pdf\nZ9  - x\nER  - \n", "ris"), "ris").text

    assert "L1  - a.pdf\nZ9  - x\n" in text


@pytest.mark.parametrize("text", ["words", "@book{a, title = {T}}", "[]", "AU  - Nobody"])
def test_what_is_no_ris_is_refused(text: str) -> None:
    """A file without a record is misuse, said in one sentence."""
    with pytest.raises(InputError, match="it is no RIS"):
        parse_library(text, "ris")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"TYERAUIPDM12 -/:\n\r", "\x00", "\x0b", "  - ", "2010", "M2  - type: ", "–"])
    ).map("".join)
)
def test_a_broken_record_costs_itself(text: str) -> None:
    """Whatever stands in one record, the next one is read."""
    library = parse_library(f"TY  - BOOK\n{text}\nTY  - BOOK\nID  - kept\nTI  - T\nER  - \n", "ris")

    assert "kept" in [work.key for work in library]


def test_resolver_of_a_doi_is_dropped() -> None:
    """Databases put the address of a DOI where the DOI belongs."""
    text = "TY  - JOUR\nDO  - https://doi.org/10.1000/AbC\nER  - \n"

    assert "10.1000/AbC" == parse_library(text, "ris").references[0].doi
