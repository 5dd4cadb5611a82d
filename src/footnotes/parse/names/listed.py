"""Names as reference lists print them: the first inverted, or all, with given names or initials."""

import re

from attrs import evolve

from footnotes.model import LiteralName, Name
from footnotes.parse.names.lists import drop_others
from footnotes.parse.names.parts import read_person
from footnotes.parse.names.persons import is_organisation
from footnotes.parse.names.reading import FoundName, add_others, read_names, shift_name

_JOINT = re.compile(r",?\s+(?:and|und|et|e|y|i|ve|və|и|en|og)\s+|,?\s*&\s*|\s*;\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,4}")
_EDGE = " ,.:;"
# "UNESCO" alone is no surname.
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,}")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_ENDS_IN_WORD = re.compile(r"[^\W\d_]{2}(?<!\bJr)(?<!\bSr)(?<!\bInc)(?<!\bLtd)(?<!\bCo)\.$")
_MOST_GIVEN = 3
_MOST_FAMILY = 3


def read_listed_names(text: str) -> list[FoundName]:
    """The names of an entry: `Weber, Hanna, and John Smith`, `Smith, J., Jones, K. L.`."""
    return add_others(text, _read_named(_drop_stop(drop_others(text).rstrip())))


def _read_named(text: str) -> list[FoundName]:
    if "," not in text and (is_organisation(text) or _CAPITALS.fullmatch(text)):
        return _as_literal(text)
    found: list[FoundName] = []
    at = 0
    joints = [one for one in _JOINT.finditer(text) if not _joins_surnames(text, one)]
    for match in [*joints, None]:
        end = match.start() if match else len(text)
        found += _read_group(text, at, end)
        at = match.end() if match else end
    return found or _as_literal(text)


def _joins_surnames(text: str, joint: re.Match[str]) -> bool:
    """Whether "y" stands between the two surnames of an inverted name: `Ortega y Gasset, José`."""
    before = text[: joint.start()].rpartition(";")[2]
    return joint.group().strip() in {"y", "i"} and "," not in before and "," in text[joint.end() :]


def _as_literal(text: str) -> list[FoundName]:
    words = text.strip(_EDGE)
    start = text.find(words)
    return [FoundName(LiteralName(words), start, start + len(words))] if words else []


def _read_group(text: str, start: int, end: int) -> list[FoundName]:
    """The names between two conjunctions: pairs of family and given name, as long as they are that."""
    pieces = [
        (m.start(), m.end()) for m in re.finditer(r"[^,]+", text[start:end]) if m.group().strip(_EDGE)
    ]
    places = [(start + a, start + b) for a, b in pieces]
    found: list[FoundName] = []
    at = 0
    while at < len(places):
        given = text[slice(*places[at + 1])].strip(" ,;") if at + 1 < len(places) else ""
        family_start, family_end = _trim(text, *places[at])
        family = text[family_start:family_end]
        if found and _SUFFIX.fullmatch(family):
            last = found[-1]
            if isinstance(last.name, Name):
                found[-1] = FoundName(evolve(last.name, suffix=family), last.start, family_end)
            at += 1
        elif given and _is_given(family, given):
            name = _read_family(family, _drop_stop(given))
            found.append(FoundName(name, family_start, _trim(text, *places[at + 1])[1]))
            at += 2
        else:
            found += [shift_name(one, family_start) for one in read_names(family)]
            at += 1
    return found


def _read_family(family: str, given: str) -> Name:
    """The person whose surnames, with their particles, are `family`: no word of them is a given name."""
    person = read_person(family)
    if person.given is not None:
        return Name(family=family, given=given)
    return evolve(person, given=given)


def _is_given(family: str, given: str) -> bool:
    """Whether `given` can stand behind `family`: initials can, and a few names behind one surname."""
    if _INITIALS.fullmatch(given):
        return True
    capitals = [word for word in family.split() if word[:1].isupper()]
    if len(capitals) > 1:
        # "Le Roy Ladurie, Emmanuel", "Álvarez Junco, José"; but "Hans Meier, Karl Vogt" are two persons.
        return (
            len(capitals) <= _MOST_FAMILY and len(given.split()) == 1 and not _ENDS_IN_WORD.search(family)
        )
    return len(capitals) == 1 and len(given.split()) <= _MOST_GIVEN


def _drop_stop(given: str) -> str:
    """`given` without the full stop that ends the authors, which an initial keeps."""
    return given[:-1] if _ENDS_IN_WORD.search(given) else given


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;":
        start += 1
    while start < end and text[end - 1] in " ,;":
        end -= 1
    return start, end
