"""Answers and the pages read from them."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.audit.inspect.pages import Page, extract_main_text, read_page
from footnotes.audit.inspect.signs import find_signs
from footnotes.model import CitedLink

PAGES = Path(__file__).parents[2] / "cases" / "audit" / "pages"
HTML = Headers({"Content-Type": "text/html"})
URL = "http://example.org/a/b.html"


def _read(html: str | bytes, **headers: str) -> Page:
    body = html if isinstance(html, bytes) else html.encode()
    return read_page(Answer(URL, 200, Headers({"content-type": "text/html"} | headers), body))


def _load(case: Mapping[str, Any]) -> Answer:
    return Answer(case["url"], case.get("code", 200), HTML, (PAGES / case["name"]).read_bytes())


@pytest.mark.cases("audit/pages")
def test_pages_are_read(case: Mapping[str, Any]) -> None:
    """A page as it is found gives its parts, and its text without what waits for a script."""
    page = read_page(_load(case))

    assert case["title"] == page.title
    assert tuple(case["headings"]) == page.headings
    assert case.get("language") == page.language
    assert case.get("canonical") == page.canonical
    assert case.get("scripts", 0) == page.scripts
    assert page.text.startswith(case["text"])
    assert "does not exist" not in page.text


@pytest.mark.cases("audit/pages")
def test_pages_show_signs(case: Mapping[str, Any]) -> None:
    """A page as it is found shows what a reader would say of it, and no more."""
    answer = _load(case)
    link = CitedLink(case["url"], titles=(case["cited"],))

    assert set(case["signs"]) == {sign.value for sign in find_signs(read_page(answer), answer, link)}


@pytest.mark.cases("audit/pages")
def test_main_text_is_extracted(case: Mapping[str, Any]) -> None:
    """The main text is the work without what is around it; where there is none, it is all the text."""
    text = extract_main_text(_load(case))

    assert case.get("main", "") in text
    assert "without" not in case or case["without"] not in text
    assert bool(text) == bool(read_page(_load(case)).text)


def test_blocks_divide_words_and_emphasis_does_not() -> None:
    """Words of two blocks stay two, the parts of one word one."""
    page = _read(
        "<p>One<p>two <b>th</b>ree<br>four<ul><li>five<li>six</ul><a>seven</a><a>eight</a>, <a>nine</a>s"
    )

    assert "One two three four five six seven eight , nines" == page.text.replace("eight,", "eight ,")


def test_scripts_and_styles_are_no_text() -> None:
    """Code is not read as words."""
    page = _read(
        "<style>a{}</style><script>var a='secret'</script><noscript>scripts, please</noscript><p>Words"
    )

    assert "Words" == page.text


def test_title_of_a_drawing_is_not_the_title() -> None:
    """The title of an SVG drawing names the drawing."""
    assert "Page" == _read("<svg><title>Logo</title></svg><title>Page</title>").title


def test_other_titles_are_kept() -> None:
    """What a page calls itself for others is read as well, and stands in for a missing title."""
    page = _read(
        '<meta property="og:title" content="The  Work"><meta name=citation_title content="A Work">'
    )

    assert ("The Work", ("The Work", "A Work")) == (page.title, page.other_titles)


def test_base_is_heeded() -> None:
    """Relative addresses are relative to the base that the page states."""
    page = _read(
        '<base href="http://example.net/x/"><link rel=canonical href=y>'
        '<meta http-equiv=Refresh content="0;z">'
    )

    assert ("http://example.net/x/y", "http://example.net/x/z") == (page.canonical, page.refresh)


def test_refresh_in_noscript_counts() -> None:
    """A page that sends on those who run no scripts sends us on."""
    page = _read('<noscript><meta http-equiv="refresh" content="0; url=/plain.html"></noscript>')

    assert "http://example.org/plain.html" == page.refresh


def test_refresh_of_the_header_counts() -> None:
    """The field of the header means what the element means."""
    assert "http://example.org/new" == _read("<p>Moved", refresh="0; url=/new").refresh


def test_plain_text_is_its_own_text() -> None:
    """A text file has no title and no parts."""
    page = _read("A treaty\nof 1828.", **{"content-type": "text/plain"})

    assert (False, None, "A treaty of 1828.") == (page.is_html, page.title, page.text)


def test_a_file_has_no_text() -> None:
    """A PDF is not read, whatever its header says."""
    assert "" == _read(b"%PDF-1.5 words").text


def test_a_page_without_a_type_is_known_by_its_start() -> None:
    """HTML sent without a useful type is HTML."""
    types = ("", "application/octet-stream", "text/plain", "application/xml")

    assert all(
        _read("<!-- x --><!DOCTYPE html><p>Words", **{"content-type": kind}).is_html for kind in types
    )


@given(
    st.binary(max_size=2000),
    st.sampled_from(["text/html", "", "text/plain", "text/html; charset=utf-7", "x"]),
)
def test_any_bytes_are_read(body: bytes, kind: str) -> None:
    """No bytes make the reader fail, nor those who look at the page."""
    answer = Answer(URL, 200, Headers({"content-type": kind}), body)
    page = read_page(answer)

    assert find_signs(page, answer, CitedLink(URL, titles=("Oil and Gas in the Caspian",))) is not None
    assert "\0" not in page.text


@settings(max_examples=60)
@given(
    st.integers(0, 3000),
    st.sampled_from(sorted(path.name for path in PAGES.glob("*.html"))),
    st.binary(max_size=8),
)
@example(
    265, "soft_404_newspaper.html", b"\x01"
)  # a control character behind a link, which lxml gives out only
def test_torn_pages_are_read(end: int, name: str, tail: bytes) -> None:
    """A page torn off anywhere, and ended by anything, is read as far as it goes."""
    body = (PAGES / name).read_bytes()[:end] + tail

    assert isinstance(read_page(Answer(URL, 200, HTML, body)), Page)


def test_a_torn_page_keeps_its_main_text() -> None:
    """The extraction gives what is there of a page that breaks off in a tag."""
    body = (PAGES / "newspaper.html").read_bytes()[:1900]

    assert "five states" in extract_main_text(Answer(URL, 200, HTML, body))


@pytest.mark.parametrize(
    "piece",
    [
        b"<div>",
        b"<b><i>",
        b"<p hidden><a name=x>",
        b"<table><td>",
        b"\0",
        b"<!--",
        b"&#0;",
        b"<h1>",
        b"a-",
        b"<",
    ],
)
def test_monsters_take_no_longer_than_their_length(piece: bytes) -> None:
    """A hundred thousand of anything is read in a second or two, also by the extraction."""
    body = b"<html><title>t</title><body>" + piece * 100_000 + b"words"
    started = time.process_time()
    answer = Answer(URL, 200, HTML, body)
    find_signs(read_page(answer), answer, CitedLink(URL, titles=("Oil and Gas in the Caspian",)))

    assert time.process_time() - started < 4


def test_a_huge_page_is_read_in_part() -> None:
    """Of a page beyond the limit the first part is read, and the page says so."""
    page = _read("<title>t</title>" + "<p>words and words" * 200_000)

    assert not page.is_whole
    assert page.text
