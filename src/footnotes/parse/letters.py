"""Letters: `Addis to Hillier`, a writer and a recipient where others have author and title."""

import re

from attrs import frozen

from footnotes.model import CiteForm
from footnotes.parse.dates import make_date, read_year
from footnotes.parse.landmarks import Stretch
from footnotes.parse.names.lists import are_persons
from footnotes.parse.names.reading import FoundName, read_names, shift_name
from footnotes.parse.readings import FoundCite, Reading
from footnotes.parse.signals import find_signals, is_consulting

_LETTER = re.compile(
    r"(?P<author>[^\d,;:]{2,50}?)\s+(?:to|an|à|a|к)\s+(?P<recipient>[^\d,;:]{2,50}?)(?=,\s|$)"
)
_WRITTEN = (
    r"(?:letter|telegram|diary|speech|memorandum|notebook|postcard|Brief|Tagebuch|Rede|lettre|discours|lettera|carta"
    r"|письмо|дневник)\b"
)
_WRITTEN_AHEAD = re.compile(rf",\s{_WRITTEN}")
# "Karl Polanyi, letter to Ilona, 1925": who wrote, what, and when.
_DESCRIBED = re.compile(
    rf"(?P<author>[^\d,;:()]{{3,60}}?),\s(?P<title>{_WRITTEN}[^;:()]{{0,80}}?)"
    r"(?:,\s(?P<when>[^,;:()]{0,20}\d[^;:()]{0,20}))?$"
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


def read_quoted_source(stretch: Stretch) -> FoundCite | None:
    """A letter, diary or speech that `stretch` begins with and that is quoted in another source."""
    text = stretch.landmarks.text
    if _WRITTEN_AHEAD.search(text, stretch.start, stretch.end) is None:
        return None
    signal = next(
        (
            one
            for one in find_signals(stretch.landmarks.signals, stretch.start, stretch.end)
            if is_consulting(text[one[0] : one[1]])
        ),
        None,
    )
    head = text[stretch.start : signal[0]].rstrip(" ,(") if signal else ""
    match = _DESCRIBED.match(head)
    if match is None or not are_persons(match["author"]):
        return None
    end = stretch.start + len(head)
    author = [shift_name(one, stretch.start) for one in read_names(match["author"])]
    variables: dict[str, object] = {"author": tuple(one.name for one in author), "title": match["title"]}
    places = [("author", one.start, one.end) for one in author]
    places.append(("title", stretch.start + match.start("title"), stretch.start + match.end("title")))
    day = next((one for one in stretch.landmarks.dates if stretch.start < one[0] < one[1] <= end), None)
    year = read_year(match["when"] or "")
    if day is not None:
        variables["issued"] = make_date(day[2])
        places.append(("issued", day[0], day[1]))
    elif year is not None:
        variables["issued"] = year[2]
        at = stretch.start + match.start("when")
        places.append(("issued", at + year[0], at + year[1]))
    is_letter = (
        match["title"].casefold().startswith(("letter", "brief", "lettre", "lettera", "carta", "письмо"))
    )
    reading = Reading(
        type="personal_communication" if is_letter else "manuscript",
        variables=variables,
        places=tuple(places),
        locator=None,
        start=stretch.start,
        end=end,
        identified=True,
    )
    return FoundCite(CiteForm.FULL, reading, confidence="medium")
