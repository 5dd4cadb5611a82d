"""Given names and further names that tell works apart (CSL 1.0.2, "Disambiguation", methods 1 and 2)."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from footnotes.style.citeproc_py.details import Detail, NameRow, Step, list_levels
from footnotes.style.citeproc_py.state import State

Print = Callable[[str, int | None], str]
"""The short form of the work of this id, whose first note has this number or is not told."""


def part_works(works: Iterable[str], detail: Detail, state: State, show: Print) -> list[Sequence[str]]:
    """The sets of works whose short forms are the same when this is shown of each."""
    parts: dict[str, list[str]] = {}
    for one in works:
        state.details[one] = detail
        parts.setdefault(show(one, None), []).append(one)
    return list(parts.values())


def expand_names(
    works: Sequence[str], state: State, show: Print, *, given: bool, hidden: bool
) -> list[Sequence[str]]:
    """The sets that are the same still when given names and names are shown as far as that helps.

    `given` says whether the style expands given names, `hidden` whether it shows more names where it cuts:
    these are added to all works of a set as far as any needs it (`disambiguate-add-names`).
    """
    steps = list(_list_steps([row for one in works for row in state.rows[one]], given=given, hidden=hidden))
    settled = list(_refine(works, steps, Detail(), state, show))
    shown: dict[str, int] = {}
    for _, detail in settled:
        shown |= {role: max(number, shown.get(role, 0)) for role, number in detail.shown.items()}
    for members, detail in settled:
        state.details.update(dict.fromkeys(members, evolve(detail, shown=shown)))
    return [members for members, _ in settled if len(members) > 1]


def _list_steps(rows: Sequence[NameRow], *, given: bool, hidden: bool) -> Iterator[Step]:
    """All that could be shown, in its order: the names that are there, then those behind "et al."."""
    bounds: dict[str, tuple[int, int]] = {}
    levels: dict[str, tuple[int, ...]] = {}
    for row in rows:
        shown, whole = bounds.get(row.role, (0, 0))
        bounds[row.role] = max(shown, row.shown), max(whole, len(row.people))
        levels[row.role] = list_levels(row.form) if given else ()
    for role, (shown, _) in bounds.items():
        yield from (Step(role, at, level) for at in range(shown) for level in levels[role])
    if hidden:
        for role, (shown, whole) in bounds.items():
            for at in range(shown, whole):
                yield from (Step(role, at, level) for level in (0, *levels[role]))


def _refine(
    works: Sequence[str], steps: Sequence[Step], detail: Detail, state: State, show: Print
) -> Iterator[tuple[Sequence[str], Detail]]:
    """The works in sets of one form, each with what it takes to tell it from the others.

    A given name that tells none apart is not kept; names are added one by one until some differ.
    """
    tried = detail
    for number, step in enumerate(steps, 1):
        if not _may_help(step, works, state):
            continue
        shown = tried.take(step)
        parts = part_works(works, shown, state, show)
        if len(parts) > 1:
            for part in parts:
                if len(part) > 1:
                    yield from _refine(part, steps[number:], shown, state, show)
                else:
                    yield part, shown
            return
        tried = tried if step.level else shown
    yield works, detail


def _may_help(step: Step, works: Iterable[str], state: State) -> bool:
    """Whether the works differ at this place at all, so that many alike are not printed in vain."""
    return len({_look_up(step, state.rows[one]) for one in works}) > 1


def _look_up(step: Step, rows: Iterable[NameRow]) -> object:
    people = next((row.people for row in rows if row.role == step.role), ())
    if step.at >= len(people):
        return None
    return tuple(people[step.at].parts()), not step.level and len(people) > step.at + 1
