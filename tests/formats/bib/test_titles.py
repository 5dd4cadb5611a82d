r"""Titles: which of their letters are protected, and by whom."""

import pytest
from formats.pandoc_reader import read_with_pandoc

from footnotes.formats import parse_library, write_library
from footnotes.formats.bib.kinds import read_title, write_title
from footnotes.model import Library, Reference


@pytest.mark.parametrize(
    "title",
    [
        'The <span class="nocase">de facto</span> Peace',
        '<span class="nocase">eBay</span>',
        '<i>On</i> <span class="nocase">the <i>id</i> {x}</span>',
        'A <span class="nocase">b } c</span> & <i>d <span class="nocase">e</span></i>',
    ],
)
def test_words_that_keep_their_letters_come_back(title: str) -> None:
    """They stand in two braces, within those that protect the title for BibTeX and biber."""
    assert title == read_title(write_title(title, "biblatex"))
    assert title == read_title(write_title(title, "bibtex"))


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("The {{NATO}} Files", "The NATO Files"),
        ("{The {NATO} Files}", "The NATO Files"),
        ("{{NATO}}", "NATO"),
        ("{NATO} and {{EU}}", "NATO and EU"),
        (r"{The {{\'E}cole}}", "The École"),
        (r"The \NoCaseChange{de facto} Peace", 'The <span class="nocase">de facto</span> Peace'),
    ],
)
def test_braces_of_people_protect_and_no_more(value: str, title: str) -> None:
    """One brace, or two where the title is not protected as a whole, only keep a style from lower case."""
    assert title == read_title(value)


def test_pandoc_reads_their_letters() -> None:
    """The letters of such words are read as they stand, by pandoc without the mark."""
    work = Reference("book", "a", title='The <span class="nocase">de facto</span> Peace of Baku')
    for dialect in ("biblatex", "bibtex"):
        text = write_library(Library((work,)), dialect).text

        assert "The de facto Peace of Baku" == read_with_pandoc(text, dialect)[0]["title"]
        assert (work,) == parse_library(text, dialect).references
