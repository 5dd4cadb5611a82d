"""Ranges, punctuation, case, marks and the order of names."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.style.casing import apply_case
from footnotes.style.collation import make_sort_key
from footnotes.style.marked_text import (
    balance_marks,
    end_sentences,
    mark_rich_text,
    print_html,
    print_markdown,
    print_text,
    settle_breaks,
    strip_marks,
)
from footnotes.style.page_ranges import format_ranges
from footnotes.style.punctuation import Quotes, mark_quotes, settle_punctuation

_SIGNS = str.maketrans({"[": "\ue000", "]": "\ue001", "{": "\ue002", "}": "\ue003", "~": "\ue0f1"})


@pytest.mark.cases("style/ranges")
def test_ranges(case: tuple[str, str]) -> None:
    """A range of pages is shortened as its format says."""
    style, printed = case[0].split()

    assert case[1] == format_ranges(printed, style)


@pytest.mark.cases("style/punctuation")
def test_punctuation(case: dict[str, str]) -> None:
    """Where pieces meet, punctuation is settled as the locale has it."""
    for holds, expected in ((True, case["inside"]), (False, case["outside"])):
        text = settle_punctuation(case["given"].translate(_SIGNS), Quotes(holds_punctuation=holds))

        assert expected == text.replace("\ue002", "{").replace("\ue003", "}")


@pytest.mark.cases("style/order")
def test_order(case: dict[str, Any]) -> None:
    """Names are in the order of the alphabet, from whatever order they come."""
    names = list(case["order"])
    random.Random(7).shuffle(names)  # noqa: S311 - nothing is secret here

    assert case["order"] == sorted(names, key=lambda name: make_sort_key(name, case["language"]))


@pytest.mark.parametrize(
    ("case", "given_text", "expected"),
    [
        ("title", "the fall of an empire: the end", "The Fall of an Empire: The End"),
        ("sentence", "THE FALL", "The fall"),
        ("capitalize-first", "ibid.", "Ibid."),
        ("uppercase", "baku", "BAKU"),
    ],
)
def test_case(case: str, given_text: str, expected: str) -> None:
    """Text is printed in the case that the style asks for."""
    assert expected == apply_case(given_text, case, "en")


def test_titles_in_other_languages_keep_their_case() -> None:
    """Only English titles are capitalised."""
    assert "bir kitab" == apply_case("bir kitab", "title", "az")


def test_rich_text_in_three_ways() -> None:
    """Emphasis of a field is printed as the output has it; a bare angle stays text."""
    marked = mark_rich_text("On <i>Hamlet</i>, a < b")

    assert "On Hamlet, a < b" == strip_marks(marked)
    assert "On *Hamlet*, a \\< b" == print_markdown(marked)
    assert "On <i>Hamlet</i>, a &lt; b" == print_html(marked)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [("1978<sup>3</sup>", "1978³"), ("H<sub>2</sub>O", "H₂O"), ("1<sup>re</sup> éd.", "1re éd.")],
)
def test_raised_figures_stay_raised(marked: str, expected: str) -> None:
    """In bare text the number of an edition does not become a figure of the year."""
    assert expected == print_text(mark_rich_text(marked))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1984. The year", "1984\\. The year"), ("- or not", "\\- or not"), ("-5 degrees", "-5 degrees")],
)
def test_an_entry_is_no_list_in_markdown(text: str, expected: str) -> None:
    """A title that begins as an item of a list would be numbered anew."""
    assert expected == print_markdown(text)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("[1]~A. Doe", "[1] A. Doe"),
        ("Doe 2001a~ ~Trade", "Doe 2001a Trade"),
        ("Doe~, ed.", "Doe, ed."),
        ("~Doe~", "Doe"),
    ],
)
def test_what_stands_apart_is_parted_by_a_blank(given_text: str, expected: str) -> None:
    """A number in the margin and the entry beside it are never run together."""
    assert expected == settle_breaks(given_text.replace("~", "\ue0f2"))


@pytest.mark.parametrize("between", ["", ".", "; ", ", ", " ; ", ". "])
def test_sentences_end_with_a_full_stop(between: str) -> None:
    """Whatever a style has between cites, a new sentence begins behind a full stop."""
    assert "so. See B" == end_sentences(f"so\ue0f3{between}See B")


def test_quotes_of_fields_follow_nesting() -> None:
    """Straight and curly marks of a field become marks of the style; an apostrophe is curled."""
    assert "\ue000A\ue001 and \ue000B\ue001 of Ma’oz" == mark_quotes('"A" and ‘B’ of Ma\'oz')


@given(st.text(alphabet="ab<>/i\ue002\ue003\ue004\ue005 .,“”'\"", max_size=40))
def test_marks_are_always_balanced(text: str) -> None:
    """Whatever a field holds, each emphasis that is opened is closed, in the order of nesting."""
    marked = balance_marks(text)
    depth: list[str] = []
    for sign in marked:
        if sign in "\ue002\ue004":
            depth.append(sign)
        elif sign in "\ue003\ue005":
            assert ord(depth.pop()) + 1 == ord(sign)

    assert [] == depth


@given(st.text(alphabet="ab .,;:!?\ue000\ue001\ue002\ue003", max_size=30))
def test_settling_loses_no_letter(text: str) -> None:
    """Settling punctuation touches no letter, and settles all at once."""
    once = settle_punctuation(text, Quotes())

    assert [sign for sign in text if sign in "ab"] == [sign for sign in once if sign in "ab"]
