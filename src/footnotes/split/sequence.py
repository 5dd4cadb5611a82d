"""Which label is which: a whole series of labels is aligned to the numbers it counts.

A label is never looked up by itself, because the damage is in the labels: the series
`xxxix xli xlii xlii xliii` counts 39 to 43. The alignment is the cheapest monotone path
(specification of the notes, section 3.2, whose costs these are).
"""

import functools
from collections.abc import Callable, Sequence

from attrs import field, frozen

from footnotes.text.roman import LARGEST, format_roman

GAP = 2.0
"""The cost of each number that no label stands for."""
DUPLICATE = 1.5
"""The cost of the same number once more (an inserted note)."""
RESTART = 1.0
"""The cost of beginning again at 1, where that may be."""
DROP = 3.0
"""The cost of calling a mark no label at all."""
START = 3.0
"""The most that beginning at another number than 1 costs."""
_AHEAD = 7
_WIDTH = 24

# What OCR confuses costs a fifth of an edit (section 3.1).
_CONFUSED = ("l1i|!j", "x×", "vyu", "o0", "s5", "b8", "z2", "g9", "nu", "ce")


def _format_arabic(number: int) -> str:
    return str(number)


SCHEMES: dict[str, tuple[Callable[[int], str], float]] = {
    "roman": (format_roman, 1.0),
    "arabic": (_format_arabic, 2.0),
}
"""How numbers are written, and what an edit costs: any digits are a number, so theirs count double."""


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
        return SCHEMES[self.scheme][0](place.ordinal)


@frozen
class _Step:
    cost: float
    place: Place | None
    state: Place
    before: "_Step | None" = field(repr=False)


def align_series(labels: Sequence[str], may_restart: Sequence[bool] | None = None) -> Alignment:
    """Align folded `labels` in document order to the numbers they count, in the scheme that costs least.

    `may_restart` says of each label whether a new run may begin there (a heading stands before it).
    """
    restarts = may_restart or [False] * len(labels)
    found = [_align(labels, restarts, scheme) for scheme in SCHEMES]
    return min(found, key=lambda alignment: alignment.cost)


def _align(labels: Sequence[str], may_restart: Sequence[bool], scheme: str) -> Alignment:
    steps = [_Step(0.0, None, Place(0), None)]
    for label, restart in zip(labels, may_restart, strict=True):
        best: dict[Place, _Step] = {}
        for step in steps:
            for following in _follow(step, label, scheme, restart=restart):
                known = best.get(following.state)
                if known is None or following.cost < known.cost:
                    best[following.state] = following
        steps = sorted(best.values(), key=lambda step: step.cost)[:_WIDTH]
    last: _Step | None = steps[0]
    cost, places = steps[0].cost, []
    while last is not None and last.before is not None:
        places.append(last.place)
        last = last.before
    return Alignment(tuple(reversed(places)), scheme, cost)


def _follow(step: _Step, label: str, scheme: str, *, restart: bool) -> list[_Step]:
    at = step.state
    steps = [_Step(step.cost + DROP, None, at, step)]

    def reach(cost: float, place: Place) -> None:
        state = Place(place.ordinal, place.run)
        steps.append(_Step(step.cost + cost + _measure(label, place.ordinal, scheme), place, state, step))

    if at.ordinal:
        reach(DUPLICATE, Place(at.ordinal, at.run, repeated=True))
    for ahead in range(1, _AHEAD + 1):
        reach(GAP * (ahead - 1), Place(at.ordinal + ahead, at.run))
    if not at.ordinal and label.isdigit() and int(label) > _AHEAD:
        reach(START, Place(int(label), at.run))
    if restart and at.ordinal > 1:
        reach(RESTART, Place(1, at.run + 1))
    return steps


@functools.lru_cache(maxsize=65536)
def _measure(label: str, ordinal: int, scheme: str) -> float:
    write, weight = SCHEMES[scheme]
    if ordinal > LARGEST and scheme == "roman":
        return DROP * 2
    expected = write(ordinal)
    return 0.0 if label == expected else weight * _distance(label, expected)


def _distance(one: str, other: str) -> float:
    row = [float(i) for i in range(len(other) + 1)]
    for i, a in enumerate(one, start=1):
        above, row = row, [float(i)]
        for j, b in enumerate(other, start=1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + _substitute(a, b)))
    return row[-1]


@functools.cache
def _substitute(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 0.2 if any(one in group and other in group for group in _CONFUSED) else 1.0
