"""Works that trip processors: nothing of them may end a run, lose a cite or leave half a note."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import footnotes
from footnotes.formats import csl_to_reference
from footnotes.model import Library
from footnotes.style import CiteItem, NoteItems, choose_engine, find_style, list_note_styles
from footnotes.style.csl_input import list_csl_items, number_works
from footnotes.style.marked_text import balance_marks, strip_marks

CASES = Path(__file__).parents[1] / "cases" / "style"
SMALL = str(CASES / "small.csl")
NASTY = Library(
    tuple(map(csl_to_reference, json.loads((CASES / "nasty.json").read_text(encoding="utf-8"))))
)


def _ignore(_done: int) -> None:
    pass


def _format_each(library: Library, name: str) -> list[str]:
    """A note for each work, which cites it alone."""
    numbered = number_works(library)
    style = find_style(name)
    works = list_csl_items(numbered)
    notes = [
        NoteItems(at, (CiteItem(one, locator="iv-vi, 3", suffix=" [so]"),))
        for at, one in enumerate(numbered, 1)
    ]
    return choose_engine("citeproc-py").format_notes(works, notes, style, "en-US", _ignore)


@pytest.mark.parametrize("name", [*list_note_styles()][7::30])
def test_nasty_works_are_printed_in_every_thirtieth_style(name: str) -> None:
    """No style ends in an exception; what a note prints is whole, its suffix last."""
    printed = _format_each(NASTY, name)

    assert len(NASTY) == len(printed)
    for text in map(strip_marks, printed):
        assert not text or "[so]" in text


def test_keys_that_differ_in_case_have_entries_of_their_own() -> None:
    """Each work that says anything has an entry under its own key."""
    entries = {one.key: one.text for one in footnotes.format_bibliography(NASTY, SMALL).entries}

    assert {work.key for work in NASTY if work.title and work.title.strip()} <= set(entries)
    assert entries["Key2"] != entries["key2"]


_TEXT = st.text(alphabet="ab I.,:;!?'\"“”‘’«»()[]<>/&-–—0123²Əאب王\u200f\ue000\ue010", max_size=12)
_NAME = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("family", "given", "literal", "suffix", "non-dropping-particle"), _TEXT)
)
_PARTS = st.lists(st.lists(st.integers(-9999, 9999), max_size=4), max_size=3)
_WORK = st.fixed_dictionaries(
    {"id": st.just("a"), "type": st.sampled_from(["book", "chapter", "article-newspaper", "manuscript"])},
    optional={
        **dict.fromkeys(("title", "container-title", "edition", "volume", "page", "number", "URL"), _TEXT),
        **{role: st.lists(_NAME, max_size=4) for role in ("author", "editor", "translator")},
        "issued": st.fixed_dictionaries({"date-parts": _PARTS}),
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(work=_WORK)
def test_no_work_ends_a_run(work: dict[str, Any]) -> None:
    """Whatever a work holds, its note is printed, with each emphasis closed."""
    for name in (SMALL, "mhra-notes", "iso690-note-fr"):
        text = _format_each(Library((csl_to_reference(work),)), name)[0]

        assert balance_marks(text) == text
