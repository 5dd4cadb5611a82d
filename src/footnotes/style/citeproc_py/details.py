"""What is shown of a work beyond the short form of the style, so that no reader takes it for another."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from footnotes.style.citeproc_py.name_parts import NameForm

INITIALS, FULL = 1, 2
"""How far a name is expanded (CSL 1.0.2, "Expansion of Individual Names")."""


@frozen
class Step:
    """One thing more to show: the name at a place of a role, or its given name up to a level."""

    role: str
    at: int
    level: int = 0
    """0 where the name itself is shown, which stood behind "et al."."""


@frozen
class Detail:
    """What more is shown of one work: names by role, given names by place, and the style's own branch."""

    shown: Mapping[str, int] = field(factory=dict)
    levels: Mapping[tuple[str, int], int] = field(factory=dict)
    has_branch: bool = False
    """Whether the condition `disambiguate` of a branch holds."""

    def take(self, step: Step) -> "Detail":
        """This and one thing more."""
        if step.level:
            return evolve(self, levels={**self.levels, (step.role, step.at): step.level})
        return evolve(self, shown={**self.shown, step.role: step.at + 1})


@frozen
class NameRow:
    """The names of one role as a cite shows them: so many of these people, each open to these levels."""

    role: str
    people: Sequence[Any]
    shown: int
    form: NameForm


def list_levels(form: NameForm, *, only_initials: bool = False) -> tuple[int, ...]:
    """How far a name in this form can be expanded."""
    has_initials = form.initial is not None and not form.keeps_given
    if form.is_count or (form.form == "long" and not has_initials):
        return ()
    levels = (INITIALS, FULL) if has_initials else (FULL,)
    return tuple(one for one in levels if one == INITIALS) if only_initials else levels


def expand_form(form: NameForm, level: int) -> NameForm:
    """The form in which a name is written at a level."""
    if not level or form.is_count:
        return form
    initial = form.initial if level == INITIALS or form.keeps_given else None
    return evolve(form, form="long", initial=initial)


class KnownNames:
    """The people that cites name: whose surname, or initial, is also another's."""

    def __init__(self, *, only_initials: bool = False) -> None:
        self._only_initials = only_initials
        self._given: dict[str, set[str]] = {}

    def add(self, person: Any) -> None:
        """One who is named."""
        if family := _read_family(person):
            self._given.setdefault(family, set()).add(_read_given(person))

    def find_level(self, person: Any, form: NameForm) -> int:
        """The least level at which the name is nobody else's; 0 where none is needed, or none helps.

        Where a style goes no further than initials these tell at least some apart: "A. Smith" stands for
        Anna and Adam, but not for Bernd.
        """
        family, given = _read_family(person), _read_given(person)
        others = self._given.get(family, set()) - {given}
        levels = list_levels(form, only_initials=self._only_initials)
        if not others or not given or not levels:
            return 0
        own, initials = _read_initials(given), [_read_initials(one) for one in others]
        if self._only_initials:
            return INITIALS if any(one != own for one in initials) else 0
        return INITIALS if INITIALS in levels and own not in initials else FULL


def _read_family(person: Any) -> str:
    _given, family, _dropping, particle, _suffix = (str(part or "") for part in person.parts())
    return "" if person.get("literal") else f"{particle} {family}".strip()


def _read_given(person: Any) -> str:
    return str(person.parts()[0] or "")


def _read_initials(given: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s.‐-]+", given) if word[:1].isupper()) or given
