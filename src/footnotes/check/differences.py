"""What two full citations of one work say differently, and whether two words are one misspelt."""

import re
from difflib import SequenceMatcher

from footnotes.check.wording import shorten, spell_date, spell_person
from footnotes.model import Date, Reference
from footnotes.text.subtitles import cut_subtitle, has_subtitle

_WORDS = {
    "title": "title",
    "container_title": "container",
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "publisher": "publisher",
    "publisher_place": "place",
}
"""The variables that are compared letter by letter, and what a sentence calls them."""
_NAMES = {"author": "author", "editor": "editor", "translator": "translator"}
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_SHORTEST = 4
"""A word of fewer letters is another word when a letter differs."""
_ALIKE = 0.75
_MOST = 2
"""How many words of a title may be misspelt before it is another title."""


def list_differences(one: Reference | None, other: Reference | None) -> list[tuple[str, str, str]]:
    """What both state and spell differently: what it is, as the one has it, as the other has it.

    A title without its subtitle, and a date that is only less exact, are no differences.
    """
    if one is None or other is None:
        return []
    found = [
        (what, before, now)
        for name, what in _NAMES.items()
        for a, b in zip(getattr(one, name), getattr(other, name), strict=False)
        if (before := spell_person(a)) != (now := spell_person(b)) and _smooth(before) != _smooth(now)
    ]
    for name, what in _WORDS.items():
        before, now = getattr(one, name), getattr(other, name)
        if before and now and _differ(before, now):
            found.append((what, shorten(before), shorten(now)))
    return found + _compare_dates(one, other)


def _compare_dates(one: Reference, other: Reference) -> list[tuple[str, str, str]]:
    if not isinstance(one.issued, Date) or not isinstance(other.issued, Date):
        return []
    before, now = spell_date(one.issued), spell_date(other.issued)
    return [] if before.startswith(now) or now.startswith(before) else [("date", before, now)]


def _differ(one: str, other: str) -> bool:
    before, now = _smooth(one), _smooth(other)
    both_whole = has_subtitle(before) == has_subtitle(now)
    return before != now if both_whole else cut_subtitle(before) != cut_subtitle(now)


def _smooth(text: str) -> str:
    """`text` without what typesetting changes: the look of quotation marks and dashes, the last stop."""
    return re.sub(r"\s+", " ", text.translate(_PLAIN)).strip(" .,;:\"'")


def is_misspelling(one: str, other: str) -> bool:
    """Whether two folded texts are the same words but for a letter in one or two; never for a figure."""
    first, second = one.split(), other.split()
    if len(first) != len(second):
        return False
    unlike = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if not 0 < len(unlike) <= min(_MOST, max(1, len(first) // 2)):
        return False
    return all(_is_alike(a, b) for a, b in unlike)


def _is_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or any(sign.isdigit() for sign in one + other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
