"""Names that are not in their parts."""

import re
from collections.abc import Iterator

from footnotes.formats.ris.fields import find_variable
from footnotes.model import NAME_VARIABLES, AnyName, Name
from footnotes.validate.finding import Remark
from footnotes.validate.subject import Subject

_ET_AL = re.compile(r"\b(?:et\.? al\b|u\.\s?a\.|и др\.)", re.IGNORECASE)
_SEVERAL = re.compile(r";|\s&\s|\s(?:and|und)\s")
_MARKUP = re.compile(r"\d(?!(?:st|nd|rd|th)\b)|[<>@]|\\[a-z]+|orcid|https?:", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_][\w'’-]+,\s+[^\W\d_][\w.'’ -]*")
_PARTS = re.compile(r"^(?!(?:ibn|bin|ben|bint|ab[uūiī]|umm|al|el)\b)[^\s]+\s", re.IGNORECASE)
"""A name of several words that is no single one: Ibn Khaldūn and Abū Nuwās have one."""
_BRACES = re.compile(r"\{[^{}]*\}")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_IN_ENTRIES = ("author", "editor", "translator")
_FULL_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,3}")
_MOST_COMMAS = 2
_SHORTEST = 4


def _list_names(subject: Subject) -> Iterator[tuple[str, AnyName]]:
    for variable in NAME_VARIABLES:
        for name in getattr(subject.work, variable):
            yield variable, name


def _spell(name: AnyName) -> str:
    if not isinstance(name, Name):
        return name.literal
    return " ".join(part for part in (name.given, name.family, name.suffix) if part)


def find_unsplit_names(subject: Subject) -> Iterator[Remark]:
    """A person in one string, "Smith, John", where the parts should stand apart."""
    for variable, name in _list_names(subject):
        if not isinstance(name, Name):
            if _PERSON.fullmatch(name.literal):
                yield Remark(f"“{name.literal}” in {variable} looks like a person in one string.", variable)
        elif not name.given and subject.dialect == "csl-json" and _PARTS.search(name.family.strip()):
            yield Remark(
                f"“{name.family}” in {variable} has a surname only: the parts stand in one.", variable
            )

    yield from _find_unlisted(subject)
    yield from _find_uncertain_people(subject)


def _find_unlisted(subject: Subject) -> Iterator[Remark]:
    """An author of CSL-JSON that is a text or lone name, where every program wants a list."""
    for variable in NAME_VARIABLES:
        found = subject.entry.find(variable) if subject.entry else None
        if found and found.value and isinstance(found.value, str | dict):
            yield Remark(f"The {found.name} is no list of names.", variable)


def _find_uncertain_people(subject: Subject) -> Iterator[Remark]:
    """`John Smith` in RIS: of two words without a comma nobody can tell a person from an institution."""
    for one in subject.entry.lines if subject.entry and subject.format == "ris" else ():
        variable = find_variable(one.name, subject.work.type)
        if variable in NAME_VARIABLES and "," not in one.text and _FULL_NAME.fullmatch(one.text.strip()):
            yield Remark(
                f"“{one.text}” has no comma: RIS wants “Smith, John” for people, “World Bank,” for others.",
                variable,
                one.span,
            )


def find_wrong_commas(subject: Subject) -> Iterator[Remark]:
    """Commas where a name has none: "Smith, John, Jones, Mary" for two people."""
    for variable, name in _list_names(subject):
        if isinstance(name, Name) and any("," in (part or "") for part in (name.family, name.given)):
            yield Remark(f"“{_spell(name)}” in {variable} has a comma inside a part of the name.", variable)
    for variable in _IN_ENTRIES:
        raw = subject.read_raw(variable) if subject.dialect != "csl-json" else None
        for piece in _AND.split(_BRACES.sub("", raw or "")):
            if piece.count(",") > _MOST_COMMAS and "=" not in piece:
                yield Remark(f"“{' '.join(piece.split())}” has more commas than one name has.", variable)


def find_et_al(subject: Subject) -> Iterator[Remark]:
    """The words “et al.” among the names, where it is a person of that name."""
    told: set[str] = set()
    for variable, name in _list_names(subject):
        if _ET_AL.search(_spell(name)):
            told.add(variable)
            yield Remark(
                f"“{_spell(name)}” in {variable} is no name; BibTeX writes “and others”.", variable
            )
    for variable in _IN_ENTRIES:
        if variable in told:
            continue
        # Our reader knows what is meant; biber and BibTeX read a person called Al.
        raw = subject.read_raw(variable) if subject.dialect != "csl-json" else None
        if raw and (found := _ET_AL.search(raw)):
            yield Remark(f"“{found[0]}” in {variable} is no name; BibTeX writes “and others”.", variable)


def find_several_in_one(subject: Subject) -> Iterator[Remark]:
    """Several people in one name, joined by a semicolon or an ampersand."""
    for variable, name in _list_names(subject):
        text = _spell(name)
        if ";" in text or (isinstance(name, Name) and _SEVERAL.search(text)):
            yield Remark(f"“{text}” in {variable} is several names in one.", variable)


def find_names_in_capitals(subject: Subject) -> Iterator[Remark]:
    """A surname in capitals, which every style prints so."""
    for variable, name in _list_names(subject):
        # Without a given name it is rather UNESCO.
        family = name.family if isinstance(name, Name) and name.given else ""
        if len(family) >= _SHORTEST and family.isupper():
            yield Remark(f"“{family}” in {variable} is in capitals.", variable)


def find_foreign_matter(subject: Subject) -> Iterator[Remark]:
    """Figures, addresses or markup in a person's name."""
    for variable, name in _list_names(subject):
        if isinstance(name, Name) and (found := _MARKUP.search(_spell(name))):
            yield Remark(
                f"“{_spell(name)}” in {variable} has “{found[0]}”, which is no part of a name.", variable
            )
