"""Works that one short form would stand for: CSL's rules, and a collection of such works in many styles."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import footnotes
from footnotes.formats import csl_to_reference
from footnotes.model import Library, Position
from footnotes.style import CiteItem, NoteItems, choose_engine, find_style
from footnotes.style.citeproc_py.citation_labels import make_labels
from footnotes.style.citeproc_py.year_letters import write_letters
from footnotes.style.csl_input import list_csl_items, list_placeholders, number_works
from footnotes.style.items import PLACEHOLDER
from footnotes.style.marked_text import strip_marks

CASES = Path(__file__).parents[1] / "cases" / "style"
COLLISIONS = Library(
    tuple(map(csl_to_reference, json.loads((CASES / "collisions.json").read_text(encoding="utf-8"))))
)
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Apart</title><id>apart</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation {citation}>{sort}<layout delimiter="; ">{style}</layout></citation>
<bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>
</style>"""
AUTHOR_DATE = """<group delimiter=" "><names variable="author"><name form="short"/></names>
<date variable="issued"><date-part name="year"/></date></group>"""


def _ignore(_done: int) -> None:
    pass


def _make_work(at: int, case: dict[str, Any]) -> dict[str, Any]:
    year = case.get("years", [2001] * len(case["authors"]))[at]
    pairs = [name.split(", ") for name in case["authors"][at]]
    return {
        "id": f"w{at}",
        "type": "book",
        "title": case.get("titles", [f"Title {at}"] * (at + 1))[at],
        "author": [{"family": family, "given": given} for family, given in pairs],
        "issued": {"date-parts": [[one] for one in (year if isinstance(year, list) else [year])]},
    }


def _make_notes(texts: Sequence[str]) -> list[NoteItems]:
    """Notes of words such as "1" and "but-see-3"; a work that was cited before is so again, as ibid."""
    seen: set[str] = set()
    notes = []
    for number, text in enumerate(texts, 1):
        items = []
        for word in text.split():
            *words, work = word.split("-")
            key = f"w{int(work) - 1}"
            position = Position.IBID if key in seen else Position.FIRST
            seen.add(key)
            items.append(CiteItem(key, position, prefix=f"{' '.join(words)} " if words else ""))
        notes.append(NoteItems(number, tuple(items)))
    return notes


@pytest.mark.cases("style/apart")
def test_works_are_told_apart(case: dict[str, Any], tmp_path: Path) -> None:
    """Each note prints what the specification has for its works."""
    path = tmp_path / "apart.csl"
    parts = {"citation": case.get("citation", ""), "sort": "", "style": case.get("style", AUTHOR_DATE)}
    if "sort" in case:
        parts["sort"] = f"<sort>{case['sort']}</sort>"
    path.write_text(STYLE.format(**parts), encoding="utf-8")
    works = [_make_work(at, case) for at in range(len(case["authors"]))]
    notes = _make_notes(case.get("notes", [str(at) for at in range(1, len(works) + 1)]))
    printed = choose_engine("citeproc-py").format_notes(
        works, notes, find_style(str(path)), "en-US", _ignore
    )

    assert case["output"] == [strip_marks(text) for text in printed]


@pytest.mark.parametrize(("number", "letters"), [(1, "a"), (26, "z"), (27, "aa"), (53, "ba"), (703, "aaa")])
def test_letters_go_on_behind_z(number: int, letters: str) -> None:
    """Behind z come aa, ab and so on (CSL 1.0.2, `disambiguate-add-year-suffix`)."""
    assert letters == write_letters(number)


@pytest.mark.parametrize(
    ("families", "label"),
    [
        (["Smith"], "Smit01"),
        (["Smith", "Roe"], "SmRo01"),
        (["Smith", "Roe", "Low"], "SmRL01"),
        (["Smith", "Roe", "Low", "Dow"], "SRLD01"),
        (["Smith", "Roe", "Low", "Dow", "Kay"], "SRLD01"),
        (["O’Neil"], "Onei01"),
        (["Иванов"], "Иван01"),
        ([], "Abri01"),
    ],
)
def test_labels_are_made_of_names_and_year(families: list[str], label: str) -> None:
    """A style that cites by labels gets one for each work, from the title where nobody is named."""
    work = {"id": "w0", "title": "A Bridge", "issued": {"date-parts": [[2001]]}}
    work |= {"author": [{"family": family} for family in families]} if families else {}

    assert {"w0": label} == make_labels([work])


