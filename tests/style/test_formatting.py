"""Bibliographies and notes by both engines: cases of the guard, laws, and the reference processor."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import footnotes
from footnotes.errors import EngineError, StyleError
from footnotes.formats import csl_to_reference
from footnotes.model import Library, Name, Position, Reference
from footnotes.style import (
    CiteItem,
    Formatted,
    FormattedNote,
    NoteItems,
    choose_engine,
    find_style,
    list_note_styles,
)
from footnotes.style.marked_text import strip_marks

DOE = {"family": "Doe"}
ROOT = Path(__file__).parents[2]
SMALL = str(ROOT / "tests" / "cases" / "style" / "small.csl")
SUBSEQUENT_IBID = "chicago-notes-bibliography-subsequent-ibid"


@pytest.mark.cases("style/guard")
def test_guard(case: dict[str, Any]) -> None:
    """What plain citeproc-py gets wrong is printed as it should be."""
    library = Library(tuple(csl_to_reference(item) for item in case["items"]))
    formatted = footnotes.format_bibliography(library, SMALL, engine="citeproc-py")

    assert case["output"] == [entry.text for entry in formatted.entries]


def _ignore(_done: int) -> None:
    pass


def _format(items: list[CiteItem]) -> list[str]:
    works: list[dict[str, Any]] = [{"id": "w0", "type": "book", "title": "Trade", "author": [DOE]}]
    notes = [NoteItems(number, (item,)) for number, item in enumerate(items, 1)]
    return choose_engine("citeproc-py").format_notes(works, notes, find_style(SMALL), "en-US", _ignore)


def test_positions_are_printed_as_told() -> None:
    """Each position has its form, and a later cite the number of the note that cites the work first."""
    cites = [
        CiteItem("w0", locator="4-5", label="page"),
        CiteItem("w0", Position.IBID, 1, 1, "page", "4-5"),
        CiteItem("w0", Position.IBID_WITH_LOCATOR, 1, 2, "page", "7"),
        CiteItem("w0", Position.SUBSEQUENT, 1, 3, prefix="See "),
    ]

    assert ["Doe, Trade, 4–5.", "Ibid.", "Ibid., 7.", "See Doe, n. 1."] == [
        text.replace("\ue002", "").replace("\ue003", "") for text in _format(cites)
    ]


def test_notes_without_cites_are_counted(engine: str) -> None:
    """The number of the note that cites a work first is that in the paper, where others cite nothing."""
    works: list[dict[str, Any]] = [{"id": "w0", "type": "book", "title": "Trade", "author": [DOE]}]
    notes = [
        NoteItems(3, (CiteItem("w0"),)),
        NoteItems(7, (CiteItem("w0", Position.SUBSEQUENT, 3, 3, prefix="See also "),)),
    ]
    printed = choose_engine(engine).format_notes(
        works, notes, find_style("oscola-no-ibid"), "en-GB", _ignore
    )

    assert "See also Doe (n 3)." == strip_marks(printed[1])


def test_later_cites_lead_to_the_label_that_the_paper_prints(
    seed: footnotes.Apparatus, engine: str
) -> None:
    """In a paper whose notes are called i, ii, iii "n 3" would lead nowhere: it is "n iii"."""
    formatted = footnotes.format_notes(seed, "oscola-no-ibid", engine=engine)
    labels = [note.label for note in formatted.notes]
    led = [(note, label) for note in formatted.notes for label in re.findall(r"\(n (\w+)\)", note.text)]

    assert "iii" == labels[2]
    assert 10 < len(led)
    for note, label in led:
        # pandoc leads back within a note too.
        assert label in labels[: note.number], note.text
    assert "(n iii)" in formatted.notes[4].text


def test_sentence_of_the_author_begins_behind_a_full_stop(seed: footnotes.Apparatus, engine: str) -> None:
    """Where the author wrote "... like Jews. See" a style's semicolon does not run into the sentence."""
    formatted = footnotes.format_notes(seed, "oscola", engine=engine)

    assert "as service nomads like Jews. See ibid 6." in formatted.notes[7].text
    assert not any("\ue000" <= sign <= "\ue0ff" for note in formatted.notes for sign in note.text)


