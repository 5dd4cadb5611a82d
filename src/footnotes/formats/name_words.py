"""A person in one line of plain text, `de Waal, Thomas, Jr.`, as RIS and tables have it.

A particle goes by case, as in BibTeX: before the surname it stays with it, behind the given name it goes.
"""

import re

from attrs import evolve

from footnotes.model import AnyName, LiteralName, Name
from footnotes.text.others import means_others

_BLANKS = re.compile(r"\s+")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]")
_LEANING = re.compile(r"(?:[^\W\d_aeiou]['’ʼ‘]|[-‐])$", re.IGNORECASE)
"""A particle that leans on the surname without a blank: d’Alembert, al-Ṭabarī, but de’ Medici."""
_LEANS = re.compile(r"((?:[dl]|dell|dall|all)['’ʼ‘]|(?:a[dlnrstz]|ash|el|ul)-)(?=\w)")


def stands_for_others(name: AnyName) -> bool:
    """Whether a name says only that there are more people."""
    return isinstance(name, LiteralName) and means_others(name.literal)


def join_particle(particle: str | None, family: str) -> str:
    """The surname with its particle before it."""
    if not particle or not family:
        return particle or family
    return f"{particle}{family}" if leans(particle) else f"{particle} {family}"


def leans(particle: str) -> bool:
    """Whether a particle stands at its surname without a blank."""
    return _LEANING.search(particle) is not None


def part_particle(name: Name) -> Name:
    """The name with a particle that leans on its surname apart, as programs of CSL part it."""
    match = None if name.non_dropping_particle else _LEANS.match(name.family)
    if match is None:
        return name
    return evolve(name, non_dropping_particle=match[1], family=name.family[match.end() :])


def spell_forwards(name: AnyName) -> str:
    """A name as it is said: `Jean d’Alembert`, and surname first without a blank in East Asian script."""
    if isinstance(name, LiteralName):
        return name.literal
    family = join_particle(name.non_dropping_particle, name.family)
    if _EAST_ASIAN.search(family):
        return f"{family}{name.given or ''}"
    return " ".join(part for part in (name.given, name.dropping_particle, family, name.suffix) if part)


def spell_listed(name: AnyName) -> str:
    """A name as a list has it: surname first, with a comma only where that is not how it is said."""
    if isinstance(name, LiteralName) or _EAST_ASIAN.search(name.family):
        return spell_forwards(name)
    return spell_person(name).removesuffix(",")


def spell_person(name: Name) -> str:
    """`particle Family, Given particle, Suffix` for people; a surname alone keeps its comma."""
    return _spell(name, join_particle(name.non_dropping_particle, name.family))


def spell_apart(name: Name) -> str:
    """The same with a blank behind every particle, such that `read_person` finds it again."""
    return _spell(name, " ".join(part for part in (name.non_dropping_particle, name.family) if part))


def _spell(name: Name, family: str) -> str:
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    return f"{family}, {given}, {name.suffix}" if name.suffix else f"{family}, {given}".rstrip(" ")


def read_person(text: str) -> Name:
    """The person of such a line; what is behind the second comma is the suffix."""
    family, given, suffix = [*(part.strip() for part in text.split(",", 2)), "", ""][:3]
    words = _split(family)
    stays = _count_particles(words)
    others = _split(given)
    goes = _count_particles(others[::-1])
    kept = len(others) - goes
    return Name(
        family=" ".join(words[stays:]) if stays else family,
        given=(" ".join(others[:kept]) if goes else given) or None,
        dropping_particle=" ".join(others[kept:]) or None,
        non_dropping_particle=" ".join(words[:stays]) or None,
        suffix=suffix or None,
    )


def _split(text: str) -> list[str]:
    return [word for word in _BLANKS.split(text) if word]


def _count_particles(words: list[str]) -> int:
    """How many leading words are in lower case; the last one is never a particle."""
    count = 0
    while count < len(words) - 1 and words[count][0].islower():
        count += 1
    return count
