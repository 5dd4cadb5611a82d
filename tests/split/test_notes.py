"""Notes and markers of a paper: found wherever they stand, numbered by their place in the series."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.model import NoteKind, Severity, SourceDocument
from footnotes.split import FoundNotes, find_notes
from footnotes.split.markdown import find_markdown_notes
from footnotes.text.roman import format_roman

_SERIES = {
    "label-misread",
    "label-repeated",
    "marker-misread",
    "marker-repeated",
    "marker-missing",
    "note-missing",
}
_PIECES = [
    "[^a]:", "\n[^a]: ", "[^a]", "^[", "]", "`", "```\n", "¹", "\n# Notes\n", "\n1. ", "\n2. ", "<!--", "$",
    "[1]", "[2]", "[3]", "[i]", "[ii]", "<sup>[i]</sup>", "<sup>a</sup>", "[^1]:", "[^1]", "[*]", "[x1]",
    "\n[1] ", "\n[2] ", "\n[3] ", "\n[i] ", "\n\n", "\n", " ", "word", "Ibid.", "# x\n", "---\n", "\f",
    "\r\n", "*", "<",
    "http://a/", "\n    ", "[\\[i\\]](#)", "(", "&#99999;",
]  # fmt: skip
_TEXT = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))


def _find(text: str) -> FoundNotes:
    return find_notes(SourceDocument("paper.txt", "text", text))


@pytest.mark.cases("split/notes")
def test_notes_are_found(case: Mapping[str, Any]) -> None:
    """Each note has its number, label and text; each marker the number of its note."""
    found = _find(case["source"])
    assert case["notes"] == [f"{note.number} {note.label} {note.text}" for note in found.notes]
    assert case["markers"] == [marker.number for marker in found.markers]
    assert {NoteKind(case.get("kind", "endnote"))} >= {note.kind for note in found.notes}
    assert case.get("problems", []) == [one.code for one in found.problems if one.code in _SERIES]


@pytest.mark.cases("split/matching")
def test_markers_call_what_their_labels_say(case: Mapping[str, Any]) -> None:
    """Where notes or markers are lost, printed twice or misprinted, each marker still calls its note."""
    found = _find(_write_paper(case))
    labels = {note.number: note.label for note in found.notes}
    assert case["found"].split() == [note.label for note in found.notes]
    called = [labels.get(marker.number, "-") for marker in found.markers]
    assert case["called"].split() == called
    assert case.get("problems", []) == [one.code for one in found.problems if one.code in _SERIES]


def _write_paper(case: Mapping[str, str]) -> str:
    """Chapters with markers, and the notes of each below a heading of its own."""
    calls, notes = case["calls"].split("|"), case["notes"].split("|")
    chapters = [f"# C\n\n{' '.join(f'Word.[{label}]' for label in part.split())}\n\n" for part in calls]
    parts = [
        f"# N\n\n{''.join(f'[{label}] Broers 5.{chr(10)}' for label in part.split())}\n" for part in notes
    ]
    return "".join([*chapters, *parts])


@settings(deadline=None)
@given(
    kept=st.lists(st.booleans(), min_size=2, max_size=40).filter(any),
    write=st.sampled_from([str, format_roman]),
)
def test_lost_markers_do_not_move_the_others(kept: list[bool], write: Callable[[int], str]) -> None:
    """Whatever markers are lost: each that is left calls the note whose label it bears."""
    labels = [write(number) for number in range(1, len(kept) + 1)]
    left = [label for label, keep in zip(labels, kept, strict=True) if keep]
    found = _find(_write_paper({"calls": " ".join(left), "notes": " ".join(labels)}))
    assert labels == [note.label for note in found.notes]
    assert left == [labels[marker.number - 1] for marker in found.markers]
    assert {"marker-missing"} >= {problem.code for problem in found.problems}


@pytest.mark.cases("split/headed")
def test_notes_below_a_heading_are_found(case: Mapping[str, Any]) -> None:
    """Notes with bare numbers below a heading that says so, and what calls them in the text."""
    _check_bare(case)


@pytest.mark.cases("split/fallen")
def test_figures_that_lost_their_raising_are_found(case: Mapping[str, Any]) -> None:
    """They are markers where they are a series; years, verses, prices and formulas are none."""
    _check_bare(case)


@pytest.mark.cases("split/misread")
def test_misread_labels_open_notes(case: Mapping[str, Any]) -> None:
    """A label whose digits are letters is read as the number that is missing; page numbers are no words."""
    found = _find(case["source"])
    assert case["notes"] == [f"{note.number} {note.label} {note.text}" for note in found.notes]
    assert case["labels"] == [note.printed_label for note in found.notes]
    assert case.get("problems", []) == [one.code for one in found.problems if one.code in _SERIES]


def _check_bare(case: Mapping[str, Any]) -> None:
    found = _find(case["source"])
    assert case["notes"] == [f"{note.number} {note.label} {note.text}" for note in found.notes]
    assert case["markers"] == [f"{marker.number} {marker.printed}" for marker in found.markers]
    assert {NoteKind(case.get("kind", "endnote"))} >= {note.kind for note in found.notes}
    assert case.get("problems", []) == [one.code for one in found.problems if one.code in _SERIES]


@settings(deadline=None)
@given(_TEXT)
def test_no_text_raises_and_notes_lie_apart(text: str) -> None:
    """Whatever the text: notes are disjoint, numbered upwards, and begin with their labels.

    They are in the order of the text as well, but for notes of Markdown that are defined in another.
    """
    found = _find(text)
    spans = [note.span for note in found.notes]
    edges = [edge for span in sorted(spans) for edge in (span.start, span.end)]
    assert sorted(edges) == edges
    assert sorted(spans) == spans or find_markdown_notes(text) is not None
    assert all(0 <= edge <= len(text) for edge in edges)
    numbers = [note.number for note in found.notes]
    assert sorted(set(numbers)) == numbers
    for note in found.notes:
        assert note.span.start == note.label_span.start
        assert note.label_span.end <= note.span.end


@settings(deadline=None)
@given(_TEXT)
def test_tiles_cover_every_note(text: str) -> None:
    """All of a note is accounted for, from the end of its label (and white space) to its own end."""
    source = "One.[1] Two.[2]\n\n[1] A" + text + "\n[2] B"
    for note in _find(source).notes:
        if note.text:
            tiles = note.origin.tiles
            edges = [edge for tile in tiles for edge in (tile.source.start, tile.source.end)]
            assert edges[1:-1:2] == edges[2::2]
            assert note.span.end == edges[-1]
            assert "" == source[note.label_span.end : edges[0]].strip()
            assert (0, len(note.text)) == (tiles[0].text.start, tiles[-1].text.end)


@settings(deadline=None)
@given(_TEXT)
def test_markers_stand_outside_of_notes(text: str) -> None:
    """A marker is in order, has the number of a place in the series, and lies in no note."""
    found = _find(text)
    spans = [marker.span for marker in found.markers]
    assert sorted(spans) == spans
    for marker in found.markers:
        assert not any(
            note.span.start < marker.span.end and marker.span.start < note.span.end for note in found.notes
        )


@settings(deadline=None)
@given(_TEXT)
def test_problems_are_in_order(text: str) -> None:
    """Problems come in the order of the source, and their places lie in it."""
    problems = _find(text).problems
    assert sorted(problem.span for problem in problems) == [problem.span for problem in problems]
    assert all(0 <= problem.span.start < problem.span.end <= len(text) for problem in problems)


@pytest.fixture(scope="module")
def seed(seed_path: Path) -> FoundNotes:
    """The notes and markers of the paper with 75 endnotes."""
    return _find(seed_path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def expected() -> Mapping[str, Any]:
    """What a reader found in that paper."""
    path = Path(__file__).parents[1] / "cases" / "apparatus" / "000_d40ec8d5fa738bcb.json"
    apparatus: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return apparatus


def test_the_seed_has_75_notes(seed: FoundNotes, expected: Mapping[str, Any]) -> None:
    """Number, label, printed label and text of each are what a reader wrote down."""
    keys = ("ordinal", "label", "label_printed", "text")
    assert 75 == len(seed.notes)
    for note, read in zip(seed.notes, expected["notes"], strict=True):
        assert tuple(read[key] for key in keys) == (note.number, note.label, note.printed_label, note.text)


def test_the_seed_has_75_markers(seed: FoundNotes, expected: Mapping[str, Any]) -> None:
    """Each has the number of its note, and is printed as a reader saw it."""
    assert [(read["number"], read["printed"]) for read in expected["markers"]] == [
        (marker.number, marker.printed) for marker in seed.markers
    ]


def test_the_seed_has_endnotes(seed: FoundNotes) -> None:
    """All stand behind the text, in one section, and none of them is lost."""
    assert {(NoteKind.ENDNOTE, None)} == {(note.kind, note.section) for note in seed.notes}
    assert {Severity.INFO} == {problem.severity for problem in seed.problems}


@pytest.mark.parametrize(
    "name", ["001_65ad5fbd5c234629", "002_88ed6354c8f5a368", "003_be01f8296b4957eb", "004_94ee3c4bdf35f2b1"]
)
def test_the_other_seeds_have_no_notes(name: str, seed_path: Path) -> None:
    """No list, no year and no bracket of theirs is taken for a note."""
    assert FoundNotes((), (), ()) == _find((seed_path.parent / f"{name}.txt").read_text(encoding="utf-8"))


def test_sections_are_numbered() -> None:
    """Where numbers begin again, each note knows its section; elsewhere there is none."""
    found = _find("A.[1] B.[2] C.[1] D.[2]\n\n[1] A.\n[2] B.\n[1] C.\n[2] D.\n")
    assert [(1, "1"), (2, "1"), (3, "2"), (4, "2")] == [(note.number, note.section) for note in found.notes]


@pytest.mark.parametrize(
    "piece", ["\n[1] b", "# a\n[1] b\n", "a[1] ", "\n[^1]: a", "# a\n", "\f[1] a", "[i]n ", "\f"]
)
def test_hostile_papers_are_read_in_passing(piece: str) -> None:
    """Labels, headings and new pages may come hundreds of times."""
    assert len(_find(piece * 300).notes) <= 300
    assert len(_find("1 Ibid. 5.\n2 Ibid. 6.\n3 Ibid. 7. " + piece * 300).notes) <= 303


def test_many_notes_are_counted() -> None:
    """A thousand notes with their calls are a series like any other."""
    body = " ".join(f"Word.[{number}]" for number in range(1, 1001))
    found = _find(body + "\n\n" + "\n".join(f"[{number}] Ibid., {number}." for number in range(1, 1001)))
    numbers = list(range(1, 1001))
    assert (numbers, numbers) == (
        [note.number for note in found.notes],
        [one.number for one in found.markers],
    )
    assert () == found.problems