def test_numbers_in_works_are_no_labels(engine: str) -> None:
    """Whatever number a work holds, only that of a note becomes a label; other notes keep theirs."""
    works: list[dict[str, Any]] = [
        {"id": "w0", "type": "book", "title": "Shelf 77100003", "title-short": "77100003", "author": [DOE]},
        {"id": "w1", "type": "book", "title": "77200003", "author": [{"family": "Roe"}]},
    ]
    notes = [
        NoteItems(3, (CiteItem("w0", suffix=" 77100003"),)),
        NoteItems(4, (CiteItem("w1"),)),
        NoteItems(
            5,
            (
                CiteItem("w0", Position.SUBSEQUENT, 3, first_label="iii"),
                CiteItem("w1", Position.SUBSEQUENT, 4),
            ),
        ),
    ]
    printed = choose_engine(engine).format_notes(
        works, notes, find_style("oscola-no-ibid"), "en-GB", _ignore
    )

    assert "Doe, Shelf 77100003 77100003." == strip_marks(printed[0])
    assert "Doe (n iii); Roe (n 4)." == strip_marks(printed[2])


@pytest.mark.parametrize(
    ("output", "first", "later"),
    [
        ("text", "iii. ", "v. "),
        ("markdown", "[^iii]: ", "[^v]: "),
        ("html", "list-style-type: 'iii. '", "list-style-type: 'v. '"),
    ],
)
def test_notes_bear_the_labels_to_which_cites_lead(
    seed: footnotes.Apparatus, output: str, first: str, later: str
) -> None:
    """Each output prints the labels of the paper, so that a reader finds note iii."""
    formatted = footnotes.format_notes(seed, "oscola", output=output, engine="citeproc-py")
    page = footnotes.print_formatted(formatted, output)

    assert page.index(first) < page.index(later) < page.index("(n iii)")


@pytest.mark.parametrize("label", ["smith", "smith-1999", "p.1", "1a", "öğüt:2"])
def test_notes_of_markdown_keep_their_names(tmp_path: Path, engine: str, label: str) -> None:
    """What Markdown calls a note is its label again in each output, so that the text still finds it."""
    paper = tmp_path / "paper.md"
    notes = f"[^{label}]: Ann Bell, *Salt* (London: Verso, 1999), 3.\n[^2]: Ibid., 4.\n"
    paper.write_text(f"A.[^{label}] B.[^2]\n\n{notes}", encoding="utf-8")
    formatted = footnotes.format_notes(footnotes.read_apparatus(paper), "mhra-notes", engine=engine)

    assert f"[^{label}]: Ann" in footnotes.print_formatted(formatted, "markdown")
    assert f"list-style-type: '{label}. '\">Ann" in footnotes.print_formatted(formatted, "html")


def test_markdown_has_numbers_where_labels_are_no_names() -> None:
    """A label that is not a word, or two notes', is no label of a footnote in Markdown."""
    notes = (FormattedNote(1, "*", "One."), FormattedNote(2, "1", "Two."))
    formatted = Formatted("engine", "style", "en-US", notes=notes)

    assert "[^1]: One.\n\n[^2]: Two.\n\n" == footnotes.print_formatted(formatted, "markdown")
    assert "list-style-type: '*. '" in footnotes.print_formatted(formatted, "html")


def test_notes_of_the_text_get_free_labels_in_markdown(tmp_path: Path, engine: str) -> None:
    """Each marker of the paper calls its own note again; a note without a label has one of no other."""
    paper = tmp_path / "paper.md"
    notes = "[^1]: Jan Roe, *Salt*, 5.\n[^2]: Ann Bell, *Bread* (London: Verso, 2002), 4.\n"
    text = "A^[Jan Roe, *Salt* (London: Verso, 2001), 3.] B[^2] C[^1].\n\n"
    paper.write_text(text + notes, encoding="utf-8")
    apparatus = footnotes.read_apparatus(paper)
    formatted = footnotes.format_notes(apparatus, "oscola", output="markdown", engine=engine)
    page = footnotes.print_formatted(formatted, "markdown")

    assert "[^3]: Jan Roe" in page
    assert "[^1]: Roe (n 3)" in page
    assert "[^2]: Ann Bell" in page
    assert [one for one in formatted.remarks if "[^3] for ^1" in one]


def test_labels_that_markdown_can_have_are_not_told(seed: footnotes.Apparatus) -> None:
    """A paper whose notes have labels of their own is written under them, without a word."""
    formatted = footnotes.format_notes(seed, "oscola", output="markdown", engine="citeproc-py")

    assert [note.label for note in formatted.notes] == [note.label for note in seed.notes]
    assert not [one for one in formatted.remarks if "label" in one]


def test_locator_does_not_leak_into_the_bibliography(seed: footnotes.Apparatus) -> None:
    """A place cited in a note is no part of the entry."""
    footnotes.format_notes(seed, SMALL, engine="citeproc-py")
    entries = footnotes.format_bibliography(seed.library, SMALL, engine="citeproc-py").entries

    assert "Waal, T. P. L. de, Great Catastrophe: Armenians and Turks in the Shadow of Genocide" in {
        entry.text for entry in entries
    }


