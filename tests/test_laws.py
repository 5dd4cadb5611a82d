"""Laws that hold for any text: nothing raises, nothing is lost, everything has its place."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import footnotes
from footnotes.model import Apparatus, SegmentRole, SourceDocument

# The letters that notes are made of, and the marks that the stages look for.
ALPHABET = st.sampled_from(
    [*"aAəİ1920 \n.,;:()[]<>*_'\"“”‘’„«»–-/&§№", "Ibid. ", "http://", "[i] ", "\n\n", "p. "]
)
FEW = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
MOST_EDITS = 6


def _list_notes() -> list[str]:
    seed = Path(__file__).parents[1] / "seeds" / "000_d40ec8d5fa738bcb.txt"
    body = seed.read_text(encoding="utf-8").split("## Notes and References")[1]
    notes = re.split(r"\n(?=(?:<sup>)?\[[ivxl ]+\])", body)
    return [re.sub(r"^(?:<sup>)?\[[ivxl ]+\](?:</sup>)?", "[i]", note.strip()) for note in notes[1:]]


SEED_NOTES = _list_notes()


@st.composite
def damaged_notes(draw: st.DrawFn) -> str:
    """A real note in which characters were deleted, doubled, or put in."""
    text = draw(st.sampled_from(SEED_NOTES))
    for _ in range(draw(st.integers(0, MOST_EDITS))):
        at = draw(st.integers(0, len(text)))
        width = draw(st.integers(0, 4))
        put = draw(st.one_of(st.just(""), st.just(text[at : at + width] * 2), ALPHABET))
        text = text[:at] + put + text[at + width :]
    return text


def _read(text: str) -> Apparatus | None:
    """The apparatus of `text`, which is called once in its body; None if it holds no notes."""
    try:
        return footnotes.parse_apparatus(SourceDocument("text", "text", text))
    except footnotes.NoNotesError:
        return None


def _check(apparatus: Apparatus) -> None:
    text = apparatus.document.text
    for note in apparatus.notes:
        spans = [one.span for one in apparatus.segments if one.note == note.number]
        edges = [note.span.start, *(span.end for span in spans)]
        assert edges == [*(span.start for span in spans), note.span.end], note
        assert note.label_span.start == note.span.start
    cites = [one for one in apparatus.segments if one.role is SegmentRole.CITE]
    assert [(one.note, one.text, one.span) for one in cites] == [
        (cite.note, cite.text, cite.span) for cite in apparatus.cites
    ]
    for cite in apparatus.cites:
        for place in cite.places:
            assert cite.span.start <= place.span.start < place.span.end <= cite.span.end <= len(text), place
    ids = [cite.id for cite in apparatus.cites]
    assert ids == [one.cite for one in apparatus.resolutions]
    assert len(ids) == len(set(ids))
    _check_links(apparatus, ids)


def _check_links(apparatus: Apparatus, ids: list[str]) -> None:
    keys = [work.key for work in apparatus.library]
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch(r"[a-z0-9]+", key) for key in keys)
    for one in apparatus.resolutions:
        assert {one.antecedent, one.target, *one.candidates} - {None} <= set(ids), one
        assert (one.reference is None) == (one.target is None and one.container_of is None), one
        assert one.target is None or one.confidence.value != "none", one
        assert one.confidence.value != "high" or not any("ambiguous" in flag for flag in one.flags), one


@FEW
@given(st.lists(ALPHABET, max_size=80).map("".join))
def test_no_text_raises(text: str) -> None:
    """Any text is read to the end or holds no notes; nothing else is raised."""
    for one in (text, f"A word.[i]\n\n[i] {text}", f"[1] {text}\n[2] Ibid. {text}\n[3] {text}"):
        if (apparatus := _read(one)) is not None:
            _check(apparatus)


@FEW
@given(st.text(max_size=80))
def test_no_character_raises(text: str) -> None:
    """Characters of any script, control characters and surrogates out of place raise nothing."""
    for one in (text, f"A word.[i]\n\n[i] {text}"):
        if (apparatus := _read(one)) is not None:
            _check(apparatus)


@FEW
@given(damaged_notes())
def test_no_damaged_note_raises(note: str) -> None:
    """A real note with letters lost, doubled and put in is read to the end, and all of it has its place."""
    apparatus = _read(f"A word.[i]\n\n## Notes\n\n{note}")
    if apparatus is not None:
        _check(apparatus)


@FEW
@given(damaged_notes(), damaged_notes())
def test_no_pair_of_damaged_notes_raises(one: str, other: str) -> None:
    """What a note means may depend on the one before it, whatever that has become."""
    second = other.removeprefix("[i]")
    apparatus = _read(f"A word.[i] A word.[ii]\n\n## Notes\n\n{one}\n\n[ii]{second}")
    if apparatus is not None:
        _check(apparatus)


def test_all_notes_are_damaged_in_turn() -> None:
    """The notes that are damaged are the 75 of the seed paper."""
    assert len(SEED_NOTES) == 75


@pytest.mark.parametrize("text", ["", " ", "\n", "No notes here.", "[i]", "[i] ", "\ufeff", "\x00"])
def test_texts_without_notes_say_so(text: str) -> None:
    """A text without notes raises `NoNotesError`, whose message names the file, and nothing else."""
    with pytest.raises(footnotes.NoNotesError, match=r"^empty\.txt: "):
        footnotes.parse_apparatus(SourceDocument("empty.txt", "text", text))


@pytest.mark.parametrize(
    "note",
    [
        "Ibid. **",
        "Ibid. <sup></sup>",
        "Ibid.\u00ad",
        "Ibid. \\",
        "*Ibid.*",
        "**",
        "<b></b>",
        "Ibid. __",
        "Ibid. <i></i>",
    ],
)
def test_marks_at_the_end_belong_to_the_note(note: str) -> None:
    """Mark-up that marks nothing is no part of the text, but of the segments that cover the note."""
    apparatus = _read(f"A word.[1] A word.[2]\n\n## Notes\n\n[1] Smith.\n[2] {note}")
    assert apparatus is not None
    _check(apparatus)


@pytest.mark.parametrize(
    "mark", ["“", "‘", "(", "[", "*", "_", "<", "&", "\\", "«", "`", "[a](", "; ", "A. ", "p. "]
)
def test_one_mark_a_thousand_times_is_read(mark: str) -> None:
    """A note of nothing but opening marks is read like any other."""
    apparatus = _read(f"A word.[1] A word.[2]\n\n## Notes\n\n[1] Smith.\n[2] {mark * 1000}x")
    assert apparatus is not None
    _check(apparatus)


def test_quotations_in_quotations_without_end_are_read() -> None:
    """Marks of many kinds that are opened a hundred times and never closed raise nothing."""
    assert _read("A word.[i]\n\n[i] " + "“a ‘b «c «d " * 300) is not None


def test_quotations_without_end_take_no_time() -> None:
    """The time for thirteen opened quotations is not a multiple of that for twelve."""
    start = time.process_time()
    assert _read("A word.[i]\n\n[i] " + "“a ‘b " * 13) is not None
    assert time.process_time() - start < 0.3
