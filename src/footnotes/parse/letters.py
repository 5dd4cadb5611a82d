"""Letters: `Addis to Hillier`, a writer and a recipient where others have author and title."""

import re

from attrs import frozen

from footnotes.parse.landmarks import Stretch
from footnotes.parse.names import FoundName, read_names, shift_name
from footnotes.parse.roles import are_persons

_LETTER = re.compile(
    r"(?P<author>[^\d,;:]{2,50}?)\s+(?:to|an|à|a|к)\s+(?P<recipient>[^\d,;:]{2,50}?)(?=,\s|$)"
)


@frozen
class FoundLetter:
    """Who wrote to whom, and where the words end."""

    author: tuple[FoundName, ...]
    recipient: tuple[FoundName, ...]
    end: int


def match_letter(stretch: Stretch) -> FoundLetter | None:
    """The letter at the start of `stretch`; None if one of the two is no person."""
    match = _LETTER.match(stretch.landmarks.text, stretch.start, stretch.end)
    if match is None or not (are_persons(match["author"]) and are_persons(match["recipient"])):
        return None
    author, recipient = (
        tuple(shift_name(one, match.start(role)) for one in read_names(match[role]))
        for role in ("author", "recipient")
    )
    return FoundLetter(author, recipient, match.end())
