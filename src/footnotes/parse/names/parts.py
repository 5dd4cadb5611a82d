"""One person's name in its parts: given names, particles, family name, suffix."""

from footnotes.model import Name
from footnotes.parse.names.particles import (
    CAPITAL_PARTICLES,
    load_given,
    load_particle_words,
    load_particles,
)
from footnotes.parse.names.persons import INITIALS, SUFFIX, find_double
from footnotes.parse.names.spanish import find_two_surnames, may_have_two_surnames


def _find_compound(words: list[str]) -> int | None:
    """Where a family name of several words begins in `words`, given names first; None if it is one word.

    "y" joins two, Spanish ones stand side by side, and what a particle with a capital begins is one
    (`Emmanuel Le Roy Ladurie`, `Cortlandt Van Rensselaer`).
    """
    particles = load_particle_words()
    double = find_double(words)
    double = find_two_surnames(words, particles) if double is None else double
    if double is not None:
        return double
    within = next((i for i, word in enumerate(words[1:-1], 1) if word in CAPITAL_PARTICLES), None)
    small = next((i for i, word in enumerate(words[:-1]) if word in particles), len(words) - 1)
    if within is not None and within < small:
        return within
    before = len(words) - 2
    return before if before > 0 and small > before and words[before].lower() in particles else None


def is_doubtful(text: str) -> bool:
    """Whether it cannot be told where the surname of the person `text` begins (`Carlos Guilherme Mota`)."""
    return may_have_two_surnames(text.split(), load_particle_words())


def _opens_given(words: list[str]) -> bool:
    """Whether a name opens with a given name that elsewhere is a particle: `Ben Jonson`."""
    return words[0] in load_given()


def read_person(text: str) -> Name:
    """One person's name, given names first, in its parts.

    The family name is the last word with the particles before it; where only initials follow
    the first word, it is the first (`Əliyev H.`, specification of the notes, section 5.5).
    """
    suffix = SUFFIX.search(text)
    words = (text[: suffix.start()] if suffix else text).split()
    if (
        len(words) > 1
        and not INITIALS.fullmatch(words[0])
        and all(INITIALS.fullmatch(word) for word in words[1:])
    ):
        return Name(family=words[0], given=" ".join(words[1:]))
    if len(words) > 2 and words[0] in CAPITAL_PARTICLES and INITIALS.fullmatch(words[2]):  # noqa: PLR2004 - "Ле Гофф Ж."
        return Name(family=" ".join(words[:2]), given=" ".join(words[2:]))
    particles = load_particle_words()
    if (compound := _find_compound(words)) is not None:
        return Name(
            " ".join(words[compound:]), " ".join(words[:compound]), suffix=suffix[1] if suffix else None
        )
    first = next((i for i, word in enumerate(words[:-1]) if word in particles), len(words) - 1)
    if len(words) > 1 and all(word.lower() in particles for word in words[:-1]) and not _opens_given(words):
        # "De Waal", "Van Gogh" at the start of a note: the particle of a surname alone, with a capital.
        return Name(words[-1], non_dropping_particle=" ".join(words[:-1]))
    last = first
    while last < len(words) - 1 and words[last] in particles:
        last += 1
    particle = " ".join(words[first:last]) or None
    goes = particle is not None and load_particles().get(particle, "stays") == "goes"
    return Name(
        family=" ".join(words[last:]),
        given=" ".join(words[:first]) or None,
        dropping_particle=particle if goes else None,
        non_dropping_particle=None if goes else particle,
        suffix=suffix[1] if suffix else None,
    )