def test_every_note_is_printed_or_told(seed: footnotes.Apparatus, engine: str) -> None:
    """No note is empty; one that is kept as printed though it cites something is named in a remark."""
    formatted = footnotes.format_notes(seed, SUBSEQUENT_IBID, engine=engine)

    assert [note.number for note in seed.notes] == [note.number for note in formatted.notes]
    for note in formatted.notes:
        assert note.text
        assert note.reason is None or any(note.label in remark for remark in formatted.remarks)


def test_ibid_only_where_the_position_says_so(seed: footnotes.Apparatus, engine: str) -> None:
    """A note begins with Ibid. if, and only if, its first cite is one."""
    formatted = footnotes.format_notes(seed, SUBSEQUENT_IBID, engine=engine)
    firsts = {
        cite.note: resolution.position
        for cite, resolution in reversed([*zip(seed.cites, seed.resolutions, strict=True)])
        if cite.form != "cross_ref"
    }
    for note in formatted.notes:
        if not note.kept:
            ibid = firsts[note.number] in {Position.IBID, Position.IBID_WITH_LOCATOR}
            assert ibid == note.text.startswith("Ibid"), note


def test_no_work_is_printed_under_another_name(seed: footnotes.Apparatus, engine: str) -> None:
    """Each entry bears the surname of its own work."""
    formatted = footnotes.format_bibliography(
        seed.library, "chicago-notes-bibliography-17th-edition", engine=engine
    )
    for entry in formatted.entries:
        work = seed.library.find(entry.key)
        assert work is not None
        family = getattr(work.author[0], "family", None) if work.author else None
        # A line of dashes stands for the author of the entry before.
        assert family is None or family in entry.text or entry.text.startswith("———")


def test_unknown_work_is_kept_as_printed(seed: footnotes.Apparatus, engine: str) -> None:
    """A note whose work nobody knows stands as the author printed it, and no Ibid. reaches over it."""
    resolutions = tuple(
        evolve(one, reference=None) if one.cite == "4.1" else one for one in seed.resolutions
    )
    formatted = footnotes.format_notes(evolve(seed, resolutions=resolutions), engine=engine)
    printed = next(note for note in seed.notes if note.number == 4)

    assert printed.text == formatted.notes[3].text
    assert f"Note {printed.label}: kept as printed, because a work is not known." in formatted.remarks


def test_keys_that_differ_in_case_stay_apart(engine: str) -> None:
    """Two works whose keys differ in case only are printed each under its own key."""
    library = Library((Reference("book", "Doe", title="One"), Reference("book", "doe", title="Two")))
    formatted = footnotes.format_bibliography(library, "mhra-notes", engine=engine)

    assert {"Doe": "One", "doe": "Two"} == {entry.key: entry.text[:3] for entry in formatted.entries}


def test_output_says_which_engine_made_it(seed: footnotes.Apparatus, engine: str) -> None:
    """The result and the HTML name the engine."""
    formatted = footnotes.format_bibliography(seed.library, output="html", engine=engine)

    assert formatted.engine.startswith(engine.split("-", maxsplit=1)[0])
    assert f"<!-- Formatted by {formatted.engine}" in footnotes.print_formatted(formatted, "html")


def test_unknown_engine_is_refused(seed: footnotes.Apparatus) -> None:
    """An engine that is not there is named, with those that are."""
    with pytest.raises(EngineError, match="no engine 'word'; there are pandoc, citeproc-py"):
        footnotes.format_bibliography(seed.library, engine="word")


def test_style_without_bibliography_is_refused(seed: footnotes.Apparatus) -> None:
    """A style that prints notes only says so."""
    with pytest.raises(StyleError, match="the-historical-journal prints notes only"):
        footnotes.format_bibliography(seed.library, "the-historical-journal")


def test_locale_sets_the_words(seed: footnotes.Apparatus, engine: str) -> None:
    """Months are in the language asked for; a language without a locale is told."""
    turkish = footnotes.format_bibliography(seed.library, "mhra-notes", locale="tr-TR", engine=engine)
    azerbaijani = footnotes.format_bibliography(seed.library, "mhra-notes", locale="az", engine=engine)

    assert any("Mart 2018" in entry.text for entry in turkish.entries)
    assert "CSL has no locale az: the words are those of en-US." in azerbaijani.remarks


