"""Series: `Bread, Studies in Food History 12 (Leiden: Brill, 2015)`, where nothing marks the title."""

import functools
import re

from footnotes.parse.draft import Draft
from footnotes.parse.vocabulary import load_words

_NUMBERED = ("issue", "volume")
_GAP = re.compile(r",?\s(?:nos?|vols?|Bd|n|t)\.\s?")


@functools.cache
def _ending() -> re.Pattern[str]:
    words = "|".join(sorted(load_words("series")))
    return re.compile(
        rf",\s(?P<series>(?=[^\W\d_a-z])[^,]*\b(?:{words})\b[^,\d]*?)(?:,?\s(?P<number>\d{{1,3}}))?$"
    )


def take_series(draft: Draft) -> None:
    """Cut a series off an unmarked title that ends in one: a word of the table `series`, and a number."""
    title = draft.read_text("title")
    match = _ending().search(title)
    if match is None or draft.marks["title"] != "plain" or "collection_title" in draft.variables:
        return
    at = next(number for number, place in enumerate(draft.places) if place[0] == "title")
    start, end = draft.places[at][1:]
    if match["number"]:
        draft.state("collection_number", match["number"], start + match.start("number"), end)
    elif not _take_number(draft, end):
        return
    draft.variables["title"] = title[: match.start()]
    draft.places[at] = ("title", start, start + match.start())
    draft.state(
        "collection_title", match["series"], start + match.start("series"), start + match.end("series")
    )


def _take_number(draft: Draft, end: int) -> bool:
    """Let the volume or issue right behind the title, which ends at `end`, be the number of the series."""
    for variable, begin, _ in draft.places:
        if variable in _NUMBERED and _GAP.fullmatch(draft.landmarks.text, end, begin):
            draft.rename(variable, "collection_number")
            return True
    return False
