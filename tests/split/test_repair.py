"""Repair: a note as a person reads it, and every character tied to its source."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.model import Origin
from footnotes.split.repair import repair_text

_PIECES = [
    *"aB1 .,;-_*()[]<>&\\\n\r\t\f“”\u00ad",
    "http://a.org/b-", "www.a.org", "[a](#)", "](", "![", "<i>", "</i>", "&amp;", "&#8211;", "**",
    "[x](http://y.z)", "\n\n", "e-\nf",
]  # fmt: skip
_NOTES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))


@pytest.mark.cases("split/repair")
def test_notes_are_repaired(case: Mapping[str, Any]) -> None:
    """The text reads as it should, what was emphasised is known, and each repair is told."""
    source = "[1]" + case["source"]
    repaired = repair_text(source, 3, len(source))
    assert case["text"] == repaired.text
    assert case.get("emphasis", []) == [span.of(repaired.text) for span in repaired.emphasis]
    assert case.get("repairs", []) == [problem.code for problem in repaired.problems]


@settings(deadline=None)
@given(_NOTES)
def test_nothing_is_lost(note: str) -> None:
    """The tiles cover the text and its source without gap or overlap, but for white space before it."""
    source = "[1]" + note + "\n"
    repaired = repair_text(source, 3, 3 + len(note))
    if repaired.text:
        tiles = repaired.origin.tiles
        start = 3 + len(note) - len(note.lstrip())
        assert [0, *(tile.text.end for tile in tiles)] == [
            *(tile.text.start for tile in tiles),
            len(repaired.text),
        ]
        assert [start, *(tile.source.end for tile in tiles)] == [
            *(tile.source.start for tile in tiles),
            3 + len(note),
        ]
        assert all(len(tile.text) in {1, len(tile.source)} for tile in tiles)


@settings(deadline=None)
@given(_NOTES)
def test_letters_are_never_changed(note: str) -> None:
    """The letters of the text stand in the source in the same order."""
    plain = note.replace("&", "")
    repaired = repair_text(plain, 0, len(plain))
    letters, source = re.findall(r"\w", repaired.text), iter(plain)
    assert all(letter in source for letter in letters)


@settings(deadline=None)
@given(_NOTES)
def test_characters_are_located_in_order(note: str) -> None:
    """Each character has its place in the source, none before that of the one it follows."""
    repaired = repair_text(note, 0, len(note))
    places = [repaired.origin.locate(at, at + 1) for at in range(len(repaired.text))]
    assert all(one.end <= other.start or one == other for one, other in pairwise(places))
    assert all(len(place) > 0 for place in places)


@settings(deadline=None)
@given(_NOTES)
def test_spaces_are_single(note: str) -> None:
    """White space is one space between words, and none at the edges."""
    text = repair_text(note, 0, len(note)).text
    assert " ".join(text.split()) == text


@settings(deadline=None)
@given(_NOTES)
def test_emphasis_and_problems_lie_inside(note: str) -> None:
    """What is emphasised lies in the text, what was repaired in the source."""
    repaired = repair_text(note, 0, len(note))
    assert all(0 <= span.start < span.end <= len(repaired.text) for span in repaired.emphasis)
    assert all(0 <= problem.span.start < problem.span.end <= len(note) for problem in repaired.problems)


def test_a_kept_character_is_its_own_source() -> None:
    """A word of the text is located exactly, without the marks around it."""
    source = "[1] de Waal, *Great Catastrophe*, 47-8."
    repaired = repair_text(source, 3, len(source))
    at = repaired.text.index("reat")
    assert "reat" == repaired.origin.locate(at, at + len("reat")).of(source)


def test_an_entity_is_one_character() -> None:
    """The whole entity is the source of the character that it stands for."""
    source = "A &amp; B"
    assert "&amp;" == repair_text(source, 0, len(source)).origin.locate(2, 3).of(source)


def test_only_the_asked_part_is_read() -> None:
    """Nothing before the start or behind the end counts, not even the partner of a mark."""
    source = "*a* b *c*"
    assert ("* b *", ()) == _read(source, 2, 7)


def _read(source: str, start: int, end: int) -> tuple[str, Sequence[object]]:
    repaired = repair_text(source, start, end)
    return repaired.text, repaired.emphasis


def test_an_empty_note_has_no_tiles() -> None:
    """There is nothing to locate in nothing."""
    assert Origin(()) == repair_text("   ", 0, 3).origin


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "![a](", "[a](", "[a](b[", "<a ", "</i>", "&", "*a ", "_a ", "a_ ", "http://", "http://a-\n",
     "http://a/\nx1y ", "\\", "a-\n", "(", "\u00ad", "****", "____"],
)  # fmt: skip
def test_hostile_notes_are_read_in_passing(piece: str) -> None:
    """Any mark may come thousands of times, and what it leaves is never more than there was."""
    source = piece * 2000
    assert len(repair_text(source, 0, len(source)).text) <= len(source)
