"""The rules of CSL 1.0.2 by which the embedded engine prints: one case for each, in tests/cases/style."""

from pathlib import Path
from typing import Any

import pytest

from footnotes.formats import csl_to_reference
from footnotes.model import Library, Position
from footnotes.style import CiteItem, NoteItems, choose_engine, find_style, format_bibliography
from footnotes.style.csl_input import list_csl_items, number_works
from footnotes.style.locator_terms import choose_locale
from footnotes.style.marked_text import strip_marks

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" {options}>
<info><title>A rule</title><id>rule</id><updated>2026-01-01T00:00:00+00:00</updated></info>
{before}<citation {citation}><layout delimiter="; ">{style}</layout></citation></style>"""


def _ignore(_done: int) -> None:
    pass


def _format(path: Path, items: list[dict[str, Any]], notes: list[list[CiteItem]]) -> list[str]:
    """The notes by the embedded engine in the style at this path."""
    style = find_style(str(path))
    library = Library(tuple(csl_to_reference({"type": "book", **item}) for item in items))
    works = list_csl_items(number_works(library))
    series = [NoteItems(number, tuple(cites)) for number, cites in enumerate(notes, 1)]
    locale = choose_locale(style.default_locale) or "en-US"
    printed = choose_engine("citeproc-py").format_notes(works, series, style, locale, _ignore)
    return [strip_marks(text) for text in printed]


@pytest.mark.cases("style/rules")
def test_rule(case: dict[str, Any], tmp_path: Path) -> None:
    """A piece of a style prints a work as the specification has it."""
    path = tmp_path / "rule.csl"
    parts = {name: case.get(name, "") for name in ("options", "before", "citation", "style")}
    path.write_text(STYLE.format(**parts), encoding="utf-8")
    cite = CiteItem("w0", locator=case.get("locator"), label="page" if "locator" in case else None)

    assert [case["output"]] == _format(path, [{"id": "a", **case["item"]}], [[cite]])


NUMBERED = """<group delimiter=", "><names variable="author"><name form="short"/></names>
<choose><if disambiguate="true"><text variable="title"/></if></choose>
<text variable="first-reference-note-number" prefix="n. "/></group>"""
DOES = [{"id": title, "title": title, "author": [{"family": "Doe"}]} for title in ("Trade", "War")]


def _cite(work: str, first: int | None = None) -> CiteItem:
    return CiteItem(work, Position.FIRST if first is None else Position.SUBSEQUENT, first, first)


def _format_numbered(tmp_path: Path, notes: list[list[CiteItem]]) -> list[str]:
    path = tmp_path / "numbered.csl"
    path.write_text(STYLE.format(options="", before="", citation="", style=NUMBERED), encoding="utf-8")
    return _format(path, DOES, notes)


def test_number_of_the_first_note_is_that_of_an_earlier_one(tmp_path: Path) -> None:
    """In the note that cites a work first no number leads to that note (CSL 1.0.2, "Number Variables")."""
    notes = [[_cite("w0")], [_cite("w0", 1)], [_cite("w1"), _cite("w1", 3)]]

    assert ["Doe", "Doe, n. 1", "Doe; Doe, War"] == _format_numbered(tmp_path, notes)


def test_works_are_told_apart_by_the_number_of_their_note(tmp_path: Path) -> None:
    """Two works of one author need their titles only where no number, or one number, stands for both."""
    apart = [[_cite("w0")], [_cite("w1")], [_cite("w0", 1)], [_cite("w1", 2)]]
    together = [[_cite("w0"), _cite("w1")], [_cite("w0", 1)], [_cite("w1", 1)]]

    assert ["Doe, n. 1", "Doe, n. 2"] == _format_numbered(tmp_path, apart)[2:]
    assert ["Doe, Trade, n. 1", "Doe, War, n. 1"] == _format_numbered(tmp_path, together)[1:]


SORTED = """<bibliography><sort>{key}</sort><layout><text variable="title"/></layout></bibliography>
</style>"""
DATED = [
    {"id": "a", "title": "Undated"},
    {"id": "b", "title": "Modern", "issued": {"date-parts": [[2008, 5, 1]]}},
    {"id": "c", "title": "Rome", "issued": {"date-parts": [[-44, 3, 15]]}},
    {"id": "d", "title": "Pompeii", "issued": {"date-parts": [[79]]}},
    {"id": "e", "title": "April", "issued": {"date-parts": [[2008, 4, 30]]}},
]


@pytest.mark.parametrize(
    "key",
    [
        '<key variable="issued"/>',
        '<key macro="date"/>',
    ],
)
def test_dates_are_sorted_as_dates(tmp_path: Path, key: str) -> None:
    """Dates stand in their order, those before Christ first, whatever a macro prints; none is last."""
    macro = '<macro name="date"><date variable="issued" form="text"/></macro>'
    style = STYLE.format(options="", before=macro, citation="", style='<text variable="title"/>')
    path = tmp_path / "sorted.csl"
    path.write_text(style.replace("</style>", SORTED.format(key=key)), encoding="utf-8")
    library = Library(tuple(csl_to_reference({"type": "book", **item}) for item in DATED))
    entries = format_bibliography(library, str(path), engine="citeproc-py").entries

    assert ["Rome", "Pompeii", "April", "Modern", "Undated"] == [entry.text for entry in entries]


GROUPED = """<bibliography subsequent-author-substitute="———" {rule}><sort><key variable="title"/></sort>
<layout><names variable="author" suffix=". "><name form="short"/></names><text variable="title"/>
<names variable="editor" prefix=". "><name form="short"/></names></layout></bibliography></style>"""
BY_TWO = [{"family": "Roe"}, {"family": "Low"}]
REPEATED = [
    {"id": "a", "title": "A", "author": BY_TWO},
    {"id": "b", "title": "B", "author": BY_TWO},
    {"id": "c", "title": "C", "author": BY_TWO[:1]},
    {"id": "d", "title": "D"},
    {"id": "e", "title": "E", "editor": BY_TWO[:1]},
    {"id": "f", "title": "F", "author": BY_TWO[:1]},
]


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        ("complete-all", ["Roe, Low. A", "———. B", "Roe. C", "D", "E. Roe", "Roe. F"]),
        ("complete-each", ["Roe, Low. A", "———, ———. B", "Roe. C", "D", "E. Roe", "Roe. F"]),
        ("partial-each", ["Roe, Low. A", "———, ———. B", "———. C", "D", "E. Roe", "Roe. F"]),
        ("partial-first", ["Roe, Low. A", "———, Low. B", "———. C", "D", "E. Roe", "Roe. F"]),
    ],
)
def test_names_of_the_entry_before_are_replaced(tmp_path: Path, rule: str, printed: list[str]) -> None:
    """Names that the entry before has too give way to the sign of the style, as its rule says."""
    bibliography = GROUPED.format(rule=f'subsequent-author-substitute-rule="{rule}"')
    style = STYLE.format(options="", before="", citation="", style='<text variable="title"/>')
    path = tmp_path / "grouped.csl"
    path.write_text(style.replace("</style>", bibliography), encoding="utf-8")
    library = Library(tuple(csl_to_reference({"type": "book", **item}) for item in REPEATED))
    entries = format_bibliography(library, str(path), engine="citeproc-py").entries

    assert printed == [entry.text for entry in entries]
