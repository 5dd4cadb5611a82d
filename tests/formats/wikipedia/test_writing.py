"""Citation templates of Wikipedia: what they state, and that nothing in them is mark-up by accident."""

import pytest
from formats.wikipedia.wikitext_reader import read_templates
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
        status="expired",
        issued=Date(PartialDate(2010), uncertain=True),
        accessed=Date(PartialDate(2011)),
        extra=(*COPY, ("file", "a.pdf")),
    )
    losses = {loss.variable: loss.reason for loss in write_library(Library((work,)), "wikipedia").losses}

    assert {
        "type": "{{cite document}} stands for other types, too",
        "status": "there is no place for it",
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
        (Date(PartialDate(2010, 5), PartialDate(2010, 7)), "May–July 2010"),
        (Date(PartialDate(2010, 12), PartialDate(2011, 1)), "December 2010 – January 2011"),
        (Date(PartialDate(2010, 5, 6), PartialDate(2010, 5, 8)), "6–8 May 2010"),
        (Date(PartialDate(2010, 5, 6), PartialDate(2010, 6, 8)), "6 May – 8 June 2010"),
        (Date(PartialDate(2010, 5, 6), PartialDate(2011, 6, 8)), "6 May 2010 – 8 June 2011"),
        (Date(PartialDate(2010, season=1), PartialDate(2010, season=2)), "Spring–Summer 2010"),
        (Date(PartialDate(2010, 5), PartialDate(2010, 5)), "May 2010"),
        (Date(PartialDate(2010), PartialDate(2010, 7)), "2010 – July 2010"),
        (Date(PartialDate(1850), PartialDate(1855), approximate=True), "c. 1850–1855"),
        (Date(PartialDate(1850, 5), approximate=True), "May 1850"),
        (Date(PartialDate(-430), PartialDate(-410)), "431–411 BC"),
        (Date(PartialDate(-26), PartialDate(14)), "27 BC – 14"),
        (Date(PartialDate(1850), approximate=True), "c. 1850"),
        (Date(PartialDate(-43)), "44 BC"),
        (LiteralDate("n.d."), "n.d."),
    ],
)
def test_dates_are_spelled(date: AnyDate, expected: str) -> None:
    """Dates as the manual of style of Wikipedia has them."""
    assert expected == spell_wiki_date(date)


def test_those_who_made_it() -> None:
    """Roles without parameters of their own are told under `others`, names as they are said."""
    work = Reference(
        type="motion_picture",
        title="Yol",
        director=(Name("Gören", "Şerif"), LiteralName("REAL TV")),
        script_writer=(Name("小津", "安二郎"),),
        narrator=(Name("Alembert", "Jean", non_dropping_particle="d’"),),
        genre="Film",
        medium="DVD",
        number="12",
    )
    export = write_library(Library((work,)), "wikipedia")
    ((name, told),) = read_templates(export.text)

    assert "cite AV media" == name
    assert (
        "Directed by Şerif Gören, REAL TV; written by 小津安二郎; narrated by Jean d’Alembert"
        == told["others"]
    )
    assert ("Film; DVD", "12") == (told["type"], told["id"])
    assert () == export.losses


def test_who_delivers_it() -> None:
    """A film or a speech in the web has its site, that of an album has no place."""
    film = Reference(type="motion_picture", title="T", container_title="YouTube", url="http://a.org")
    export = write_library(
        Library((film, Reference(type="song", title="T", container_title="A"))), "wikipedia"
    )
    (_, told), _ = read_templates(export.text)

    assert "YouTube" == told["via"]
    assert ["container_title"] == [loss.variable for loss in export.losses if loss.variable != "type"]


def test_et_al_is_a_parameter() -> None:
    """The words "et al." are no name: the templates refuse them."""
    work = Reference(type="book", title="T", editor=(Name("Charlton", "Thomas"), LiteralName("et al.")))
    ((_, told),) = read_templates(write_library(Library((work,)), "wikipedia").text)

    assert {
        "editor-last1": "Charlton",
        "editor-first1": "Thomas",
        "display-editors": "etal",
        "title": "T",
    } == told


def test_a_case_and_an_episode() -> None:
    """A reported case is cited as courts are, a broadcast as an episode of its series."""
    case = Reference(
        type="legal_case",
        title="Brown v. Board",
        container_title="U.S.",
        volume="347",
        page="483",
        authority="Supreme Court",
        issued=Date(PartialDate(1954)),
    )
    episode = Reference(type="broadcast", title="Ground", container_title="The Wire", publisher="HBO")
    export = write_library(Library((case, episode)), "wikipedia")

    assert [
        (
            "cite court",
            {
                "litigants": "Brown v. Board",
                "vol": "347",
                "reporter": "U.S.",
                "opinion": "483",
                "court": "Supreme Court",
                "date": "1954",
            },
        ),
        ("cite episode", {"title": "Ground", "series": "The Wire", "network": "HBO"}),
    ] == read_templates(export.text)
    assert () == export.losses


def test_rich_titles() -> None:
    """Italics are italics, raised and lowered figures are signs, other marks of CSL are left out."""
    title = (
        "<i>x</i><sup>2</sup>, H<sub>2</sub>O, <b>b</b>, "
        '<span class="nocase">de facto</span> <span style="font-variant:small-caps;">xii</span>'
    )
    ((_, told),) = read_templates(
        write_library(Library((Reference(type="book", title=title),)), "wikipedia").text
    )

    assert "''x''², H₂O, b, de facto xii" == told["title"]


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


def test_a_day_before_christ_is_told_to_be_lost() -> None:
    """The templates take such a year, but neither month nor day, and nothing is lost in silence."""
    work = Reference(type="book", key="a", title="T", issued=Date(PartialDate(-43, 3, 15)))

    assert ["issued"] == [loss.variable for loss in write_library(Library((work,)), "wikipedia").losses]
