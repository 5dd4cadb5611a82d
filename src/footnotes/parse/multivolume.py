"""Works in several volumes: the title of one of them behind its number (`vol. 1, *To Arms*`)."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from footnotes.parse.draft import Draft

_VOLUME_WORD = re.compile(
    r"(?:vols?\.?|volume|Bd\.?|Band|tome|tomo|t\.|т\.|Т\.|cilt|cild|köt\.)\s*\Z", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s?[,:.]\s")


def names_volume(draft: "Draft", start: int) -> bool:
    """Whether the words at `start` of the text are the title of the volume whose number they follow.

    So they are behind a number that a word leads to, in a book or in the volume that a chapter stands in
    (Chicago); what follows the number of a volume of a periodical is never its name.
    """
    text = draft.landmarks.text
    place = next((one for one in draft.places if one[0] == "volume"), None)
    if place is None or not _BETWEEN.fullmatch(text, place[2], start):
        return False
    in_book = draft.marks["title"] != "quoted" or "in" in draft.kinds
    return in_book and _VOLUME_WORD.search(text, 0, place[1]) is not None
