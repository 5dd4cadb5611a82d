"""Where the imprint begins of a citation whose title nothing marks, when it stands between commas."""

import re
from itertools import pairwise

from footnotes.parse.landmarks import Range, Stretch
from footnotes.parse.names.persons import is_organisation
from footnotes.parse.towns import follows_publisher, is_book_town

_COMMA = re.compile(r",\s+")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d(?!\d)")
_YEAR_AT_END = re.compile(r"(?P<words>\D+?),?\s(?=(?:1[4-9]|20)\d\d(?:[-–/]\d{2,4})?\s*$)")
_MOST_BETWEEN = 2
"""How many pieces stand between the town and the year at most: the publisher, and a series of his."""
_LONGEST_PUBLISHER = 4
"""How many words the publisher before a town may have, if none of them names an institution."""


def find_imprint_start(stretch: Stretch) -> int | None:
    """Where the imprint of the unmarked citation `stretch` begins, its title included; None if nowhere.

    A town of the book trade and a year tell it: `Title, Paris, Seuil, 1966`, `Title, Guida, Napoli 1989`.
    The first piece is part of the title, whatever it is.
    """
    pieces = _list_pieces(stretch)
    text = stretch.landmarks.text
    for at, piece in enumerate(pieces[1:], start=1):
        words = text[slice(*piece)].strip(" .")
        with_year = _YEAR_AT_END.match(words)
        town = with_year["words"] if with_year else words
        if not is_book_town(town):
            continue
        if with_year or _begins_with_year(text, pieces[at + 1 : at + 2]):
            return _include_publisher(text, pieces[: at + 1], town)
        if _reach_year(text, pieces[at + 1 : at + _MOST_BETWEEN + 2]):
            return piece[0]
    return None


def begins_imprint(stretch: Stretch) -> bool:
    """Whether the first piece of `stretch` is a town or publisher of an imprint between commas."""
    before = Stretch(stretch.landmarks, max(0, stretch.start - 2), stretch.end)
    return find_imprint_start(before) == stretch.start


def _list_pieces(stretch: Stretch) -> list[Range]:
    """The pieces between the open commas of `stretch`."""
    text, landmarks = stretch.landmarks.text, stretch.landmarks
    commas = [m for m in _COMMA.finditer(text, stretch.start, stretch.end) if landmarks.is_open(m.start())]
    starts = [stretch.start, *(one.end() for one in commas)]
    ends = [*(one.start() for one in commas), stretch.end]
    return list(zip(starts, ends, strict=True))


def _begins_with_year(text: str, pieces: list[Range]) -> bool:
    return bool(pieces) and _YEAR.match(text, *pieces[0]) is not None


def _reach_year(text: str, pieces: list[Range]) -> bool:
    """Whether words that a publisher may have lead to a year: `Seuil, 1966`, `Einaudi 1976`."""
    for piece, following in pairwise([*pieces, (0, 0)]):
        words = text[slice(*piece)]
        if _YEAR_AT_END.match(words) or _begins_with_year(text, [following]):
            return not re.search(r"\d", _YEAR.sub("", words))
        if re.search(r"\d", words):
            return False
    return False


def _include_publisher(text: str, pieces: list[Range], town: str) -> int:
    """Where an imprint that ends with `town`, the last of `pieces`, begins: the publisher may stand before.

    `Einaudi, Torino 1976`; but the first piece is the title, and a long one part of it.
    """
    *before, last = pieces
    words = text[slice(*before[-1])]
    is_short = len(words.split()) <= _LONGEST_PUBLISHER or is_organisation(words)
    named = len(before) > 1 and follows_publisher(town) and is_short
    return before[-1][0] if named and words[:1].isalpha() and not re.search(r"\d", words) else last[0]
