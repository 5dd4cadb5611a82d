"""Works that a style cannot print without losing what the notes say of them; their notes are kept."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from footnotes.formats import reference_to_csl
from footnotes.model import Apparatus, Cite, CiteForm, Reference
from footnotes.style.marked_text import strip_marks
from footnotes.style.remarks import NAMELESS, PLACELESS

_MAKERS = ("author", "editor", "director", "composer", "translator", "compiler", "interviewer")
_DIGITS = re.compile(r"\d+")
_SIDE = re.compile(r"\d\s?(?:[vr][°ºo]|verso|recto|об)\b|\d\s?[vr][°º]", re.IGNORECASE)
"""A side of a leaf: "45 v°" is another page than "45"."""
_LEAST = 4
"""How long a word is by which a note leads to its entry."""


def find_nameless(apparatus: Apparatus) -> dict[str, str]:
    """The keys of works for whose author a note has "Ders." or "Id.", and nobody knows whom it means."""
    works = {work.key: work for work in apparatus.library}
    return {
        key: NAMELESS
        for cite, key in _list_cited(apparatus)
        if (cite.idem or cite.form is CiteForm.IDEM) and not _names_anybody(works[key])
    }


def find_placeless(
    apparatus: Apparatus, notes: Mapping[int, str], entries: Mapping[str, str]
) -> dict[str, str]:
    """The keys of archival works of which a style prints less than their first note says.

    `notes` are the printed texts by their numbers, `entries` those of the bibliography by keys: a style of
    short notes says the rest there.
    """
    works = {work.key: work for work in apparatus.library}
    return {
        key: PLACELESS
        for cite, key in _list_first(apparatus)
        if cite.note in notes
        and list_places(works[key])
        and not _is_whole(cite, works[key], notes[cite.note], entries.get(key, ""))
    }


def list_places(work: Reference) -> list[str]:
    """The archive and the place in it that a work states; the address of a copy is no such place."""
    stated = reference_to_csl(work)
    places = [str(stated.get(name, "")) for name in ("archive", "archive_location", "archive-place")]
    return [] if any("://" in one for one in places) else [one for one in places if one]


def _list_cited(apparatus: Apparatus) -> Iterator[tuple[Cite, str]]:
    known = {work.key for work in apparatus.library}
    for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True):
        if resolution.reference in known:
            yield cite, resolution.reference or ""


def _list_first(apparatus: Apparatus) -> Iterator[tuple[Cite, str]]:
    """The cite of each work that states it: the first of them."""
    seen: set[str] = set()
    for cite, key in _list_cited(apparatus):
        if key not in seen:
            seen.add(key)
            yield cite, key


def _names_anybody(work: Reference) -> bool:
    return any(getattr(work, maker, ()) for maker in _MAKERS)


def _is_whole(cite: Cite, work: Reference, note: str, entry: str) -> bool:
    """Whether the note says all, or says something that leads to an entry that does."""
    return _says_all(cite, work, note) or (
        _leads(work, note) and bool(entry) and _says_all(cite, work, f"{note} {entry}")
    )


def _says_all(cite: Cite, work: Reference, text: str) -> bool:
    """Whether what is printed has each place, title, number and side of a leaf; months may be words."""
    folded = _fold(text)
    stated = [*list_places(work), work.title or "", *_SIDE.findall(cite.text), *_list_towns(cite, work)]
    if not all(_fold(one) in folded for one in stated):
        return False
    printed = [number.lstrip("0") for number in _DIGITS.findall(text)]
    months = {str(part) for part in _list_months(work)}
    numbers = {number.lstrip("0") for number in _DIGITS.findall(cite.text)} - months
    return all(any(number.endswith(one) for one in printed if one) for number in numbers if number)


def _list_towns(cite: Cite, work: Reference) -> list[str]:
    """Names without a figure behind that of the archive: "The National Archives, Kew"."""
    _, _, rest = cite.text.partition(str(work.archive or "\n"))
    pieces = [piece.strip(" .") for piece in rest.split(",")]
    return [piece for piece in pieces if piece[:1].isupper() and not _DIGITS.search(piece)]


def _leads(work: Reference, note: str) -> bool:
    """Whether a note names the work by a word of its title, its makers or its archive."""
    names = [name for maker in _MAKERS for name in getattr(work, maker, ())]
    words = re.findall(r"[^\W\d_]+", " ".join(map(str, [*list_places(work), work.title or "", *names])))
    folded = _fold(note)
    return any(len(word) >= _LEAST and _fold(word) in folded for word in words)


def _list_months(work: Reference) -> Iterator[int]:
    for part in reference_to_csl(work).get("issued", {}).get("date-parts", []):
        yield from part[1:2]


def _fold(text: str) -> str:
    """Letters and figures only."""
    plain = unicodedata.normalize("NFKC", strip_marks(text)).casefold()
    return "".join(sign for sign in plain if sign.isalnum())
