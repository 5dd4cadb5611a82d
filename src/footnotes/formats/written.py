"""What a writer of a format gives back: the text, and what became of each value."""

from collections.abc import Mapping

from attrs import frozen

from footnotes.formats.loss import Move
from footnotes.model import Library


@frozen
class Written:
    """A text, the library that it reads as, and why something has no place in it.

    `reasons` go by the position of the work and the variable.
    """

    text: str
    reads_as: Library
    reasons: Mapping[tuple[int, str], str]
    moves: tuple[Move, ...] = ()
