"""Titles that are not English keep their letters."""

import pytest

import footnotes
from footnotes.formats import csl_to_reference
from footnotes.model import Library
from footnotes.style.title_languages import protect_titles, tell_english

_TOLD = {True: "yes", False: "no", None: "cannot be told"}
_AUTHOR = [{"family": "Doe", "given": "Jane"}]


@pytest.mark.cases("style/titles")
def test_title(case: tuple[str, str]) -> None:
    """A title is told by its words and letters, or not at all."""
    assert case[1] == _TOLD[tell_english(case[0])]


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ({"title": "Surveiller et punir"}, "Surveiller et punir"),
        ({"title": "The fall of an empire"}, "The Fall of an Empire"),
        ({"title": "Bread riots"}, "Bread Riots"),
        ({"title": "Le peuple souverain", "language": "en"}, "Le Peuple Souverain"),
    ],
)
def test_only_english_gets_capitals(engine: str, given: dict[str, str], printed: str) -> None:
    """What is told to be in another language stays as it is; what is stated goes before what is told."""
    work = csl_to_reference({"id": "a", "type": "book", "author": _AUTHOR, **given})
    style = "chicago-notes-bibliography-17th-edition"
    entries = footnotes.format_bibliography(Library((work,)), style, engine=engine).entries

    assert f"Doe, Jane. {printed}. n.d." == entries[0].text


def test_titles_of_a_work_go_together() -> None:
    """A journal that cannot be told is held with its article; one that is English is not."""
    work = {"id": "a", "title": "Le prix du pain", "container-title": "Rivista storica italiana"}
    english = {**work, "container-title": "Journal of social history"}

    assert "nocase" in protect_titles(work)["container-title"]
    assert "nocase" not in protect_titles(english)["container-title"]
    assert "nocase" in protect_titles(english)["title"]


def test_held_letters_are_left_to_their_title() -> None:
    """A title that holds some of its letters is as it was."""
    title = 'Le pain et <span class="nocase">iPhone</span>'

    assert title == protect_titles({"id": "a", "title": title})["title"]
