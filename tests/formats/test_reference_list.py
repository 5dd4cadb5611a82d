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
    pmid="12",
)


def test_plain_text() -> None:
    """Each work is one line, with all that a reader needs to find it."""
    export = write_library(Library((BOOK, PAGE)), "plain-text")

    assert (
        "de Waal, Thomas; REAL TV. Great *Catastrophe*. Ed. 2. "
        "Oxford: Oxford UP, 6 May 2015 (first published 1998). ISBN 978-0-19-935069-8.\n\n"
        "What next? In Site_a_. Spring 2010. https://example.org/a_b (accessed 2 January 2011). "
        "Archived 2020-01-07 at https://web.archive.org/web/2020/x.\n"
    ) == export.text
    assert ["pmid"] == [loss.variable for loss in export.losses]


def test_markdown() -> None:
    """Each work is an item, its titles in italics, its addresses links, its signs escaped."""
    export = write_library(Library((BOOK, PAGE)), "markdown")

    assert (
        "- de Waal, Thomas; REAL TV. *Great \\*Catastrophe\\**. Ed. 2. "
        "Oxford: Oxford UP, 6 May 2015 (first published 1998). ISBN 978-0-19-935069-8.\n"
        "- *What next?* In *Site_a\\_*. Spring 2010. <https://example.org/a_b> (accessed 2 January 2011). "
        "Archived 2020-01-07 at <https://web.archive.org/web/2020/x>.\n"
    ) == export.text


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
