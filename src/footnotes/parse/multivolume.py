"""Works in several volumes: the title of one of them behind its number (`vol. 1, *To Arms*`)."""

import re

from footnotes.parse.draft import Draft

_VOLUME_WORD = re.compile(
    r"(?:vols?\.?|volume|Bd\.?|Band|tome|tomo|t\.|т\.|Т\.|cilt|cild|köt\.)\s*\Z", re.IGNORECASE
)
_LONGEST_WORD = 10
_BETWEEN = re.compile(r"\s?[,:.]\s")


def names_volume(draft: Draft, start: int) -> bool:
    """Whether the words at `start` of the text are the title of the volume whose number they follow.

    So they are behind a number that a word leads to, in a book or in the volume that a chapter stands in
    (Chicago); what follows the number of a volume of a periodical is never its name.
    """
    text = draft.landmarks.text
    place = next((one for one in draft.places if one[0] == "volume"), None)
    if place is None or not _BETWEEN.fullmatch(text, place[2], start):
        return False
    in_book = draft.marks["title"] != "quoted" or "in" in draft.kinds
    return in_book and _VOLUME_WORD.search(text, max(0, place[1] - _LONGEST_WORD), place[1]) is not None


def take_whole(draft: Draft) -> None:
    """Take the unmarked name of the whole behind `vol. 2 of`, as in `vol. 2 of Philosophical Papers`."""
    place = next((one for one in draft.plains if one[0] == draft.whole_at), None)
    if place is None:
        return
    before = [one for one in draft.plains if one[1] <= place[0]]
    if "in" in draft.kinds and before and "container_title" not in draft.variables:
        start, end = before[0][0], before[-1][1]
        draft.state("container_title", draft.landmarks.text[start:end], start, end)
    draft.plains = [one for one in draft.plains if one not in before and one != place]
    state_whole(draft, draft.landmarks.text[slice(*place)], *place)


def state_whole(draft: Draft, words: str, start: int, end: int) -> None:
    """Let `words` be the title of the work, and the title that stands before them that of its volume."""
    part = "container_title" if "in" in draft.kinds else "title"
    if part in draft.variables and "volume_title" not in draft.variables:
        draft.rename(part, "volume_title")
    draft.state(part, words, start, end)
