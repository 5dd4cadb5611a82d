"""Folding: what is the same to a reader is the same to a comparison."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.text.fold import fold_case, fold_marks, fold_title, split_words, to_ascii

_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.cases("text/fold-title")
def test_titles_are_compared_by_their_words(case: tuple[str, str]) -> None:
    """Case, marks and punctuation do not count."""
    assert case[1] == fold_title(case[0])


@pytest.mark.cases("text/to-ascii")
def test_keys_are_ascii(case: tuple[str, str]) -> None:
    """Letters with marks and Cyrillic ones are written in the letters a to z; what has no rule goes."""
    assert case[1] == to_ascii(case[0])


@pytest.mark.parametrize("capital", ["İ", "I", "ı", "i", "i̇"])
def test_turkish_and_english_capitals_meet(capital: str) -> None:
    """The dotted and the dotless i are one letter, large and small."""
    assert "i" == fold_case(capital)


@given(_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    for fold in (fold_case, fold_marks, fold_title, to_ascii):
        assert fold(text) == fold(fold(text))


@given(_TEXT)
def test_case_does_not_count(text: str) -> None:
    """Small letters and capitals of the alphabets of Europe fold to the same."""
    latin = "".join(c for c in text if c.isascii() or "À" <= c <= "ɏ" or "А" <= c <= "я")
    assert fold_marks(latin.lower()) == fold_marks(latin.upper().lower())


@given(_TEXT)
def test_ascii_is_ascii(text: str) -> None:
    """Whatever comes in, only small letters, digits and spaces come out."""
    assert set() == set(to_ascii(text)) - set("abcdefghijklmnopqrstuvwxyz0123456789 ")


def test_words_keep_their_apostrophes_together() -> None:
    """An apostrophe does not divide a word, a hyphen does."""
    assert ["maoz", "post", "soviet"] == split_words("Ma'oz, Post-Soviet")
