"""Particles of names (`van`, `de la`): which there are, and what each does to the name."""

import functools

from footnotes.parse.vocabulary import load_table

CAPITAL_PARTICLES = {"Ле", "Ла", "Де", "Дю", "Ван", "Фон", "Le", "La", "De", "Du", "Van", "Von"}
"""Particles that are part of a surname where it stands before its initials."""


@functools.cache
def load_particles() -> dict[str, str]:
    """Whether each particle stays with a bare surname or goes."""
    return {row[0]: row[1] for row in load_table("particles")}


@functools.cache
def load_particle_words() -> frozenset[str]:
    """The words that particles are made of."""
    return frozenset(word for particle in load_particles() for word in particle.split())


@functools.cache
def load_given() -> frozenset[str]:
    """Particles that with a capital are given names as well (`Ben`)."""
    return frozenset(row[0].capitalize() for row in load_table("particles") if row[2:] == ("given",))