def test_no_two_works_have_one_label() -> None:
    """Labels that would be the same have letters; a label that a work brings along is kept."""
    works = list_csl_items(number_works(COLLISIONS))
    labels = make_labels(works)

    assert len(COLLISIONS) == len(set(labels.values()))
    assert {} == make_labels([{"id": "w0", "title": "A", "citation-label": "Own"}])


AUTHOR_DATE_STYLES = [
    "american-journal-of-archaeology",
    "apa",
    "chicago-author-date",
    "din-1505-2-alphanumeric",
    "citation-compass-apa-note",
    "deutsches-archaologisches-institut",
    "harvard-cite-them-right",
    "iso690-author-date-en",
    "mhra-author-date",
]
DATED = Library(tuple(work for work in COLLISIONS if work.issued is not None))


def _format_short(library: Library, style: str) -> list[str]:
    """The short form of each work: what a later note prints."""
    ids = number_works(library)
    works = list_csl_items(ids)
    first = [NoteItems(at, (CiteItem(one),)) for at, one in enumerate(ids, 1)]
    later = [
        NoteItems(len(first) + at, (CiteItem(one, Position.SUBSEQUENT, at, at),))
        for at, one in enumerate(ids, 1)
    ]
    printed = choose_engine("citeproc-py").format_notes(
        works, [*first, *later], find_style(style), "en-US", _ignore
    )
    return [strip_marks(text) for text in printed[len(first) :]]


@pytest.mark.parametrize("style", AUTHOR_DATE_STYLES)
def test_no_two_works_have_one_short_form(style: str) -> None:
    """In styles with letters no two works of the collection are ever printed the same."""
    short = _format_short(DATED, style)

    assert [] == [text for text, number in Counter(short).items() if number > 1]


@pytest.mark.parametrize("style", [one for one in AUTHOR_DATE_STYLES if one != "din-1505-2-alphanumeric"])
def test_letters_of_notes_are_those_of_the_bibliography(style: str) -> None:
    """A reader finds the entry to which "2001b" leads: its work has that letter there too."""
    short = dict(zip([work.key for work in DATED], _format_short(DATED, style), strict=True))
    entries = {
        one.key: one.text
        for one in footnotes.format_bibliography(DATED, style, engine="citeproc-py").entries
    }
    letters = {key: re.search(r"\d{4}[a-z]\b", text) for key, text in short.items()}

    assert 10 < sum(found is not None for found in letters.values())
    for key, found in letters.items():
        assert found is None or re.search(rf"{found[0]}\b", entries[key]), (short[key], entries[key])


@pytest.mark.parametrize(
    ("style", "later"), [("ieee", ["[1]", "[3]"]), ("apa", ["(Doe, 2001b)", "(Roe, 2002)"])]
)
def test_notes_lead_to_entries_though_works_are_not_cited(
    engine: str, style: str, later: list[str]
) -> None:
    """Numbers and letters are those of the bibliography, where a note is kept and a work is not cited."""
    titles = [("Doe", "B", 2001), ("Doe", "A", 2001), ("Roe", "C", 2002)]
    works = [
        {
            "id": f"w{at}",
            "type": "book",
            "title": title,
            "author": [{"family": family}],
            "issued": {"date-parts": [[year]]},
        }
        for at, (family, title, year) in enumerate(titles)
    ]
    kept = f"{PLACEHOLDER}1"
    cites = (CiteItem(kept), CiteItem("w0"), CiteItem("w2"))
    notes = [NoteItems(number, (cite,)) for number, cite in enumerate(cites, 1)]
    printed = choose_engine(engine).format_notes(
        [*works, *list_placeholders([kept])], notes, find_style(style), "en-US", _ignore
    )

    assert later == [strip_marks(text) for text in printed[1:]]
