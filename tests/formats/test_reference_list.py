"""Lists of references for people, in Markdown and plain text."""

import json
import subprocess

import pytest
from formats.pandoc_reader import find_pandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.formats import write_library
from footnotes.model import Date, Library, LiteralName, Name, PartialDate, Reference

BOOK = Reference(
    type="book",
    key="waal2015",
    title="Great *Catastrophe*",
    author=(Name("Waal", "Thomas", non_dropping_particle="de"), LiteralName("REAL TV")),
    edition="2",
    publisher="Oxford UP",
    publisher_place="Oxford",
    issued=Date(PartialDate(2015, 5, 6)),
    original_date=Date(PartialDate(1998)),
    isbn="978-0-19-935069-8",
)
PAGE = Reference(
    type="webpage",
    title="What next?",
    container_title="Site_a_",
    issued=Date(PartialDate(2010, season=1)),
    url="https://example.org/a_b",
    accessed=Date(PartialDate(2011, 1, 2)),
    extra=(("archive_url", "https://web.archive.org/web/2020/x"), ("archive_date", "2020-01-07")),
    container_title_short="S.",
)


def test_plain_text() -> None:
    """Each work is one line, with all that a reader needs to find it."""
    export = write_library(Library((BOOK, PAGE)), "plain-text")

    assert (
        "de Waal, Thomas; REAL TV. Great *Catastrophe*. 2nd ed. "
        "Oxford: Oxford UP, 6 May 2015 (first published 1998). ISBN 978-0-19-935069-8.\n\n"
        "What next? In Site_a_. Spring 2010. https://example.org/a_b (accessed 2 January 2011). "
        "Archived 2020-01-07 at https://web.archive.org/web/2020/x.\n"
    ) == export.text
    assert ["container_title_short"] == [loss.variable for loss in export.losses]


def test_markdown() -> None:
    """Each work is an item, its titles in italics, its addresses links, its signs escaped."""
    export = write_library(Library((BOOK, PAGE)), "markdown")

    assert (
        "- de Waal, Thomas; REAL TV. *Great \\*Catastrophe\\**. 2nd ed. "
        "Oxford: Oxford UP, 6 May 2015 (first published 1998). ISBN 978-0-19-935069-8.\n"
        "- *What next?* In *Site_a\\_*. Spring 2010. <https://example.org/a_b> (accessed 2 January 2011). "
        "Archived 2020-01-07 at <https://web.archive.org/web/2020/x>.\n"
    ) == export.text


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("edition", "2", "2nd ed."),
        ("edition", "11", "11th ed."),
        ("edition", "3rd", "3rd ed."),
        ("edition", "Revised", "Revised ed."),
        ("edition", "Revised edition", "Revised edition."),
        ("edition", "2., erweiterte Aufl.", "2., erweiterte Aufl."),
        ("volume", "IV", "Vol. IV."),
        ("volume", "12, no. 3", "12, no. 3."),
        ("volume", "Bd. 157", "Bd. 157."),
        ("number", "15318/89", "No. 15318/89."),
        ("number", "Case 6/64", "Case 6/64."),
        ("page", "483", "Page 483."),
        ("page", "201–214, 230", "Pp. 201–214, 230."),
        ("page", "S12-S19", "Pp. S12-S19."),
        ("page", "xii-xxvi", "Pp. xii-xxvi."),
        ("page", "col. 3", "col. 3."),
        ("section", "§ 703(a)", "§ 703(a)."),
        ("section", "4", "Sec. 4."),
        ("version", "v. 3.1", "v. 3.1."),
        ("version", "2.2.13", "Version 2.2.13."),
        ("number_of_volumes", "1", "1 vol."),
        ("scale", "1:48,500", "Scale 1:48,500."),
        ("status", "forthcoming", "Forthcoming."),
    ],
)
def test_a_label_stands_before_a_number_alone(variable: str, value: str, expected: str) -> None:
    """What says itself what it is gets no label; a number does."""
    work = Reference(title="T", **{variable: value})  # type: ignore[arg-type]  # by name

    assert f"T. {expected}\n" == write_library(Library((work,)), "plain-text").text


