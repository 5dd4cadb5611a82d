"""How much alike two titles are: the same, one without its subtitle, misspelt, or two titles."""

import re
from enum import IntEnum

from footnotes.collect.traits import Traits
from footnotes.collect.vocabulary import load_words
from footnotes.text.distance import measure_distance
from footnotes.text.fold import transliterate_surname

_ARTICLES = load_words("articles")
_ROMAN = re.compile(r"(?=[ivxl])x{0,3}(?:ix|iv|v?i{0,3})|xl|l")
_COUNTING = load_words("counting")
_OF_PARTS = load_words("of_parts")
_OPPOSED = (
    ("micro", "macro"), ("inter", "intra"), ("pre", "post"), ("hyper", "hypo"), ("anti", "ante"),
    ("ex", "im"), ("in", "ex"), ("endo", "exo"), ("over", "under"), ("un", ""), ("in", ""), ("im", ""),
    ("a", ""), ("non", ""), ("re", ""), ("e", "im"), ("neo", "geo"),
)  # fmt: skip
_SHORTEST, _LONG = 5, 11
"""From how many letters on a word may have one wrong, and from how many two."""
_MOST_WORDS = 2


class Likeness(IntEnum):
    """How much alike two titles are; the number is that of the doubts it leaves, 9 for two titles."""

    SAME = 0
    NEAR = 1
    """One has a subtitle or an article more, or a letter is wrong."""
    FAR = 2
    """Two words have a letter wrong, or one of a short title."""
    OTHER = 9


def compare_titles(one: Traits, other: Traits) -> Likeness:
    """How much alike the titles of two works are, both of which are stated.

    Only letters may be wrong, never figures or numerals; a subtitle that tells a volume, an edition, a
    reply or a review makes another work.
    """
    if one.title == other.title:
        return Likeness.SAME
    short, long = sorted((one, other), key=lambda traits: len(traits.title))
    if short.title and short.title in long.heads:
        rest = long.title[len(short.title) :].split()
        return Likeness.OTHER if any(_tells_part(word) for word in rest) else Likeness.NEAR
    first, second = _drop_article(one.words), _drop_article(other.words)
    if first == second:
        return Likeness.NEAR
    if "".join(first) == "".join(second) and not any(word.isdigit() for word in first):
        return Likeness.NEAR
    return _compare_words(one.words, other.words)


def _compare_words(first: tuple[str, ...], second: tuple[str, ...]) -> Likeness:
    if len(first) != len(second):
        return Likeness.OTHER
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(differing) > _MOST_WORDS or not all(is_misspelt(a, b) for a, b in differing):
        return Likeness.OTHER
    return Likeness.NEAR if len(first) >= 4 * len(differing) else Likeness.FAR


def is_misspelt(one: str, other: str) -> bool:
    """Whether one word may be the other with a letter wrong: no numeral, and no word with its opposite."""
    if _is_numeral(one) or _is_numeral(other):
        return False
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST or _are_opposed(one, other):
        return False
    if transliterate_surname(one) == transliterate_surname(other):
        return True
    most = 2 if shorter >= _LONG else 1
    return measure_distance(one, other, most) <= most


def _are_opposed(one: str, other: str) -> bool:
    """Whether two words differ by prefixes alone that make two of one: micro- and macro-."""
    return any(
        a.startswith(first) and b.startswith(second) and a[len(first) :] == b[len(second) :]
        for first, second in _OPPOSED
        for a, b in ((one, other), (other, one))
    )


def _is_numeral(word: str) -> bool:
    return any(sign.isdigit() for sign in word) or word in _COUNTING or _ROMAN.fullmatch(word) is not None


def _tells_part(word: str) -> bool:
    # A year of four figures stands in many a subtitle.
    return word in _OF_PARTS or (_is_numeral(word) and not (word.isdigit() and len(word) == 4))  # noqa: PLR2004


def _drop_article(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
