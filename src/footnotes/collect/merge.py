"""Several wordings of one work to one reference."""

from collections.abc import Callable, Sequence
from typing import Any

from attrs import astuple, evolve

from footnotes.model import AnyName, Date, Name, Reference


def merge_references(wordings: Sequence[Reference]) -> Reference:
    """One reference of all `wordings` of a work: the fullest wins, and the others give what it lacks.

    Of names, of the date of publication and of the title the fullest wording is taken; of access dates
    the latest, because that is the day on which the author last saw the page.
    """
    if len(wordings) == 1:
        return wordings[0]
    fullest = max(wordings, key=lambda work: (len(work.stated()), len(work.title or "")))
    ordered = (fullest, *wordings)
    chosen: dict[str, Any] = {}
    for variable in dict.fromkeys(name for work in ordered for name in work.stated()):
        values = [value for work in ordered if (value := getattr(work, variable))]
        chosen[variable] = max(values, key=FULLNESS[variable]) if variable in FULLNESS else values[0]
    return evolve(fullest, **chosen)


def _count_parts(date: object) -> int:
    return sum(part is not None for part in astuple(date.start)) if isinstance(date, Date) else 0


def _count_letters(names: tuple[AnyName, ...]) -> int:
    return sum(len(name.given or "") for name in names if isinstance(name, Name))


def _place_in_time(date: object) -> tuple[int, ...]:
    return tuple(part or 0 for part in astuple(date.start)) if isinstance(date, Date) else ()


FULLNESS: dict[str, Callable[[Any], Any]] = {
    "accessed": _place_in_time,
    "author": _count_letters,
    "editor": _count_letters,
    "issued": _count_parts,
    "title": len,
    "translator": _count_letters,
}
"""How full a value of a variable is; of others the one of the fullest wording is taken."""
