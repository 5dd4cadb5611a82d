"""Names of persons and institutions, in the lists that stand before a title or after "edited by"."""

import re

from attrs import evolve, frozen

from footnotes.model import AnyName, LiteralName, Name
from footnotes.parse.names.lists import SEPARATOR, drop_others, split_names
from footnotes.parse.names.particles import load_particle_words
from footnotes.parse.names.parts import read_person
from footnotes.parse.names.persons import INITIALS, is_person
from footnotes.parse.names.spanish import is_inverted_double

# "HOLANDA, Sérgio Buarque de.": the full stop behind a word belongs to the list, behind an initial to it.
_ENDS_IN_WORD = re.compile(r",\s[^,]*\b[^\W\d_A-ZÀ-ÖØ-Þ]{2,}\.$")
_INITIALS_AT_MOST = 2
_INVERTED_CAPITALS = re.compile(
    r"(?:^|(?<=[\s;:.]))(?P<family>[^\W\d_]{2,}(?:[ -][^\W\d_]{2,})?),\s[^\W\d_][\w.]*(?:\s[\w.]+){0,3}$"
)
_INVERTED = re.compile(r"[^\s,]+(?:\s[^\s,]+)?,\s[^,]+")
_COUPLE = 2


OTHERS = LiteralName("others")
"""What stands in a list for the persons that "et al." means: the word of BibTeX, which all formats know."""


@frozen
class FoundName:
    """A name and where it stands in the text it was read from."""

    name: AnyName
    start: int
    end: int


def shift_name(found: FoundName, by: int) -> FoundName:
    """`found` with its place counted from `by` characters earlier."""
    return FoundName(found.name, found.start + by, found.end + by)


def read_names(text: str) -> list[FoundName]:
    """The names of the list `text`, in order; what is no list of persons is one literal name.

    Reads `First von Last`, `von Last, First` (a single inverted name), `Last F. M.`, lists with commas
    and "and" in a dozen languages. "et al." names nobody and is left out.
    """
    text = drop_others(text)
    if _ENDS_IN_WORD.search(text):
        text = text[:-1]
    start, end = _trim(text, 0, len(text))
    if start >= end:
        return []
    if _INVERTED.fullmatch(text, start, end) and (one := _read_inverted(text, start, end)):
        return [one]
    pieces = split_names(text, start, end)
    if all(is_person(text[a:b]) for a, b in pieces):
        people = [FoundName(read_person(text[a:b]), a, b) for a, b in pieces]
        return _share_family(text, people) if len(people) == _COUPLE else people
    return [FoundName(LiteralName(text[start:end]), start, end)]


def read_all_names(text: str) -> list[FoundName]:
    """The same for who made a work, with `OTHERS` behind them where words say that there are more."""
    return add_others(text, read_names(text))


def add_others(text: str, names: list[FoundName]) -> list[FoundName]:
    """`names`, read from `text`, and `OTHERS` where it ends in words that stand for further persons."""
    last = len(drop_others(text))
    return [*names, FoundName(OTHERS, last, len(text))] if names and last < len(text) else names


def locate_names(text: str, start: int, end: int) -> tuple[FoundName, ...]:
    """All who made a work, by the list `text[start:end]`, with their places in `text`."""
    return tuple(shift_name(one, start) for one in read_all_names(text[start:end]))


def _share_family(text: str, people: list[FoundName]) -> list[FoundName]:
    """`people`, two of whom have one surname between them: `John and Anne Tedeschi`."""
    first, second = (one.name for one in people)
    if (
        not isinstance(first, Name)
        or not isinstance(second, Name)
        or "," in text[people[0].end : people[1].start]
    ):
        return people
    lone = first.given is None and " " not in text[people[0].start : people[0].end]
    if not lone or second.given is None or INITIALS.match(second.given):
        return people
    return [evolve(people[0], name=evolve(second, given=first.family)), people[1]]


def find_inverted_capitals(text: str) -> int | None:
    """Where the name begins that `text` ends with if its surname is in capitals: `GOLDMANN, Lucien`.

    So ABNT and ISO 690 print names, and a full stop behind one ends the name and no sentence.
    """
    match = _INVERTED_CAPITALS.search(text)
    while match is not None and not match["family"].isupper():
        match = _INVERTED_CAPITALS.search(text, match.start() + 1)
    return match.start() if match else None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:":
        start += 1
    while start < end and text[end - 1] in " ,;:":
        end -= 1
    return start, end


def _read_inverted(text: str, start: int, end: int) -> FoundName | None:
    comma = text.index(",", start)
    family, given = text[start:comma], text[comma + 1 : end].strip()
    words = given.split()
    is_given = len(words) <= 3 and is_person("X " + given) and not SEPARATOR.search(given)  # noqa: PLR2004 - given names
    family_words = family.split()
    if (
        not is_given
        or not is_person(family)
        or (len(family_words) > 1 and not _may_be_family(family_words, words))
    ):
        return None
    if given.rstrip(".") in {"Jr", "Sr", "II", "III", "IV"}:
        return None
    if family.isupper() and len(family) > _INITIALS_AT_MOST and not given.isupper():
        # ABNT and ISO 690 print surnames in capitals: "GOLDMANN, Lucien".
        family = re.sub(r"[^\W\d_]+", lambda word: word.group()[0] + word.group()[1:].lower(), family)
    person = Name(family) if is_inverted_double(family_words, words) else read_person(family)
    dropping = words.pop() if words[-1] in load_particle_words() and len(words) > 1 else None
    return FoundName(
        Name(
            family=person.family,
            given=" ".join(words),
            non_dropping_particle=person.non_dropping_particle,
            dropping_particle=dropping or person.dropping_particle,
        ),
        start,
        end,
    )


def _may_be_family(family: list[str], given: list[str]) -> bool:
    return family[0] in load_particle_words() or is_inverted_double(family, given)