@pytest.mark.parametrize("code", ["tr-TR", "tr_TR", "tr", "TR-tr"])
def test_languages_are_found_however_they_are_written(seed: footnotes.Apparatus, code: str) -> None:
    """The code of a system (tr_TR) is as good as that of CSL, for words and for the alphabet."""
    formatted = footnotes.format_bibliography(seed.library, locale=code, engine="citeproc-py")

    assert "tr-TR" == formatted.locale
    assert () == formatted.remarks or not any("no locale" in remark for remark in formatted.remarks)


def test_pages_in_arabic_begin_on_the_right(seed: footnotes.Apparatus) -> None:
    """A browser is told from which side the lines of a language begin."""
    pages = [
        footnotes.print_formatted(
            footnotes.format_bibliography(seed.library, locale=code, engine="citeproc-py"), "html"
        )
        for code in ("ar", "he-IL", "ru-RU")
    ]

    assert [True, True, False] == ['dir="rtl"' in page.splitlines()[1] for page in pages]


def test_style_of_the_text_is_told(seed: footnotes.Apparatus) -> None:
    """Who asks for APA in notes is told that it has none; a style of notes has nothing to tell."""
    told = [footnotes.format_notes(seed, name, engine="citeproc-py").remarks for name in ("apa", "oscola")]

    assert ("The style apa cites in the text: the notes hold what would stand there.",) == told[0]
    assert () == told[1]


@pytest.mark.parametrize(
    ("style", "position", "told"),
    [
        ("modern-language-association", Position.FIRST, ["“(Doe, Trade)”: trade1, trade2."]),
        ("infoclio-de", Position.SUBSEQUENT, ["“Doe: Trade.”: trade1, trade2."]),
        ("infoclio-de", Position.FIRST, []),
        ("chicago-author-date", Position.SUBSEQUENT, []),
    ],
)
def test_works_that_a_style_cannot_tell_apart_are_named(
    seed: footnotes.Apparatus, engine: str, style: str, position: Position, told: list[str]
) -> None:
    """Two works that are printed the same are named, if the style prints their short form at all."""
    works = tuple(
        Reference("book", f"trade{at}", title="Trade", author=(Name(family="Doe"),)) for at in (1, 2)
    )
    cites = ("3.1", "4.1", "6.1")
    told_apart = {
        "3.1": ("trade1", Position.FIRST),
        "4.1": ("trade2", Position.FIRST),
        "6.1": ("trade1", position),
    }
    resolutions = tuple(
        evolve(one, reference=told_apart[one.cite][0], position=told_apart[one.cite][1], first_note=3)
        for one in seed.resolutions
        if one.cite in cites
    )
    paper = evolve(
        seed,
        library=Library(works),
        cites=tuple(one for one in seed.cites if one.id in cites),
        resolutions=resolutions,
    )
    remarks = footnotes.format_notes(paper, style, engine=engine).remarks

    assert told == [one.rsplit("all of which are ")[1] for one in remarks if "apart" in one]


def test_each_work_is_printed_once() -> None:
    """Each work is printed once and told once."""
    library = Library(tuple(Reference("book", f"k{at}", title=f"Title {at}") for at in range(300)))
    ticks: list[int] = []
    formatted = footnotes.format_bibliography(library, SMALL, engine="citeproc-py", tick=ticks.append)

    assert 300 == sum(ticks) == len(formatted.entries)


@pytest.mark.usefixtures("reference")
def test_engines_agree_with_the_reference() -> None:
    """Both engines print the seed's notes as citeproc-js does, as often as is asked of them."""
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "styles.py"], capture_output=True, text=True, check=False
    )

    assert 0 == done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("name", [*list_note_styles()][::15])
def test_no_note_style_fails(seed: footnotes.Apparatus, name: str) -> None:
    """Every fifteenth note style prints the notes of the paper (benchmarks/styles.py --all runs all)."""
    formatted = footnotes.format_notes(seed, name, engine="citeproc-py")

    assert all(note.text for note in formatted.notes)


@pytest.mark.parametrize(
    ("locale", "chapter"), [("en-US", "chap. 3"), ("de-DE", "Kap. 3"), ("tr-TR", "böl. 3")]
)
def test_kind_of_locator_is_known_in_every_language(engine: str, locale: str, chapter: str) -> None:
    """A chapter stays a chapter, whatever the language of the terms."""
    works: list[dict[str, Any]] = [{"id": "w0", "type": "book", "title": "Trade", "author": [DOE]}]
    note = NoteItems(1, (CiteItem("w0", locator="3", label="chapter"),))
    style = find_style("chicago-notes-bibliography-17th-edition")

    assert chapter in choose_engine(engine).format_notes(works, [note], style, locale, _ignore)[0]
