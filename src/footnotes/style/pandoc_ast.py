"""Notes into pandoc's JSON, and its text out again as marked text (pandoc-types 1.23)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from footnotes.style.items import CiteItem, NoteItems
from footnotes.style.marked_text import BREAK, TAGS, settle_breaks

_WRAPPED = {
    "Emph": "i",
    "Strong": "b",
    "Superscript": "sup",
    "Subscript": "sub",
    "Underline": "u",
    "SmallCaps": "span",
}

_BLOCKS = {"csl-left-margin", "csl-right-inline", "csl-block", "csl-indent"}
"""Classes of what stands apart in an entry, as a number in the margin does (CSL 1.0.2, "Display")."""
_BLANKS = {"Space", "SoftBreak", "LineBreak"}


def make_note_paragraph(note: NoteItems, terms: Mapping[str, str], number: int) -> dict[str, Any]:
    """A paragraph with one citation.

    `terms` are the words by which pandoc knows each kind of locator, `number` what it calls the note.
    """
    citations = [_make_citation(item, number, terms) for item in note.items]
    cite = {"t": "Cite", "c": [citations, [{"t": "Str", "c": "[@]"}]]}
    return {"t": "Para", "c": [{"t": "Str", "c": "Text"}, cite]}


def _make_citation(item: CiteItem, number: int, terms: Mapping[str, str]) -> dict[str, Any]:
    """Braces tell where the locator ends, so that no word of the commentary becomes part of it."""
    suffix = ""
    if item.locator is not None:
        term = terms.get(item.label or "page", "")
        suffix = f", {{{term} {item.locator}}}" if term else f", {{{item.locator}}}"
    elif item.suffix:
        suffix = "{}"
    return {
        "citationId": item.id,
        "citationPrefix": list(_make_inlines(item.prefix.rstrip())),
        "citationSuffix": list(_make_inlines(suffix + item.suffix)),
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": number,
        "citationHash": 0,
    }


def _make_inlines(text: str) -> Iterator[dict[str, Any]]:
    for at, word in enumerate(text.split(" ")):
        if at:
            yield {"t": "Space"}
        if word:
            yield {"t": "Str", "c": word}


def read_marked_text(elements: Sequence[Any]) -> str:
    """The text of blocks or inlines; addresses of links are their text."""
    return settle_breaks("".join(_read(one) for one in elements)).strip()


def _read(element: Any) -> str:
    kind, content = element["t"], element.get("c")
    if kind in _WRAPPED:
        start, end = TAGS[_WRAPPED[kind]]
        return f"{start}{read_marked_text_raw(content)}{end}"
    if kind == "Quoted":
        pair = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
        return f"{pair[0]}{read_marked_text_raw(content[1])}{pair[1]}"
    if kind in {"Div", "Span"} and _BLOCKS.intersection(content[0][1]):
        return f"{BREAK}{read_marked_text_raw(content[1])}{BREAK}"
    if kind in {"Link", "Span", "Div", "Cite", "Code", "Math"}:
        return str(content[1]) if isinstance(content[1], str) else read_marked_text_raw(content[1])
    if kind in {"Para", "Plain"}:
        return f"{read_marked_text_raw(content)} "
    return str(content) if kind == "Str" else " " if kind in _BLANKS else ""


def read_marked_text_raw(elements: Sequence[Any]) -> str:
    """As `read_marked_text`, with the blanks at both ends."""
    return "".join(_read(one) for one in elements)
