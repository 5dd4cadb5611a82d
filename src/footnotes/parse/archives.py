"""Archival sources: the repository that holds a document, and its place there."""

import functools
import re
from collections.abc import Sequence

from attrs import frozen

from footnotes.parse.vocabulary import load_table
from footnotes.text.fold import fold_marks

_SHELF_MARK = re.compile(
    r"\b[A-Z]{1,4}\s?\d{1,4}(?:\s[IVX]{1,4})?/\d+|\b[A-Z]\d{1,2}\s\d{2,}\b"
    r"|\b(?:[A-Z]{1,6}|[А-Я]{1,6})[ ./-]?\d+(?:/\d+)+\b|\b[A-Z]{2,6} \d{2,}\b"
)
_PIECES = 4
_LONGEST_REPOSITORY = 8
"""The most words of the name of a repository; what is longer is a sentence."""
Piece = tuple[int, int]


@frozen
class Shelf:
    """A repository and a place in it, each a range of characters; None if it is not printed."""

    archive: Piece | None
    location: Piece | None
    place: Piece | None = None
    """The town that is printed after the repository."""


@functools.cache
def _load_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = load_table("repositories")
    kinds = ("holds", "shelf")
    found = [
        "|".join(
            re.escape(row[0]) + (r"\b" if row[3:] == ("=",) else r"\w*") for row in rows if row[1] == kind
        )
        for kind in kinds
    ]
    return re.compile(rf"\b(?:{found[0]})"), re.compile(rf"\b(?:{found[1]})")


def holds_documents(text: str) -> bool:
    """Whether `text` names a repository."""
    return _load_words()[0].search(fold_marks(text)) is not None


def is_shelf_mark(text: str) -> bool:
    """Whether `text` names a collection, a box or a shelf mark."""
    return _load_words()[1].search(fold_marks(text)) is not None or _SHELF_MARK.search(text) is not None


def find_shelf(text: str, pieces: Sequence[Piece]) -> Shelf | None:
    """The repository among `pieces` (the unmarked stretches of a cite, in order) and the place in it.

    None unless a repository and something that is in one are named: a library that keeps a blog is none.
    """
    holding = [i for i, piece in enumerate(pieces) if holds_documents(text[slice(*piece)])]
    if not holding:
        return None
    first, last = holding[0], holding[-1]
    archive = (
        pieces[first][0],
        pieces[first][0] + len(text[pieces[first][0] : pieces[last][1]].rstrip(".")),
    )
    others = [*pieces[:first], *pieces[last + 1 :]]
    if not others:
        return _divide(text, archive)
    if not any(is_shelf_mark(text[slice(*piece)]) for piece in others):
        return None
    around = pieces[:first] if first else pieces[last + 1 :]
    town = None
    if not first and len(around) > 1 and is_town(text[slice(*around[0])]):
        town, around = around[0], around[1:]
    elif first and last + 2 == len(pieces):
        # "HO 40/1/1, The National Archives, Kew": the town follows the repository there too.
        start, end = pieces[-1]
        behind = (start, start + len(text[start:end].rstrip(".")))
        town = behind if is_town(text[slice(*behind)]) else None
    start, end = around[0][0], around[-1][1]
    return Shelf(archive, (start, start + len(text[start:end].rstrip("."))), town)


def is_town(text: str) -> bool:
    """Whether `text` may be a town or a country: words with capitals, and no shelf mark."""
    capital = all(word[0].isupper() for word in text.split())
    return text.replace(" ", "").isalpha() and capital and not is_shelf_mark(text)


def opens_with_repository(text: str) -> bool:
    """Whether a repository opens `text`, and a shelf mark follows at once or after the town it is in.

    `The National Archives, London, FO 371/12345` is a source; `The National Archives, however,` is none.
    """
    first, *others = text.split(", ", _PIECES)[:_PIECES]
    if others and _SHELF_MARK.fullmatch(first):
        # "HO 42/123, TNA, fol. 7r": some print the shelf mark first.
        return holds_documents(others[0]) and len(others[0].split()) <= _LONGEST_REPOSITORY
    if not holds_documents(first) or len(first.split()) > _LONGEST_REPOSITORY:
        return False
    following = others[1:] if others and is_town(others[0]) else others
    return bool(following) and following[0][0].isupper() and is_shelf_mark(following[0])


def _divide(text: str, piece: Piece) -> Shelf | None:
    """`HSBC Archive HQ HSBCK 0003` in one piece: the repository ends with the word that names it."""
    words = text[slice(*piece)]
    ends = [match.end() for match in re.finditer(r"\w+", words) if holds_documents(match.group())]
    if not ends or not is_shelf_mark(words[ends[-1] :]):
        return None
    start = piece[0] + ends[-1]
    return Shelf(
        (piece[0], start), (start + len(words[ends[-1] :]) - len(words[ends[-1] :].lstrip()), piece[1])
    )
