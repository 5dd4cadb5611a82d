"""Several wordings of one work to one reference."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from footnotes.model import Reference


def merge_references(wordings: Sequence[Reference]) -> Reference:
    """One reference of all `wordings` of a work: the fullest wins, and the others give what it lacks.

    The access date is the latest, because that is the day on which the author last saw it.
    """
    fullest = max(wordings, key=lambda work: (len(work.stated()), len(work.title or "")))
    missing: dict[str, Any] = {}
    for work in wordings:
        for name, value in work.stated().items():
            if not getattr(fullest, name):
                missing.setdefault(name, value)
    return evolve(fullest, **missing)
