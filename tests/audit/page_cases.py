"""Answers and citations made of the few words that a case gives."""

from collections.abc import Mapping
from html import escape
from typing import Any

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.model import CitedLink

_PROSE = (
    "The gardener walked along the quiet river every morning and counted the herons which stood among the "
    "reeds. His neighbour kept bees, sold honey at a small market, and repaired wooden clocks when winter "
    "came. "
)
"""Words about something else than any case."""


def answer_case(case: Mapping[str, Any]) -> Answer:
    """The answer with the page that a case describes."""
    url = case.get("final", case.get("url", "https://example.com/papers/2010/oil.html"))
    headers = {"content-type": "text/html; charset=utf-8"} | case.get("headers", {})
    body = case["raw"] if "raw" in case else _make_html(case)
    return Answer(url, case.get("code", 200), Headers(headers), body.encode())


def _make_html(case: Mapping[str, Any]) -> str:
    title = case.get("title", case.get("page"))
    head = f"<title>{escape(title)}</title>" if title is not None else ""
    if "og" in case:
        head += f'<meta property="og:title" content="{escape(case["og"])}">'
    headings = [*case.get("headings", []), *filter(None, [case.get("heading")])]
    # A page of a site has a menu; those of which only the title is asked are left without.
    body = "" if "page" in case else "<nav><a href=/>Home</a><a href=/about>About</a></nav>"
    body += "".join(f"<h1>{escape(heading)}</h1>" for heading in headings)
    body += f"<h2>{escape(case['heading2'])}</h2>" if "heading2" in case else ""
    body += f"<p>{escape(case.get('text', ''))}</p>{case.get('markup', '')}"
    words = (_PROSE * (case.get("filler", 0) // 30 + 1)).split()[: case.get("filler", 0)]
    body += f"<p>{' '.join(words)}</p><p>{escape(case.get('after', ''))}</p>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def cite_case(case: Mapping[str, Any]) -> CitedLink:
    """The citation of that page."""
    return CitedLink(
        case.get("url", "https://example.com/papers/2010/oil.html"),
        titles=(case["cited"],) if case.get("cited") else (),
        authors=tuple(case.get("authors", [])),
        container=case.get("container"),
    )
