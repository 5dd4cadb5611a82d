"""Notes of Markdown: found by their labels or in the text, numbered in the order of their calls."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import pytest

from footnotes.model import NoteKind, SourceDocument
from footnotes.split import FoundNotes, find_notes
from footnotes.split.found import is_inline
from footnotes.split.literals import find_literals

_KINDS = {"e": NoteKind.ENDNOTE, "f": NoteKind.FOOTNOTE}
_REPAIRS = {"text-rejoined", "url-rejoined", "word-rejoined", "soft-mark-removed", "pseudo-link-removed"}


def _find(text: str) -> FoundNotes:
    return find_notes(SourceDocument("paper.md", "text", text))


@pytest.mark.cases("split/markdown")
def test_notes_of_markdown_are_found(case: Mapping[str, Any]) -> None:
    """Each note has its number, label, text and kind, each marker its number and label; losses are told."""
    found = _find(case["source"])
    assert case["notes"] == [f"{note.number} {note.label} {note.text}" for note in found.notes]
    assert case["markers"] == [f"{marker.number} {marker.printed}" for marker in found.markers]
    kinds = case.get("kinds", "e" * len(found.notes))
    assert [_KINDS[kind] for kind in kinds] == [note.kind for note in found.notes]
    assert case.get("problems", []) == [one.code for one in found.problems if one.code not in _REPAIRS]


@pytest.mark.cases("split/markdown")
def test_every_character_has_its_place(case: Mapping[str, Any]) -> None:
    """Labels, markers and texts stand in the source where they are said to stand."""
    source = case["source"]
    found = _find(source)
    for note in found.notes:
        label = note.label_span.of(source)
        assert label == "[" if is_inline(note) else note.printed_label in label
        if note.text:
            first, last = note.origin.tiles[0].source, note.origin.tiles[-1].source
            assert (note.span.end, "") == (last.end, source[note.label_span.end : first.start].strip())
        if is_inline(note):
            assert "]" == source[note.span.end :].lstrip()[0]
    for marker in found.markers:
        assert marker.printed in marker.span.of(source)


@pytest.mark.cases("split/markdown")
def test_pandoc_reads_the_same_notes(case: Mapping[str, Any]) -> None:
    """Where its manual is what we follow, pandoc prints the same notes in the same order."""
    pypandoc = pytest.importorskip("pypandoc")
    if "pandoc" in case:
        return
    document = json.loads(pypandoc.convert_text(case["source"], "json", "markdown"))
    meta = [document["meta"][key] for key in sorted(document["meta"])]
    theirs = [_list_words(note) for note in _list_notes([*meta, document["blocks"]])]
    ours = _find(case["source"])
    called = {marker.number for marker in ours.markers}
    assert theirs == [re.findall(r"\w+", note.text) for note in ours.notes if note.number in called]


def _list_notes(node: Any) -> Iterator[Any]:
    if isinstance(node, dict) and node.get("t") == "Note":
        yield node["c"]
    elif isinstance(node, dict):
        yield from _list_notes(list(node.values()))
    elif isinstance(node, list):
        for one in node:
            yield from _list_notes(one)


def _list_words(node: Any) -> list[str]:
    """The words of a piece of pandoc's document; a link gives its words and its address, as ours do."""
    if isinstance(node, dict) and node.get("t") == "Link":
        words = _list_words(node["c"][1])
        address = re.findall(r"\w+", unquote(node["c"][2][0]))
        return words if words == address else words + address
    if isinstance(node, dict) and node.get("t") in {"Str", "Code"}:
        content = node["c"] if isinstance(node["c"], str) else node["c"][1]
        return re.findall(r"\w+", content)
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    return [word for child in children for word in _list_words(child)]


@pytest.mark.parametrize(
    "piece",
    ["^[", "^[a] ",
     "[^a]: ", "\n[^a]: a", "[^b]", "```x\n", "~~~\n", "`", "``` `` ", "<!--", "<pre>", "$a$", "](",
     "\n    a", "^[a](", "\n\n- a",
     "[^a]: b\n\n    c\n", "# Notes\n", "# Notes\n1. a\n", "\n1. Ibid. 5", "¹",
     "$^{1}$", "(1)"],
)  # fmt: skip
def test_hostile_markdown_is_read_in_passing(piece: str) -> None:
    """What opens and never closes, and what comes thousands of times, takes no longer than its length."""
    assert len(_find("A.[^a] ^[b]\n\n[^a]: b\n\n" + piece * 3000).notes) <= 3002


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("a `b` c", "`b`"),
        ("a ``b ` c`` d", "``b ` c``"),
        ("a ` b\n\nc ` d", ""),
        ("a $20,000 and $30,000", ""),
        ("a $x$ b", "$x$"),
        ("a <!-- b --> c", "<!-- b -->"),
        ("a <!-- b", ""),
        ("a\n\n    b\n\nc", "    b"),
        ("a\n    b", ""),
        ("```\na\n```\nb", "```\na\n```"),
        ("```\na\n~~~\n", ""),
    ],
)
def test_literal_stretches(text: str, literal: str) -> None:
    """Code, formulas and comments are found as pandoc has them."""
    found = find_literals(text)
    pieces = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert ([literal] if literal else []) == pieces