@pytest.mark.parametrize(
    ("title", "markdown", "plain"),
    [
        ("<i>Yol</i> and After", "Yol *and After*", "Yol and After"),
        ("On <i>Yol</i>: A Reply", "*On* Yol: *A Reply*", "On Yol: A Reply"),
        ("<i>x</i><sup>2</sup> + 1", "x^2^ + *1*", "x² + 1"),
        ("H<sub>2</sub>O<sup>n</sup>", "*H~2~O^n^*", "H₂On"),
        ('A <span class="nocase">de facto</span> Peace', "*A de facto Peace*", "A de facto Peace"),
        (
            'The <span style="font-variant:small-caps;">xii</span> Legion',
            "*The [xii]{.smallcaps} Legion*",
            "The xii Legion",
        ),
        ("a < b > c", "*a \\< b \\> c*", "a < b > c"),
    ],
)
def test_rich_titles(title: str, markdown: str, plain: str) -> None:
    """Italics within a title stand upright, as in print; plain text has no marks but signs for figures."""
    library = Library((Reference(title=title),))

    assert f"- {markdown}.\n" == write_library(library, "markdown").text
    assert f"{plain}.\n" == write_library(library, "plain-text").text


def test_everything_a_reader_needs() -> None:
    """Those who made a film, where it was shown, what a review is of, and what is before year 1."""
    film = Reference(
        title="Yol",
        medium="DVD",
        director=(Name("Gören", "Şerif"), Name("小津", "安二郎")),
        script_writer=(Name("Güney", "Yılmaz"),),
        recipient=(Name("Alembert", "Jean", non_dropping_particle="d’"),),
        event_place="Cannes",
        event_date=Date(PartialDate(1982, 5)),
        issued=Date(PartialDate(-49), approximate=True),
    )
    review = Reference(
        title="Tango",
        reviewed_title="Last Tango",
        reviewed_genre="film",
        reviewed_author=(LiteralName("B"),),
    )
    export = write_library(Library((film, review)), "markdown")

    assert (
        "- *Yol*. \\[DVD\\]. Directed by Gören, Şerif; 小津安二郎. Written by Güney, Yılmaz. "
        "To d’Alembert, Jean. Circa 50 BC. Cannes, May 1982.\n"
        "- *Tango*. Review of *Last Tango* \\[film\\] by B.\n"
    ) == export.text
    assert () == export.losses


def test_nothing_is_nothing() -> None:
    """An empty library is an empty list."""
    assert ["", ""] == [write_library(Library(), name).text for name in ("markdown", "plain-text")]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.text(alphabet="ab \\`*_{}[]<>$^~@#|!&;-+.:='\"1)", min_size=1, max_size=15),
        min_size=20,
        max_size=20,
    )
)
def test_no_text_is_markup(titles: list[str]) -> None:
    """Pandoc shows a title as it stands, whatever signs are in it."""
    program = find_pandoc()
    if program is None:
        pytest.skip("pandoc is not installed")
    works = tuple(Reference(title=f"a{one}b", note=f"x{one}y") for one in titles)
    text = write_library(Library(works), "markdown").text
    done = subprocess.run(
        [program, "-f", "markdown-smart", "-t", "json"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    items = json.loads(done.stdout)["blocks"][0]["c"]

    assert [" ".join(f"a{one}b. x{one}y.".split()) for one in titles] == [_show(item) for item in items]


def _show(item: object) -> str:
    if isinstance(item, list):
        return "".join(_show(one) for one in item)
    if isinstance(item, dict):
        kinds = {"Space": " ", "SoftBreak": " "}
        return kinds.get(item["t"]) or _show(item.get("c", ""))
    return item if isinstance(item, str) else ""


def test_people_who_are_not_named() -> None:
    """`and others` of a .bib is "et al." in a list."""
    work = Reference(type="book", key="a", author=(Name("Rao", "P."), LiteralName("others")), title="T")

    assert "Rao, P.; et al. T.\n" == write_library(Library((work,)), "plain-text").text
