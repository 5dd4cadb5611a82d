"""The words of back-references that are told from the place behind them."""

from footnotes.parse.vocabulary import load_table
from footnotes.rewrite.words import match_ibid, match_words


def test_words_of_the_parser() -> None:
    """Every spelling that is read as a back-reference is known where it is written out."""
    printed = [(row[0], row[2]) for row in load_table("forms") if row[5:] != ("misspelt",)]

    assert not [words for words, _ in printed if match_words(words) != len(words)]
    assert not [words for words, form in printed if form == "ibid" and match_ibid(words) != len(words)]
