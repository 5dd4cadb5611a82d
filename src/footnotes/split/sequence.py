"""Which label is which: a whole series of labels is aligned to the numbers it counts.

A label is never looked up by itself, because the damage is in the labels: the series
`xxxix xli xlii xlii xliii` counts 39 to 43. The alignment is the cheapest monotone path
(specification of the notes, section 3.2, whose costs these are).
"""

from collections.abc import Collection, Sequence

from attrs import define, field, frozen

from footnotes.split.schemes import SCHEMES, measure_label

GAP = 2.0
"""The cost of each number that no label stands for."""
DUPLICATE = 1.5
"""The cost of the same number once more (an inserted note)."""
RESTART = 1.0
"""The cost of beginning again at 1, where that may be."""
DROP = 3.0
"""The cost of calling a mark no label at all."""
START = 2.5
"""The most that beginning at another number than 1 costs."""
LEAP = 12.0
"""The most that missing numbers cost where the labels then go on from there."""
LOST = 0.9
"""The cost of going on with a number that the other series has: what is between is lost in this one."""
_AHEAD = 7
_GAPS = tuple((ahead, GAP * (ahead - 1)) for ahead in range(1, _AHEAD + 1))
_WIDTH = 16
_SURE, _SURE_WIDTH = 4, 4
"""After so many labels in a row that are as they should be, so many paths are enough."""
_WORST = LEAP + DROP
"""A path that is this much dearer than the best is given up."""


@frozen
class Place:
    """Where a label stands in its series: the number it counts, and in which run of numbers."""

    ordinal: int
    run: int = 0
    repeated: bool = False


@frozen
class Alignment:
    """A place for each label (None where a mark is no label), the scheme, and the cost of the path."""

    places: tuple[Place | None, ...]
    scheme: str
    cost: float

    def format_label(self, place: Place) -> str:
        """What should be printed at `place`."""
        return SCHEMES[self.scheme].write(place.ordinal)


@define
class _Step:
    """One label on a path; not frozen, since making it is what takes the time."""

    cost: float
    state: tuple[int, int]
    """The ordinal and the run that the series has reached."""
    repeated: bool | None
    """Whether the label repeats the one before; None if it was dropped."""
    before: "_Step | None" = field(repr=False)
    streak: int = 0
    """How many labels in a row cost nothing."""


def align_series(
    labels: Sequence[str],
    may_restart: Sequence[bool] | None = None,
    scheme: str | None = None,
    known: Collection[int] = (),
    *,
    one_run: bool = False,
) -> Alignment:
    """Align folded `labels` in document order to the numbers they count.

    `may_restart` says of each label whether a new run may begin there because a heading or a new
    page stands before it; elsewhere one begins where 1 is followed by 2. Without `scheme` the one
    is taken that costs least. `known` are numbers that stand elsewhere too, as those of notes do for
    markers: a label that bears one is believed, and what it skips is lost. With `one_run` the count never
    begins again.
    """
    restarts = may_restart or [False] * len(labels)
    best: Alignment | None = None
    for misfits, name in [(0, scheme)] if scheme else _rank_schemes(labels):
        if best is None or DROP * misfits < best.cost:
            found = _align(labels, None if one_run else restarts, name, known)
            best = found if best is None or found.cost < best.cost else best
    return best or Alignment((), next(iter(SCHEMES)), 0.0)


def _rank_schemes(labels: Sequence[str]) -> list[tuple[int, str]]:
    """The schemes with the number of labels that are none of theirs; the fewest first."""
    return sorted(
        (
            (sum(not row.shape.fullmatch(label) for label in labels), name)
            for name, row in SCHEMES.items()
            if row.ranked
        ),
        key=lambda rank: rank[0],
    )


def _align(
    labels: Sequence[str], may_restart: Sequence[bool] | None, scheme: str, known: Collection[int]
) -> Alignment:
    steps, done = _go_straight(labels, scheme)
    first, second = SCHEMES[scheme].write(1), SCHEMES[scheme].write(2)
    restarts = [False] * len(labels) if may_restart is None else may_restart
    rest = zip(labels[done:], [*labels, ""][done + 1 :], restarts[done:], strict=True)
    for label, following, restart in rest:
        anew = restart or (may_restart is not None and label == first and following == second)
        steps = _go_on(steps, label, scheme, known, restart=anew)
    last: _Step | None = steps[0]
    cost, places = steps[0].cost, []
    while last is not None and last.before is not None:
        places.append(None if last.repeated is None else Place(*last.state, last.repeated))
        last = last.before
    return Alignment(tuple(reversed(places)), scheme, cost)


def _go_straight(labels: Sequence[str], scheme: str) -> tuple[list[_Step], int]:
    """The path as far as the labels count 1, 2, 3 ... without a fault, and how many labels that takes.

    The last of them are left, so that what is said of labels in a row holds from there on.
    """
    row, step = SCHEMES[scheme], _Step(0.0, (0, 0), None, None)
    straight = 0
    while straight < min(len(labels), row.largest) and labels[straight] == row.write(straight + 1):
        straight += 1
    done = max(0, straight - 2 * _SURE)
    for ordinal in range(1, done + 1):
        step = _Step(0.0, (ordinal, 0), repeated=False, before=step, streak=ordinal)
    return [step], done


def _go_on(
    steps: Sequence[_Step], label: str, scheme: str, known: Collection[int], *, restart: bool
) -> list[_Step]:
    """The cheapest step to each state that `label` can lead to, the cheapest of all first."""
    best: dict[tuple[int, int], _Step] = {}
    limit = steps[0].cost + DROP + _WORST
    value = SCHEMES[scheme].read(label)
    for step in steps:
        dropped = step.cost + DROP
        if step.state not in best or dropped < best[step.state].cost:
            best[step.state] = _Step(dropped, step.state, None, step)
        for cost, ordinal, run, repeated in _reach(step.state, value, known, restart=restart):
            total, state = step.cost + cost, (ordinal, run)
            former = best.get(state)
            bound = limit if former is None or former.cost > limit else former.cost
            if total >= bound or (distance := measure_label(label, ordinal, scheme)) is None:
                continue
            total += distance
            if total < bound:
                streak = step.streak + 1 if total == step.cost else 0
                best[state] = _Step(total, state, repeated, step, streak)
                limit = min(limit, total + _WORST)
    kept = sorted(best.values(), key=lambda step: step.cost)
    kept = kept[: _SURE_WIDTH if kept[0].streak >= _SURE else _WIDTH]
    return [step for step in kept if step.cost <= kept[0].cost + _WORST]


def _reach(
    state: tuple[int, int], value: int | None, known: Collection[int], *, restart: bool
) -> list[tuple[float, int, int, bool]]:
    """Where a label that reads as `value` may lead from `state`.

    Each with what going there costs, the ordinal, the run, and whether the label repeats the one before.
    """
    at, run = state
    anew = [(RESTART, 1, run + 1, False)] if restart and at > 1 else []
    if value == at + 1:
        # What is as it should be costs nothing, and a gap or a repetition costs no more later than here.
        return [*anew, (0.0, value, run, False)]
    if at:
        anew.append((DUPLICATE, at, run, True))
    anew += [(cost, at + ahead, run, False) for ahead, cost in _GAPS]
    if value in known and value is not None and value > at:
        anew.append((LOST, value, run, False))
    if value and (not at or value > at + _AHEAD):
        anew.append((LEAP if at else min(START, GAP * (value - 1)), value, run, False))
    return anew
