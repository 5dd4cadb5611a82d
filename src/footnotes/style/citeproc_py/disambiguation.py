"""Which works have one short form, and what is done about it (CSL 1.0.2, "Disambiguation").

In the order of the specification: given names, more names, the branch that the style has for this, and a
letter behind the year. Each is tried by printing the short forms with it, and kept where they then differ.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from footnotes.style.citeproc_py.details import KnownNames
from footnotes.style.citeproc_py.expansion import Print, expand_names, part_works
from footnotes.style.citeproc_py.searching import has_element
from footnotes.style.citeproc_py.state import State
from footnotes.style.citeproc_py.year_letters import give_letters


@frozen
class _Options:
    """What a style allows."""

    given: bool
    names: bool
    branch: bool
    letters: bool
    rule: str

    @property
    def is_by_cite(self) -> bool:
        """Whether given names are expanded only where cites would be the same without."""
        return self.given and self.rule == "by-cite"

    @property
    def is_global(self) -> bool:
        """Whether they are expanded wherever two people share a surname."""
        return self.given and self.rule != "by-cite"


def tell_apart(
    root: Any, first: Mapping[str, int | None], order: Callable[[], Iterable[str]], show: Print
) -> None:
    """Settle in the state of the style what more is shown of which work, and its letter.

    `first` are the works with the notes that cite each first. Where a style prints their numbers works
    differ by them, unless two of them share a note; in that note itself there is no number. `order` gives
    the works as the bibliography has them, by which letters are given.
    """
    state, options = root.state, _read_options(root)
    forms = _show_all(state, first, show)
    if options.is_global:
        _know_names(state, options)
        forms = _show_all(state, first, show)
    alike: list[Sequence[str]] = []
    for works in _group(forms):
        numbered = {one: show(one, first[one]) for one in works}
        if len(_group(numbered)) == 0:
            state.alike.update(works)
            continue
        for rest in expand_names(works, state, show, given=options.is_by_cite, hidden=options.names):
            alike += _try_branch(rest, state, options, show) if options.branch else [rest]
    if options.letters and alike:
        state.letters = give_letters(alike, order())


def changes_entries(root: Any) -> bool:
    """Whether what tells works apart shows in the bibliography: letters and names do, no branch does."""
    options = _read_options(root)
    return options.letters or options.names or options.given


def _read_options(root: Any) -> _Options:
    asked = root.citation.get
    return _Options(
        given=asked("disambiguate-add-givenname") == "true",
        names=asked("disambiguate-add-names") == "true",
        branch=has_element(root, "citation", "disambiguate", "true"),
        letters=asked("disambiguate-add-year-suffix") == "true",
        rule=asked("givenname-disambiguation-rule", "by-cite"),
    )


def _show_all(state: State, works: Iterable[str], show: Print) -> dict[str, str]:
    """The short form of each, the names in it noted down."""
    state.rows = {one: [] for one in works}
    state.notes_names = True
    forms = {one: show(one, None) for one in sorted(works)}
    state.notes_names = False
    return forms


def _group(forms: Mapping[str, str]) -> list[Sequence[str]]:
    """The works, of two or more, whose forms are the same."""
    groups: dict[str, list[str]] = {}
    for one, form in forms.items():
        groups.setdefault(form, []).append(one)
    return [works for works in groups.values() if len(works) > 1]


def _know_names(state: State, options: _Options) -> None:
    """Note the people that cites show, so that each is expanded as far as another of the name demands."""
    known = KnownNames(only_initials=options.rule.endswith("with-initials"))
    state.only_first = options.rule.startswith("primary-name")
    for rows in state.rows.values():
        for row in rows[:1] if state.only_first else rows:
            for person in row.people[: 1 if state.only_first else row.shown]:
                known.add(person)
    state.known = known


def _try_branch(works: Sequence[str], state: State, options: _Options, show: Print) -> list[Sequence[str]]:
    """The sets that are the same still with the branch that the style has for such works.

    All works take it, or none if it tells none of them apart and letters will.
    """
    before = state.details[works[0]]
    parts = part_works(works, evolve(before, has_branch=True), state, show)
    if len(parts) == 1 and options.letters:
        state.details.update(dict.fromkeys(works, before))
    return [part for part in parts if len(part) > 1]
