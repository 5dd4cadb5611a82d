"""Roles: who edited or translated, said by a word before or after the names."""

import functools
import re

from attrs import frozen

from footnotes.parse.landmarks import Stretch
from footnotes.parse.names import FoundName, is_organisation, is_person, read_names, shift_name, split_names
from footnotes.parse.towns import is_book_town
from footnotes.parse.vocabulary import load_table

# "in Gooch and Temperley, British Documents, vol. 3": surnames alone, and then a title.
_SURNAMES = re.compile(
    r"(?P<names>(?:(?:[a-z]+\s){0,2}[^\W\d_a-z][\w'’-]+)(?:\s(?:and|und|u\.|&|et)\s(?:(?:[a-z]+\s){0,2}[^\W\d_a-z][\w'’-]+))?)"
    r"(?:,|:)\s(?=[^\W\d_a-z])"
)
# "in: dies. (Hg.)", "in idem (ed.)": those who wrote the chapter edited the volume.
_SAME = re.compile(
    r"(?:ders|dies|dens|idem|eadem|iidem|id|ead)\.?:?\s"
    r"\((?:Hg|Hrsg|Hgg|eds?|dir|org|a cura di)\.?\),?:?\s*",
    re.IGNORECASE,
)
_FARTHEST = 200
"""How far behind the first name of a list its role is looked for, in characters."""


@frozen
class FoundRole:
    """Names with their role, and where the whole phrase ends."""

    variable: str
    names: tuple[FoundName, ...]
    end: int


@functools.cache
def _load_roles(side: str) -> dict[str, str]:
    return {row[0].lower(): row[1] for row in load_table("roles") if row[2] == side}


def _alternatives(side: str) -> str:
    return "|".join(map(re.escape, sorted(_load_roles(side), key=len, reverse=True)))


@functools.cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{_alternatives('after')})\s+", re.IGNORECASE)


@functools.cache
def _trailing() -> re.Pattern[str]:
    return re.compile(
        rf",?\s+(?P<word>{_alternatives('before')})(?!\w)(?P<tail>\s*[,:]?\s*)", re.IGNORECASE
    )


def match_role(stretch: Stretch) -> FoundRole | None:
    """A role with its names at the start: `edited by A. One and B. Two`, `trans. C. Three`."""
    text = stretch.landmarks.text
    match = _leading().match(text, stretch.start, stretch.end)
    if match is None:
        return None
    stop = stretch.landmarks.find_next(match.end() - 1, stretch.end)
    names = _read_leading_names(text, match.end(), stop)
    return FoundRole(_load_roles("after")[match["word"].lower()], names, names[-1].end) if names else None


def _read_leading_names(text: str, start: int, end: int) -> tuple[FoundName, ...]:
    last = start
    for piece_start, piece_end in split_names(text, start, end):
        piece = text[piece_start:piece_end]
        if not is_person(piece) or (last > start and is_book_town(piece)):
            # "trad. de Juan Pérez, Barcelona, la Campana, 1998": with the town the imprint begins.
            break
        last = piece_end
    return tuple(shift_name(name, start) for name in read_names(text[start:last]))


def match_editors(stretch: Stretch) -> FoundRole | None:
    """Names before the title of a volume, as in `A. One and B. Two (eds), ...` or `C. Three, *Volume*`."""
    text, start = stretch.landmarks.text, stretch.start
    if stretch.find(stretch.landmarks.emphases, start) or stretch.find(stretch.landmarks.quotations, start):
        return None
    same = _SAME.match(text, start, stretch.end)
    if same is not None:
        return FoundRole("editor", (), same.end())
    match = _trailing().search(text, start, min(stretch.end, start + _FARTHEST))
    if match is not None and are_persons(text[start : match.start()]):
        names = tuple(shift_name(one, start) for one in read_names(text[start : match.start()]))
        return FoundRole(_load_roles("before")[match["word"].lower()], names, match.end())
    short = _SURNAMES.match(text, start, stretch.end)
    if short is not None and not is_organisation(short["names"]):
        names = tuple(shift_name(one, start) for one in read_names(short["names"]))
        return FoundRole("editor", names, short.end())
    title = stretch.landmarks.find_next(start, stretch.end)
    head = text[start:title].rstrip()
    if title < stretch.end and head.endswith(",") and are_persons(head[:-1]) and text[title] not in "([":
        names = tuple(shift_name(one, start) for one in read_names(head[:-1]))
        return FoundRole("editor", names, start + len(head))
    return None


def are_persons(text: str) -> bool:
    """Whether `text` is a list of persons' names and nothing else."""
    pieces = [text[start:end] for start, end in split_names(text, 0, len(text))]
    return bool(pieces) and all(is_person(piece) for piece in pieces)


def strip_role(text: str) -> tuple[str, str | None]:
    """`text` without a role word at its end, and the CSL variable of that role: `A. One (eds)`."""
    for match in _trailing().finditer(text):
        if match.end() == len(text):
            return text[: match.start()], _load_roles("before")[match["word"].lower()]
    return text, None
