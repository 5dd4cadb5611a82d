"""Citation templates of Wikipedia: what they state, and that nothing in them is mark-up by accident."""

import pytest
from formats.wikitext_reader import read_templates
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.formats import write_library
from footnotes.formats.wikipedia.dates import spell_wiki_date
from footnotes.model import (
    WORK_TYPES,
    AnyDate,
    Date,
    Library,
    LiteralDate,
    LiteralName,
    Name,
    PartialDate,
    Reference,
)

COPY = (
    ("archive_url", "https://web.archive.org/web/2020/https://example.org/"),
    ("archive_date", "2020-01-07"),
    ("url_status", "dead"),
)


def test_a_page_with_its_copy() -> None:
    """A page has its address, the day it was seen, and its archived copy."""
    work = Reference(
        type="webpage",
        title="A | B = {{C}} [d]",
        author=(Name("Waal", "Thomas", non_dropping_particle="de"), LiteralName("REAL TV, Inc.")),
        container_title="Site",
        issued=Date(PartialDate(2013, 10)),
        url="https://example.org/a|b c",
        accessed=Date(PartialDate(2019, 2, 3)),
        extra=COPY,
    )
    export = write_library(Library((work,)), "wikipedia")

    expected = {
        "last1": "de Waal",
        "first1": "Thomas",
        "last2": "((REAL TV, Inc.))",
        "title": "A | B = {{C}} [d]",
        "website": "Site",
        "date": "October 2013",
        "url": "https://example.org/a%7Cb%20c",
        "access-date": "3 February 2019",
        "archive-url": "https://web.archive.org/web/2020/https://example.org/",
        "archive-date": "7 January 2020",
        "url-status": "dead",
    }
    assert [("cite web", expected)] == read_templates(export.text)
    assert () == export.losses


def test_a_chapter_and_its_book() -> None:
    """The title of a chapter is a parameter of its book, whose editors are told."""
    work = Reference(
        type="chapter",
        title="Ch",
        container_title="Book",
        editor=(Name("Cornell", "Svante"),),
        page="64-65",
        key="x",
    )
    ((name, told),) = read_templates(write_library(Library((work,)), "wikipedia").text)

    assert ("cite book", "Ch", "Book", "Cornell", "64–65") == (
        name,
        told["chapter"],
        told["title"],
        told["editor-last1"],
        told["pages"],
    )


def test_losses_are_told() -> None:
    """What the templates have no parameter for, and what they say more coarsely, is reported."""
    work = Reference(
        type="patent",
        title="T",
        director=(Name("D"),),
        issued=Date(PartialDate(2010), uncertain=True),
        accessed=Date(PartialDate(2011)),
        extra=(*COPY, ("file", "a.pdf")),
    )
    losses = {loss.variable: loss.reason for loss in write_library(Library((work,)), "wikipedia").losses}

    assert {
        "type": "{{cite document}} says document",
        "director": "there is no place for it",
        "accessed": "there is no place for it",
        "issued": "it is written as 2010",
        "extra": "the templates take an archived copy only beside the address of its original",
    } == losses


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(PartialDate(2010, 5, 6)), "6 May 2010"),
        (Date(PartialDate(2010, season=3)), "Autumn 2010"),
        (Date(PartialDate(2010), PartialDate(2012)), "2010–2012"),
        (Date(PartialDate(2010, 5), PartialDate(2010, 7)), "May 2010 – July 2010"),
        (Date(PartialDate(1850), approximate=True), "c. 1850"),
        (Date(PartialDate(-43)), "44 BC"),
        (LiteralDate("n.d."), "n.d."),
    ],
)
def test_dates_are_spelled(date: AnyDate, expected: str) -> None:
    """Dates as the manual of style of Wikipedia has them."""
    assert expected == spell_wiki_date(date)


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(alphabet="ab |{}[]<>&;=*#:~_'/\n!-", min_size=1, max_size=20),
    work_type=st.sampled_from(WORK_TYPES),
)
def test_no_text_is_markup(text: str, work_type: str) -> None:
    """Whatever a title or a name holds is shown as it stands, on the one line of its template."""
    title = text.replace("<", "").replace("''", "'")
    work = Reference(
        type=work_type, title=f"x{title}x", author=(LiteralName(f"n{text}"),), url=f"http://a/{text}"
    )
    ((_, told),) = read_templates(write_library(Library((work,)), "wikipedia").text)

    shown = told.get("chapter") or told["title"]
    assert " ".join(f"x{title}x".split()) == shown
    assert " " not in told["url"]
