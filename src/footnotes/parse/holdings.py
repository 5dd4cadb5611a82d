"""Archival sources between commas: `Archivio di Stato di Napoli, Collaterale, vol. 55, c. 12r`."""

import re

from footnotes.model import CiteForm, Locator
from footnotes.parse.archives import holds_documents, is_shelf_mark, opens_with_repository
from footnotes.parse.dates import make_date
from footnotes.parse.landmarks import Range, Stretch
from footnotes.parse.prose import is_prose
from footnotes.parse.readings import FoundCite, Reading
from footnotes.parse.towns import is_book_town

_FIRST_WORD = re.compile(r"[^\W\d_]\w*")
_COMMA = re.compile(r",\s+")
# What is numbered in an archive: a volume, bundle, file, box. A year alone is in any citation.
_UNIT = re.compile(
    r"(?:voll?|legs?|legajo|exps?|expediente|bb?|busta|buste|fasc|reg|mazzo|cart|cx|caja|liasse|Loc|Nr|nr|no|n|Rep|Abt|Bü"
    r"|Best|Akz|t|f|filza|pacco|lib|libro|liv|maço|dok|defter|poz|sygn|inv)\.?\s?(?:\d|[IVXLC]+\b)",
    re.IGNORECASE,
)
# "B I/43", "123/45", "Serie A 12".
_SHELF = re.compile(r"(?:[A-Z]{1,3}\s)?(?:[IVXLC]+|\d+)[/.]\d+(?:[/.]\d+)*")
_LEAF = re.compile(
    r"(?:cc?|ff?|fols?|Bl|fº|f°|fl|k)\.?\s?(?P<value>\d+\s?[rv]?(?:\s?[-–]\s?\d+\s?[rv]?)?)$"
)
_LONGEST_REPOSITORY = 8
_LONGEST_PIECE = 6
"""How many words the name of a collection has at most; what is longer is a sentence."""
_YEAR_ALONE = re.compile(r"(?:1[4-9]|20)\d\d")


def read_holding(stretch: Stretch) -> FoundCite | None:
    """What a repository holds, named first and with its place in it, from the collection to the leaf.

    None where the place follows at once and shows by its shape, or where a year makes a book of it.
    """
    text = stretch.landmarks.text
    first = _FIRST_WORD.match(text, stretch.start, stretch.end)
    if first is None or not holds_documents(first.group()) or opens_with_repository(stretch.text):
        return None
    pieces = _list_pieces(stretch)
    printed = [text[slice(*piece)] for piece in pieces]
    if not _is_holding(printed):
        return None
    leaf = _LEAF.fullmatch(printed[-1])
    begin = 2 if is_book_town(printed[1]) and len(printed) > 3 and not leaf else 1  # noqa: PLR2004 - town, collection, unit
    day = next((one for one in stretch.landmarks.dates if one[0] == pieces[-1][0]), None)
    shelf = (pieces[begin][0], pieces[-2 if leaf or day else -1][1])
    variables: dict[str, object] = {"archive": printed[0], "archive_location": text[slice(*shelf)]}
    places = [("archive", *pieces[0]), ("archive_location", *shelf)]
    if begin > 1:
        variables["archive_place"] = printed[1]
        places.append(("archive_place", *pieces[1]))
    if day:
        variables["issued"] = make_date(day[2])
        places.append(("issued", day[0], day[1]))
    if leaf:
        places.append(("locator", pieces[-1][0] + leaf.start("value"), pieces[-1][1]))
    reading = Reading(
        type="manuscript",
        variables=variables,
        places=tuple(places),
        locator=Locator("folio", re.sub(r"\s?[-–]\s?", "-", leaf["value"])) if leaf else None,
        start=stretch.start,
        end=pieces[-1][1],
        identified=True,
    )
    return FoundCite(CiteForm.FULL, reading, confidence="medium")


def _list_pieces(stretch: Stretch) -> list[Range]:
    text, end = stretch.landmarks.text, stretch.end
    while end > stretch.start and text[end - 1] in " .":
        end -= 1
    commas = list(_COMMA.finditer(text, stretch.start, end))
    starts = [stretch.start, *(one.end() for one in commas)]
    return list(zip(starts, [*(one.start() for one in commas), end], strict=True))


def _is_holding(printed: list[str]) -> bool:
    """Whether a numbered unit follows the repository that opens `printed`, and nothing that a book has."""
    repository, *others = printed
    if len(repository.split()) > _LONGEST_REPOSITORY:
        return False
    numbered = any(
        _UNIT.match(piece) or _SHELF.fullmatch(piece) or is_shelf_mark(piece) for piece in others
    )
    short = all(len(piece.split()) <= _LONGEST_PIECE and not is_prose(piece) for piece in others)
    plain = not any(_YEAR_ALONE.fullmatch(piece) or re.search(r"[«»“”„*()]|://", piece) for piece in others)
    return len(printed) > 2 and numbered and short and plain  # noqa: PLR2004 - a collection and a unit in it
