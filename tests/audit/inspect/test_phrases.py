"""Phrases that make up titles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.inspect.phrases import Phrases, is_made_of, load_phrases, split_letters, split_title
from footnotes.audit.inspect.vocabulary import load_vocabulary

PHRASES = Phrases(frozenset({("not", "found"), ("gone",)}), frozenset({("page",), ("error", "404")}))


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("not found", True),
        ("page not found", True),
        ("error 404 not found page", True),
        ("gone not found", True),
        ("page", False),
        ("error not found", False),
        ("peace not found", False),
        ("not found in Baku", False),
        ("", False),
    ],
)
def test_titles_are_made_of_phrases(words: str, made: bool) -> None:  # noqa: FBT001 - it is what is expected
    """Every word must belong to a phrase or a filler, and a phrase must be among them."""
    assert made == is_made_of(split_letters(words), PHRASES)


def test_letters_of_scripts_without_spaces() -> None:
    """A phrase in such a script is found beside another without a blank between them."""
    assert ("404", "页", "面") == split_letters("404页面".replace("404", "404 "))


def test_parts_of_a_title() -> None:
    """A title is divided where sites put their names, not at a hyphen."""
    assert [("page", "not", "found"), ("the", "site")] == split_title("Page not found | The Site")
    assert [("armenia", "azerbaijan", "relations")] == split_title("Armenia-Azerbaijan relations")


@given(st.text(max_size=100))
def test_any_title_is_divided(title: str) -> None:
    """Any title can be divided, and no part is empty."""
    assert all(split_title(title))


@pytest.mark.parametrize("name", ["not_found", "walls", "takeovers", "words"])
def test_vocabularies_hold_words(name: str) -> None:
    """Every phrase of a vocabulary has a word in it that can be looked for."""

    def walk(entry: object) -> None:
        if isinstance(entry, dict):
            for inner in entry.values():
                walk(inner)
        elif isinstance(entry, list):
            assert all(split_letters(phrase) for phrase in entry if re.search(r"\w", phrase))

    walk({key: value for key, value in load_vocabulary(name).items() if key != "headers"})


def test_a_single_phrase_of_every_language_is_a_title() -> None:
    """What a language says of missing pages is itself such a title."""
    phrases = load_phrases("not_found", "")
    for language, entries in load_vocabulary("not_found")["phrases"].items():
        assert all(is_made_of(split_letters(entry), phrases) for entry in entries), language
