"""Lists of names of which the first or all are inverted: `Jones, Alan, and Mary Smith`."""

import re
from collections.abc import Sequence

from footnotes.model import Name
from footnotes.parse.names.persons import is_person
from footnotes.parse.names.reading import FoundName, read_names, shift_name
from footnotes.parse.names.spanish import is_first_surname
from footnotes.parse.towns import is_book_town

_DIVIDE = re.compile(r"\s*(?:(?P<joint>,?\s(?:and|und|et|e|y|i|ve|və|и|en|og|och)\s|,?\s&\s)|[,;]\s)\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[-\s]?)+")
_MOST_GIVEN = 2
"""How many given names one has in an inverted list at most."""
_MOST_FAMILY = 3
"""How many words a family name has at most, particles among them."""
Piece = tuple[int, int]


def read_inverted_list(text: str) -> list[FoundName] | None:
    """The names of `text` if it is a list that begins with an inverted name; None if it is not.

    Every name behind the first is inverted too or printed in full: surnames alone make no such list
    (`Smith, Jones and Brown`).
    """
    pieces = _divide(text)
    found: list[FoundName] = []
    at = 0
    while at < len(pieces):
        inverted = _read_pair(text, pieces[at : at + 2])
        if inverted is not None:
            found.append(inverted)
            at += 2
        elif found and (full := _read_full(text, pieces[at])) is not None:
            found.append(full)
            at += 1
        else:
            return None
    return found or None


def may_begin_list(family: str, given: str) -> bool:
    """Whether `family` and what `given` begins with could be an inverted name: a look that costs little."""
    words = family.split(" ", _MOST_FAMILY)
    if len(words) > _MOST_FAMILY:
        return False
    return (
        len(words) == 1
        or words[0].islower()
        or is_first_surname(words[0])
        or _INITIALS.match(given) is not None
    )


def begins_inverted(text: str, names_end: int, end: int) -> bool:
    """Whether the unmarked title of what an inverted list has written can begin at `names_end` of `text`.

    `Veyne, Histoire, Paris, Seuil, 1999` is a surname, a title and a place.
    """
    rest = text[names_end:end].lstrip(" ,.:")
    first = re.split(r"[,.:;(]|\s\d", rest, maxsplit=1)[0].strip()
    return rest[:1].isalpha() and rest[0].isupper() and not is_book_town(first)


def _divide(text: str) -> list[Piece]:
    pieces, at = [], 0
    for match in _DIVIDE.finditer(text):
        pieces.append((at, match.start()))
        at = match.end()
    return [piece for piece in [*pieces, (at, len(text.rstrip(" ,")))] if piece[0] < piece[1]]


def _read_pair(text: str, pair: Sequence[Piece]) -> FoundName | None:
    """The inverted name of two pieces: a surname, and given names or initials."""
    if len(pair) != 2:  # noqa: PLR2004 - family and given
        return None
    (start, middle), (given_start, end) = pair
    family, given = text[start:middle], text[given_start:end]
    sure = _INITIALS.fullmatch(given) is not None
    small = [word for word in given.split() if not _INITIALS.fullmatch(word)]
    if not sure and (is_book_town(family) or is_book_town(given) or len(small) > _MOST_GIVEN):
        return None
    if text[middle:given_start].strip() != "," or not is_person(family) or not is_person(f"X {given}"):
        return None
    names = read_names(f"{family}, {given}")
    if len(names) != 1 or not isinstance(names[0].name, Name) or names[0].name.given is None:
        return None
    return FoundName(names[0].name, start, end)


def _read_full(text: str, piece: Piece) -> FoundName | None:
    printed = text[slice(*piece)]
    if not is_person(printed) or len(printed.split()) == 1:
        return None
    return shift_name(read_names(printed)[0], piece[0])
