"""The language of citation keys: `auth.lower+year` and its like, read into parts and filters.

    pattern = piece ("+" piece)*        piece = (part | 'letters') filter*
    part    = name ["(" number ")"]     filter = "." name ["(" number ")"] | "(" number ")"

docs/keys.md lists the names.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from attrs import frozen

from footnotes.collect.key_parts import FILTERS, PARTS, cut_letters
from footnotes.errors import KeyPatternError
from footnotes.model import Reference

_NAME = re.compile(r"[a-z_]+", re.IGNORECASE)
_NUMBER = re.compile(r"\(\s*(\d{1,3})\s*\)")
_LETTERS = re.compile(r"""'([^']*)'|"([^"]*)\"""")
_SAFE = re.compile(r"[\w.:+/*-]*", re.ASCII)
_BLANKS = re.compile(r"\s*")


@frozen
class Step:
    """A part or a filter with its number, which is None where none is given."""

    name: str
    number: int | None


@frozen
class Piece:
    """What stands between two plus signs: a part or letters, and the filters behind it."""

    part: Step | None
    letters: str
    filters: tuple[Step, ...]

    def spell(self, work: Reference) -> str:
        """What the piece gives for a work."""
        text = PARTS[self.part.name](work, self.part.number) if self.part else self.letters
        for one in self.filters:
            text = FILTERS[one.name](text, one.number) if one.name else cut_letters(text, one.number)
        return text


@frozen
class KeyPattern:
    """A pattern of citation keys."""

    pieces: tuple[Piece, ...]

    def spell(self, work: Reference) -> str:
        """The key of a work before it is made ASCII and unique."""
        return "".join(piece.spell(work) for piece in self.pieces)


def parse_key_pattern(text: str) -> KeyPattern:
    """The pattern that `text` writes; raises `KeyPatternError`, which names the column and the cause."""
    return KeyPattern(tuple(_read_pieces(text)))


def _read_pieces(text: str) -> Iterator[Piece]:
    at = 0
    while True:
        piece, at = _read_piece(text, _skip(text, at))
        yield piece
        at = _skip(text, at)
        if at == len(text):
            return
        if text[at] != "+":
            raise KeyPatternError(
                f"column {at + 1}: “{text[at]}” cannot stand here; pieces are joined by “+”."
            )
        at += 1


def _read_piece(text: str, at: int) -> tuple[Piece, int]:
    if letters := _LETTERS.match(text, at):
        fixed = letters[1] if letters[1] is not None else letters[2]
        if not _SAFE.fullmatch(fixed):
            raise KeyPatternError(
                f"column {at + 1}: only letters a to z, figures and . : + / * - _ stand in a key."
            )
        part, at = None, letters.end()
    else:
        fixed = ""
        part, at = _read_step(text, at, PARTS, "part")
    filters: list[Step] = []
    while at < len(text) and text[at] in ".(":
        if text[at] == "(":
            number, at = _read_number(text, at)
            filters.append(Step("", number))
        else:
            step, at = _read_step(text, at + 1, FILTERS, "filter")
            filters.append(step)
    return Piece(part, fixed, tuple(filters)), at


def _read_step(text: str, at: int, known: Iterable[str], kind: str) -> tuple[Step, int]:
    names = list(known)
    match = _NAME.match(text, at)
    if match is None:
        what = f"“{text[at]}” is none" if at < len(text) else "the pattern ends"
        raise KeyPatternError(
            f"column {at + 1}: a {kind} is wanted, and {what}; there are {', '.join(names)}."
        )
    name = match[0].lower()
    if name not in names:
        nearest = get_close_matches(name, names, n=1, cutoff=0.0)[0]
        raise KeyPatternError(
            f"column {at + 1}: there is no {kind} “{match[0]}”; the nearest is “{nearest}”."
        )
    at = match.end()
    number = None
    if text[at : at + 1] == "(":
        number, at = _read_number(text, at)
    return Step(name, number), at


def _read_number(text: str, at: int) -> tuple[int, int]:
    match = _NUMBER.match(text, at)
    if match is None or int(match[1]) == 0:
        raise KeyPatternError(f"column {at + 1}: a number from 1 on is wanted between brackets, as in (3).")
    return int(match[1]), match.end()


def _skip(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return match.end() if match else at
