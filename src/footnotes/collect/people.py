"""Whether the creators of two works can be the same people."""

from collections.abc import Iterable

from footnotes.collect.traits import Person, Traits
from footnotes.collect.vocabulary import load_words
from footnotes.text.distance import measure_distance
from footnotes.text.fold import transliterate_surname

APART = 9
"""The doubts that two people leave."""
_LONG = 7
"""From how many letters on a surname may have one wrong."""
_SHORTEST = 3
"""From how many letters on initials stand for an institution."""
_FEWEST_WORDS = 3
_SMALL = load_words("skipped") | load_words("articles")


def compare_creators(one: Traits, other: Traits) -> int:
    """How many doubts the creators leave that two works are by the same; `APART` where they are not.

    Two people of one surname are apart as soon as their given names cannot be one person's. A bare surname
    beside a full name is a doubt.
    """
    if not one.creators or not other.creators:
        return 1 if not one.creators and not other.creators else 2
    if len(one.creators) == len(other.creators):
        return _add(compare_people(a, b) for a, b in zip(one.creators, other.creators, strict=True))
    short, long = sorted((one, other), key=lambda traits: len(traits.creators))
    begins = _add(compare_people(a, b) for a, b in zip(short.creators, long.creators, strict=False))
    return min(APART, begins + (1 if short.is_open else 2))


def _add(doubts: Iterable[int]) -> int:
    found = list(doubts)
    return APART if APART in found else min(max(found), 2)


def compare_people(one: Person, other: Person) -> int:
    """How many doubts there are that two creators are one; `APART` where they are two."""
    if one.is_literal or other.is_literal:
        if one.is_literal and other.is_literal:
            return _compare_bodies(one.family, other.family)
        return 1 if _list_words(one) == _list_words(other) or _join(one) == _join(other) else APART
    surname = _compare_surnames(one, other)
    if surname == APART and one.suffix == other.suffix:
        return _compare_divisions(one, other)
    if surname == APART or not _may_be_same_given(one.given, other.given):
        return APART
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return APART
    is_bare = bool(one.given) != bool(other.given)
    is_one_suffixed = one.suffix != other.suffix
    return surname + is_bare + is_one_suffixed


def _compare_surnames(one: Person, other: Person) -> int:
    if one.family == other.family:
        return 0
    if one.bare == other.bare and one.bare in {one.family, other.family} and one.given and other.given:
        # A particle is dropped by one library and kept by another.
        return 1
    if one.romanised == other.romanised:
        # Between alphabets a name is spelled in many ways; in one, Smyth is hardly Smith.
        return 2 if one.is_plain and other.is_plain else 1
    is_long = min(len(one.family), len(other.family)) >= _LONG
    has_given = bool(one.given) and bool(other.given)
    near = is_long and has_given and measure_distance(one.family, other.family, 1) <= 1
    return 2 if near else APART


def _compare_divisions(one: Person, other: Person) -> int:
    """The doubts where a name is divided otherwise: `Davis, Natalie Zemon` and `Zemon Davis, Natalie`.

    Word by word they must be the same, where given names may be initials, and the last is of both surnames.
    """
    if len(one.words) != len(other.words) or len(one.words) < _FEWEST_WORDS:
        return APART
    if not one.given or not other.given or one.words[-1] != other.words[-1]:
        return APART
    if not _may_be_same_given(one.words, other.words):
        return APART
    sure = min(len(one.given), len(other.given))
    return 1 if one.words[sure:] == other.words[sure:] else 2


def _may_be_same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two given names can be one person's: John and J. can, John and James cannot."""
    return all(
        a.startswith(b) or b.startswith(a) or transliterate_surname(a) == transliterate_surname(b)
        for a, b in zip(one, other, strict=False)
    )


def _compare_bodies(one: str, other: str) -> int:
    """How many doubts there are that two institutions are one: none, or one where one is the initials."""
    if one == other:
        return 0
    short, long = sorted((one, other), key=len)
    words = long.split()
    large = [word for word in words if word not in _SMALL]
    initials = {"".join(word[0] for word in some) for some in (words, large)}
    return 1 if len(short) >= _SHORTEST and short in initials else APART


def _join(person: Person) -> str:
    """A name in one word, surname first, as East Asian names are written."""
    return "".join([*person.family.split(), *person.given])


def _list_words(person: Person) -> list[str]:
    """The words of a name in any order: `Smith, John` and the literal `John Smith` meet."""
    words = person.family.split() if person.is_literal else [person.family, *person.given]
    return sorted(words)
