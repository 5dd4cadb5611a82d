"""Places in works: volumes with pages, words, and archives."""

from pathlib import Path
from typing import Any

import pytest

import footnotes
from footnotes.model import Locator, Position, Reference
from footnotes.style.places import BARE, Place, make_place


def _format(notes: list[str], style: str, engine: str, folder: Path) -> footnotes.Formatted:
    paper = folder / "paper.md"
    calls = "".join(f" A claim.[^{number}]" for number, _ in enumerate(notes, 1))
    texts = "".join(f"[^{number}]: {note}\n\n" for number, note in enumerate(notes, 1))
    paper.write_text(f"{calls.strip()}\n\n{texts}", encoding="utf-8")
    return footnotes.format_notes(footnotes.read_apparatus(paper), style, engine=engine)


def _print(formatted: footnotes.Formatted) -> list[str]:
    """The notes with one kind of blank, and a capital at the beginning, which pandoc sets."""
    texts = [" ".join(note.text.split()) for note in formatted.notes]
    return [text[:1].upper() + text[1:] for text in texts]


@pytest.mark.cases("style/places")
def test_places(case: dict[str, Any], engine: str, tmp_path: Path) -> None:
    """A volume and its page, or a word, are printed as the style has such places."""
    styles = {name: printed for name, printed in case.items() if name not in {"name", "notes"}}

    for style, printed in styles.items():
        assert printed == _print(_format(case["notes"], style, engine, tmp_path)), style


@pytest.mark.parametrize(
    ("label", "value", "place"),
    [
        ("page", "14, and passim", Place("page", "14", ", and passim")),
        ("page", "passim", Place(words=", passim")),
        ("page", "vii", Place("page", "vii")),
        ("page", "vii-ix", Place("page", "vii-ix")),
        ("page", "12, 14", Place("page", "12, 14")),
        ("page", "S12-S19", Place("page", "S12-S19")),
        ("page", "A", Place("page", "A")),
        ("section", "Bread", Place("section", "Bread")),
    ],
)
def test_words_in_places(label: str, value: str, place: Place) -> None:
    """A word among pages stands behind them without a label; Roman pages and sections are places."""
    assert place == make_place(Locator(label, value), Reference(), Position.FIRST, BARE)


def test_another_volume_than_that_of_the_work() -> None:
    """A work that is volume 1 and is cited as volume 2 is never printed as "1:2:14"."""
    levels = (("volume", "2"), ("page", "14"))
    place = make_place(Locator("page", "14", levels), Reference(volume="I"), Position.FIRST, BARE)

    assert "volume" == place.label


def test_entries_without_words_are_missing(tmp_path: Path) -> None:
    """An entry that is a number and nothing else is named as one that is not there."""
    paper = tmp_path / "paper.md"
    paper.write_text("A.[^1]\n\n[^1]: Archives municipales de Lyon, BB 93, fol. 45.\n", encoding="utf-8")
    library = footnotes.read_apparatus(paper).library
    formatted = footnotes.format_bibliography(library, "gost-r-7-0-5-2008", engine="citeproc-py")

    assert () == formatted.entries
    assert "prints nothing for" in formatted.remarks[-1]


@pytest.mark.parametrize("style", ["annales", "oscola", "mhra-notes", "chicago-notes-bibliography", "apa"])
def test_nothing_of_an_archive_is_dropped(engine: str, style: str, tmp_path: Path) -> None:
    """Archive, shelf mark, town and side of a leaf are in the note, kept or not, or where it leads."""
    notes = [
        "Archives municipales de Lyon, BB 93, fol. 45 v°.",
        "Ibid., fol. 46.",
        "Lord Irwin to Wedgwood Benn, 24 April 1930, MSS Eur C152/6, British Library, London.",
        "Ann Bell, *Salt* (London: Verso, 1999), 3.",
    ]
    formatted = _format(notes, style, engine, tmp_path)
    library = footnotes.read_apparatus(tmp_path / "paper.md").library
    entries = footnotes.format_bibliography(library, style, engine=engine).entries if style == "apa" else ()
    letter = next((entry.text for entry in entries if "Irwin" in entry.text), "")

    for number, stated in enumerate((["Lyon", "BB 93", "45 v°"], ["46"])):
        assert all(one in formatted.notes[number].text for one in stated)
    assert all(one in f"{formatted.notes[2].text} {letter}" for one in ("Irwin", "C152/6", "London"))
    assert formatted.notes[0].kept <= formatted.notes[1].kept
    assert not formatted.notes[3].kept


def test_archives_that_the_bibliography_states_are_printed(engine: str, tmp_path: Path) -> None:
    """A style of short notes says in the bibliography where a letter is, and its notes are no half ones."""
    letter = "Lord Irwin to Wedgwood Benn, 24 April 1930, MSS Eur C152/6, British Library."
    notes = _format([letter], "chicago-shortened-notes-bibliography", engine, tmp_path).notes

    assert not notes[0].kept


def test_what_a_style_leaves_out_of_an_archive_is_told(engine: str, tmp_path: Path) -> None:
    """Standard error names the notes that were kept, with the cause."""
    formatted = _format(["Archives municipales de Lyon, BB 93, fol. 45."], "oscola", engine, tmp_path)

    assert formatted.notes[0].kept
    assert (
        "Note 1: kept as printed, because the style would leave out a part of what is said of an archive."
        in (formatted.remarks)
    )


def test_idem_of_nobody_is_kept(engine: str, tmp_path: Path) -> None:
    """A name that stands for nobody known is never dropped, nor is the Ibid. behind it half a note."""
    notes = [
        "Bundesarchiv Berlin, R 43/1234, Bl. 12.",
        "Ders., *Bismarck und der Imperialismus*, 3. Aufl., Köln 1972, S. 17.",
        "Ebd., S. 18.",
    ]
    formatted = _format(notes, "infoclio-de", engine, tmp_path)

    assert [False, True, True] == [note.kept for note in formatted.notes]
    assert formatted.notes[1].text.startswith("Ders.")
    assert any(
        remark.startswith("Notes 2, 3: kept as printed, because it is not sure")
        for remark in formatted.remarks
    )


def test_idem_of_somebody_is_the_author(engine: str, tmp_path: Path) -> None:
    """Where it is known whom "Idem" means the style prints the name."""
    notes = ["Ann Bell, *Salt* (London: Verso, 1999), 3.", "Idem, *Bread* (London: Verso, 2001), 7."]

    assert "Ann Bell, Bread" in _format(notes, "mhra-notes", engine, tmp_path).notes[1].text
