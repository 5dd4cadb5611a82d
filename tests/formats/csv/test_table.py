"""Tables: what the csv module reads of them, what a spreadsheet must not run, what a hostile file costs."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.errors import InputError
from footnotes.formats import parse_library, write_library
from footnotes.formats.csv.syntax import read_table, write_table
from footnotes.formats.csv.values import read_names, write_names
from footnotes.model import AnyName, Date, Library, LiteralName, Name, PartialDate, Reference


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.lists(st.text(alphabet="ab\",;\t\n\r'=+-@ ", max_size=6), min_size=2, max_size=4), min_size=1
    )
)
def test_tables_come_back(rows: list[list[str]]) -> None:
    """What is written is read again, by us to the letter; the csv module sees the same cells, guarded."""
    text = write_table([["first", "second"], *rows], ",")
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    seen = list(csv.reader(StringIO(text, newline="")))[1:]

    assert filled == [list(row.cells) for row in read_table(text)][1:]
    assert [[cell.lstrip("'") for cell in row] for row in seen] == [
        [cell.lstrip("'") for cell in row] for row in rows
    ]


@pytest.mark.parametrize(
    "value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''-1", "-5"]
)
def test_no_cell_is_a_formula(value: str) -> None:
    """A cell never begins with a sign that a spreadsheet runs, and comes back to the letter."""
    library = Library((Reference(key="k", title=value, author=(LiteralName(value),)),))
    text = write_library(library, "csv").text
    cells = next(row for at, row in enumerate(csv.reader(StringIO(text, newline=""))) if at)

    assert all(cell[:1] not in "=+-@\t\r\n＝" for cell in cells if cell)
    assert value == parse_library(text, "csv").references[0].title


def test_apostrophes_of_people_stay() -> None:
    """An apostrophe before a word is no guard."""
    assert "'Tis" == parse_library("key,title\na,'Tis\n", "csv").references[0].title


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_dialects_are_read(separator: str, end: str) -> None:
    """Semicolons, tabs, the line ends of three systems and a byte order mark are read."""
    rows = [["Key", "Title", "Publisher Place"], ["a", '"x, y; ""z"""', "Baku"], ["b", "T", ""]]
    library = parse_library("\ufeff" + end.join(separator.join(row) for row in rows), "csv")

    assert ["a", "b"] == [work.key for work in library]
    assert ('x, y; "z"', "Baku") == (library.references[0].title, library.references[0].publisher_place)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "de Waal, Thomas; {REAL TV, Inc.}",
            (Name("Waal", "Thomas", None, "de"), LiteralName("REAL TV, Inc.")),
        ),
        ("King, Martin Luther, Jr.;", (Name("King", "Martin Luther", suffix="Jr."),)),
        ("World Bank", (LiteralName("World Bank"),)),
        ("Aristotle,", (Name("Aristotle"),)),
    ],
)
def test_names_are_read(cell: str, expected: tuple[AnyName, ...]) -> None:
    """Names as a librarian types them."""
    assert expected == read_names(cell)


def test_names_that_words_cannot_say_are_json() -> None:
    """A name with a comma, a semicolon or a particle in capitals comes back all the same."""
    names = (Name("A; B", "C, D", "De"), LiteralName("{x}"), Name("de", "Jr., X"))

    assert names == read_names(write_names(names))


def test_a_table_of_something_else_is_refused() -> None:
    """A table none of whose columns is known is misuse, said in one sentence."""
    with pytest.raises(InputError, match="no column has a name of CSL"):
        parse_library("Price,Colour\n3,red\n", "csv")


def test_many_open_quotes_take_no_time() -> None:
    """A file of nothing but opened quotation marks is read, and the work before them is there."""
    library = parse_library("key,title\na,T\n" + 'b,"' * 30_001, "csv")

    assert "a" == library.references[0].key


def test_tabs_are_written_for_a_table_of_tabs() -> None:
    """A `.tsv` has tabs, which a spreadsheet takes by itself."""
    work = Reference(type="book", key="a", title="T, U")

    assert '"key"\t"type"\t"title"\n"a"\t"book"\t"T, U"\n' == write_library(Library((work,)), "tsv").text


def test_the_year_of_zotero_counts_without_a_date() -> None:
    """Zotero has the year in a column of its own: it holds where the date is empty, else adds nothing."""
    rows = (
        "Key,Item Type,Publication Year,Date",
        "a,book,1990,",
        "b,book,1991,1991-05",
        "c,book,1992,1991",
    )
    text = "\n".join(rows)
    one, two, three = parse_library(text, "csv").references

    assert Date(PartialDate(1990)) == one.issued
    assert Date(PartialDate(1991, 5)) == two.issued
    assert () == two.extra
    assert (("issued", "1992"),) == three.extra
