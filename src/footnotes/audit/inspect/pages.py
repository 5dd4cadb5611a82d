"""Answer -> Page: what an HTML page shows before any script has run."""

import functools
import logging
import re
from collections.abc import Callable
from typing import Any

from attrs import frozen
from lxml import etree

from footnotes.audit.ask.answers import Answer
from footnotes.audit.inspect.charsets import decode_body
from footnotes.audit.inspect.media import MediaKind, tell_kind
from footnotes.audit.inspect.refreshes import join_url, read_refresh

_LARGEST = 2_000_000
"""Bytes of a page that are parsed."""


@frozen
class Page:
    """What a page shows.

    `title` is that of the title element, or else og:title; `other_titles` are what it calls itself
    besides (og:title, citation_title ...). `headings` are its h1 and h2 in order, `main_headings` counts
    the h1. `text` is what a reader sees, without scripts and markup. `refresh` is the absolute URL to
    which it sends readers on at once, `anchors` what a fragment can point to. `sources` are the addresses
    of its scripts and frames, `scripts` and `embeds` count scripts and what is shown but is no text.
    `is_free` is what it says of its price, `is_whole` whether all of it was read. The text of a plain text
    file is its text; of other files, there is none.
    """

    title: str | None = None
    headings: tuple[str, ...] = ()
    text: str = ""
    refresh: str | None = None
    anchors: frozenset[str] = frozenset()
    canonical: str | None = None
    is_html: bool = False
    has_password_field: bool = False
    scripts: int = 0
    language: str | None = None
    url: str = ""
    other_titles: tuple[str, ...] = ()
    main_headings: int = 0
    sources: tuple[str, ...] = ()
    embeds: int = 0
    is_free: bool | None = None
    is_whole: bool = True


_HEADINGS = 200
"""Headings that are read."""
_TAG = re.compile(r"<[^<>]*>")


def read_page(answer: Answer) -> Page:
    """What `answer` shows; whatever its bytes, this does not raise, and is done in time linear in them."""
    kind = tell_kind(answer)
    body = answer.body[:_LARGEST]
    if kind is MediaKind.OTHER:
        return Page(url=answer.url)
    text = decode_body(body, answer.headers.get("content-type", ""))
    if kind is MediaKind.TEXT:
        return Page(url=answer.url, text=_fold_blanks(_TAG.sub(" ", text.replace("\0", " "))))
    root = _parse_html(text)
    if root is None:
        return Page(url=answer.url, is_html=True)
    return _read_root(root, answer, is_whole=len(answer.body) <= _LARGEST)


def _parse_html(text: str) -> etree._Element | None:
    # The parser is told UTF-8, since it would believe a charset that decode_body has found to be wrong. It
    # follows no entity and opens no network; a tree deeper than 2,048 is cut off by it.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


