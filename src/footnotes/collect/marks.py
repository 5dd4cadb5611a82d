"""What tells documents of one author, title and year apart: a shelf mark, an address, figures in a note.

Nobody can tell from two such entries whether they are two documents or one of them errs; that they are one
is not to be assumed. Works that are surely one publication are not asked.
"""

import re

from footnotes.collect.evidence import Bearing, Evidence, doubt
from footnotes.collect.published import are_printed, is_one_publication
from footnotes.collect.traits import Traits
from footnotes.collect.types_of_works import KEPT
from footnotes.collect.vocabulary import load_words
from footnotes.text.fold import fold_marks

TELLING = 2
"""The doubts that leave a pair to be shown and not to be joined."""
_OF_DAY = 2
"""The figures of a day whose month is in words."""
_FIELDS = ("howpublished", "archive", "archive_location", "note")
_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"[ivxlcdm]+")
_SHORTEST = 2
_OF_ADDRESSES = {"url", "http", "https", "www"}
_OF_ACCESS = load_words("of_access")


def compare_marks(one: Traits, other: Traits) -> Evidence | None:
    """The first mark in which two entries differ otherwise than in spelling.

    A name of an archive without figures tells only what is kept in one: of books it may be the owner.
    """
    if is_one_publication(one, other) or are_printed(one, other):
        return None
    is_kept = bool({one.work.type, other.work.type} & KEPT)
    for name in _FIELDS:
        first, second = _look(one, name), _look(other, name)
        a, b = _split_words(first), _split_words(second)
        if not a or not b or (a[0] in _OF_ACCESS and b[0] in _OF_ACCESS):
            continue
        have_figures = bool(_list_figures(a) and _list_figures(b))
        if (have_figures or (is_kept and name != "note")) and not _is_one_mark(a, b):
            return doubt(name.replace("_", " "), first, second, TELLING)
    return None


def are_other_days(one: Traits, other: Traits, first: str, second: str) -> bool:
    """Whether two dates, of which one is in words, are two days: `6 February 1672`, `1672-02-15`.

    A year alone is no day, and the month in figures is in words in the other.
    """
    a, b = _split_words(first), _split_words(second)
    figures, others = _list_figures(a), _list_figures(b)
    if len(figures) < _OF_DAY or len(others) < _OF_DAY or is_one_publication(one, other):
        return False
    fewer, more = sorted((set(figures), set(others)), key=len)
    months = ([word for word in words if word not in {*figures, *others}] for words in (a, b))
    first_month, second_month = months
    return not fewer <= more or (
        bool(first_month and second_month) and not _is_one_mark(first_month, second_month)
    )


def is_told_apart(one: Traits, other: Traits, found: list[Evidence]) -> bool:
    """Whether a difference was found that an address in common does not take back."""
    telling = any(
        it.bearing is Bearing.DOUBT and it.doubts >= TELLING and it.what in _WHATS for it in found
    )
    return telling and not is_one_publication(one, other)


def _look(traits: Traits, name: str) -> str:
    if name == "howpublished":
        return next((text for key, text in traits.work.extra if key.lower() == name), "")
    return getattr(traits.work, name) or ""


def _split_words(text: str) -> list[str]:
    words = (word.lstrip("0") or "0" for word in _WORD.findall(fold_marks(text)))
    return [word for word in words if word not in _OF_ADDRESSES]


def _list_figures(words: list[str]) -> list[str]:
    return [word for word in words if any(sign.isdigit() for sign in word)]


def _is_one_mark(one: list[str], other: list[str]) -> bool:
    """Whether the figures are the same, and the words of the one stand in the other, in order."""
    if _list_figures(one) != _list_figures(other):
        return False
    fewer, more = sorted((one, other), key=len)
    rest = iter(more)
    return all(any(_is_one_word(word, candidate) for candidate in rest) for word in fewer)


def _is_one_word(one: str, other: str) -> bool:
    """Whether two words are the same, or one abbreviates the other: `Soc.` and `Society`."""
    if one == other:
        return True
    is_plain = all(word.isalpha() and not _ROMAN.fullmatch(word) for word in (one, other))
    is_abbreviated = one.startswith(other) or other.startswith(one)
    return is_plain and is_abbreviated and min(len(one), len(other)) >= _SHORTEST


_WHATS = {*(name.replace("_", " ") for name in _FIELDS), "URL", "date"}