class _Gathering:
    """What one walk over a page collects."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.headings: list[str] = []
        self.main_headings = 0
        self.heading_elements = 0
        self.named: dict[str, str] = {}
        self.refresh: str | None = None
        self.canonical: str | None = None
        self.base: str | None = None
        self.sources: list[str] = []
        self.scripts = 0
        self.embeds = 0
        self.has_password_field = False
        self.is_free: bool | None = None


def _gather_title(found: _Gathering, element: etree._Element) -> None:
    parent = element.getparent()
    if found.title is None and (parent is None or parent.tag != "svg"):
        found.title = _read_words(element) or None


def _gather_heading(found: _Gathering, element: etree._Element) -> None:
    found.heading_elements += 1
    # A page of nothing but headings, each within the one before, would be read over and over.
    words = _read_words(element) if found.heading_elements <= _HEADINGS else ""
    if words:
        found.headings.append(words)
        found.main_headings += element.tag == "h1"


def _gather_meta(found: _Gathering, element: etree._Element) -> None:
    content = element.get("content") or ""
    if (element.get("http-equiv") or "").strip().lower() == "refresh":
        found.refresh = found.refresh or content
    name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
    if name and content.strip():
        found.named.setdefault(name, _fold_blanks(content))


def _gather_link(found: _Gathering, element: etree._Element) -> None:
    if "canonical" in (element.get("rel") or "").lower().split():
        found.canonical = found.canonical or element.get("href")


def _gather_base(found: _Gathering, element: etree._Element) -> None:
    found.base = found.base or element.get("href")


def _gather_script(found: _Gathering, element: etree._Element) -> None:
    kind = (element.get("type") or "").lower()
    if kind == "application/ld+json":
        found.is_free = _read_price(element.text or "", found.is_free)
        return
    found.scripts += 1
    _gather_source(found, element)


def _gather_source(found: _Gathering, element: etree._Element) -> None:
    if source := element.get("src"):
        found.sources.append(source)


def _gather_embed(found: _Gathering, element: etree._Element) -> None:
    found.embeds += 1
    _gather_source(found, element)


def _gather_input(found: _Gathering, element: etree._Element) -> None:
    found.has_password_field |= (element.get("type") or "").strip().lower() == "password"


_GATHER: dict[str, Callable[[_Gathering, etree._Element], None]] = {
    "title": _gather_title,
    "h1": _gather_heading,
    "h2": _gather_heading,
    "meta": _gather_meta,
    "link": _gather_link,
    "base": _gather_base,
    "script": _gather_script,
    "input": _gather_input,
    **dict.fromkeys(
        ("img", "iframe", "frame", "object", "embed", "video", "audio", "canvas", "svg"), _gather_embed
    ),
}
_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "headline")
_UNREAD = ("script", "style", "noscript", "title", "head")
_BLOCKS = (
    "p", "div", "br", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "section",
    "article", "header", "footer", "nav", "aside", "main", "blockquote", "pre", "option", "figcaption",
    "hr",
)  # fmt: skip
_DIVIDED = ("a", "button", "label")
"""Inline, and set apart all the same where no letter follows at once: the links of a menu."""
_ANCHORS = etree.XPath("//@id | //a/@name | //map/@name", smart_strings=False)
_HIDDEN = etree.XPath("//body//*[@hidden]")


def _read_root(root: etree._Element, answer: Answer, *, is_whole: bool) -> Page:
    anchors = frozenset(map(str, _ANCHORS(root)))  # type: ignore[arg-type]  # this XPath gives strings
    _drop_unshown(root)
    found = _Gathering()
    for element in root.iter(*_GATHER):
        _GATHER[str(element.tag)](found, element)
    base = join_url(answer.url, found.base) or answer.url
    titles = tuple(dict.fromkeys(found.named[name] for name in _TITLES if name in found.named))
    if found.named.get("article:content_tier") == "locked":
        found.is_free = False
    refresh = read_refresh(found.refresh or answer.headers.get("refresh"), base)
    return Page(
        title=found.title or next(iter(titles), None),
        headings=tuple(found.headings),
        anchors=anchors,
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        # Last, since it takes the tree apart.
        text=_read_text(root),
        refresh=refresh if refresh != answer.url else None,
        canonical=join_url(base, found.canonical),
        is_html=True,
        has_password_field=found.has_password_field,
        scripts=found.scripts,
        url=answer.url,
        other_titles=titles,
        main_headings=found.main_headings,
        sources=tuple(found.sources),
        embeds=found.embeds,
        is_free=found.is_free,
        is_whole=is_whole,
    )


def _drop_unshown(root: etree._Element) -> None:
    """Take away what waits for a script to show it: the "page not found" of a template says nothing."""
    hidden: list[Any] = _HIDDEN(root)  # type: ignore[assignment]  # this XPath gives elements
    for element in hidden:
        element.clear(keep_tail=True)
    etree.strip_elements(root, "template", with_tail=False)


def _read_words(element: etree._Element) -> str:
    return _fold_blanks("".join(map(str, element.itertext())))


def _read_text(root: etree._Element) -> str:
    """The words of the body, blocks divided by a blank and parts of a word left together."""
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    for element in root.iter(*_BLOCKS):
        _set_apart(element)
    for element in root.iter(*_DIVIDED):
        if not element.tail:
            element.tail = " "
    return _fold_blanks("".join(map(str, root.itertext())))


def _set_apart(element: etree._Element) -> None:
    try:
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
    except ValueError:
        # lxml gives control characters out and does not take them back; the words then run together.
        return


def _fold_blanks(text: str) -> str:
    return " ".join(text.split())


_PRICE = re.compile(
    r'"isAccessibleForFree"\s*:\s*"?\s*(?:https?://schema\.org/)?(true|false)', re.IGNORECASE
)


def _read_price(data: str, known: bool | None) -> bool | None:  # noqa: FBT001 - it is what was known, not a switch
    """Whether the work or a part of it is for subscribers (schema.org, isAccessibleForFree)."""
    prices = {match.lower() == "true" for match in _PRICE.findall(data)}
    if False in prices or known is False:
        return False
    return True if prices else known


@functools.cache
def _load_extract() -> Callable[..., str | None]:
    """Trafilatura takes a third of a second to import: only those who compare texts wait for it."""
    from trafilatura import extract  # noqa: PLC0415 - see above

    for name in ("trafilatura", "htmldate", "courlan"):
        # It reports every page it cannot read to whoever listens; here that is an ordinary answer.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return extract


_LONGEST_READ = 500_000
"""Characters; the extraction is far slower than the parser."""


def extract_main_text(answer: Answer) -> str:
    """The words of the work without navigation and advertisements, or all words where it cannot be told.

    For comparing the page as it is with a copy of it: what surrounds a work changes daily.
    """
    page = read_page(answer)
    if not page.is_html or not page.text:
        return page.text
    text = decode_body(answer.body[:_LARGEST], answer.headers.get("content-type", ""))
    try:
        main = _load_extract()(
            _drop_declaration(text[:_LONGEST_READ]), include_comments=False, include_tables=True, fast=True
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError):
        # What a stranger's page makes of an extraction that guesses is no reason to stop an audit.
        main = None
    return _fold_blanks(main or "") or page.text


def _drop_declaration(text: str) -> str:
    """Without the encoding in an XML declaration, which lxml refuses in text already decoded."""
    return re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", text).replace("\0", " ")
