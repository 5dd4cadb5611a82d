"""Which marker calls which note, where the two series do not simply run side by side.

A marker is matched by its place, unless its label tells more: of the ways to read both series that one is
taken which supposes the fewest mishaps. A mishap is a misprint, a mark that is no label, a stretch that is
lost on one side; a number printed twice is as rare as two. Where all labels could be right as they are
printed, no two of them are wrong.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from footnotes.split.schemes import SCHEMES
from footnotes.split.sequence import Place
from footnotes.split.series import Series, read_literally

Known = frozenset[int]


def match_series(
    openings: Series,
    calls: Series,
    recount_openings: Callable[[Known], Series],
    recount_calls: Callable[[Series, Known], Series],
    breaks: Sequence[int],
) -> tuple[Series, Series]:
    """Both series with numbers that agree: a note and its markers have the same one.

    `recount_openings` aligns the notes again with the numbers that are `Known` from elsewhere,
    `recount_calls` the markers that there are beside some notes. After `breaks` a count may begin again.
    """
    if not openings.marks or not calls.marks or _run_side_by_side(openings, calls):
        return openings, calls
    best, least = (openings, calls), _count_mishaps(openings, calls)
    for notes in (openings, recount_openings(_list_known(calls))):
        beside = calls if notes.marks == openings.marks else recount_calls(notes, frozenset())
        for markers in (beside, recount_calls(notes, _list_known(notes))):
            for pair in ((notes, markers), _number_by_label(notes, markers)):
                mishaps = _count_mishaps(*pair)
                if mishaps < least:
                    best, least = pair, mishaps
    return _read_literally(best, recount_calls, breaks) or best


def _read_literally(
    best: tuple[Series, Series], recount_calls: Callable[[Series, Known], Series], breaks: Sequence[int]
) -> tuple[Series, Series] | None:
    """All labels as they are printed, if that can be and is likelier than `best`.

    It is likelier than two misprints; and than one, if each label of one series is found in the other.
    """
    misprints = sum(map(_count_misprints, best))
    for whole in (True, False) if misprints else ():
        notes = read_literally(best[0], breaks, whole=whole)
        if notes is None:
            continue
        beside = best[1] if notes.marks == best[0].marks else recount_calls(notes, frozenset())
        calls = read_literally(beside, breaks, whole=whole)
        if calls is not None:
            notes, calls = _number_by_label(notes, calls)
            noted, called = set(notes.numbers), set(calls.numbers)
            if called <= noted or noted <= called or (misprints > 1 and not whole):
                return notes, calls
        elif (shuffled := _read_shuffled(notes, beside)) is not None:
            return _number_by_label(notes, shuffled)
    return None


def _read_shuffled(notes: Series, calls: Series) -> Series | None:
    """The markers with their labels as printed, in any order, if each names a note and none comes twice."""
    ordinals = dict(zip(notes.labels, notes.places, strict=True))
    marks = tuple(mark for mark in calls.candidates if mark.label in ordinals)
    labels = tuple(mark.label for mark in marks)
    if not notes.has_one_run or len(marks) < len(calls.marks) or len(set(labels)) < len(labels):
        return None
    places = tuple(ordinals[label] for label in labels)
    return evolve(calls, marks=marks, labels=labels, places=places, numbers=(0,) * len(marks))


def _count_misprints(series: Series) -> int:
    """How many labels are supposed not to be what is printed."""
    rows = zip(series.marks, series.labels, strict=True)
    return (
        len(series.candidates)
        - len(series.marks)
        + sum(_differs(mark.label, label) for mark, label in rows)
    )


def _run_side_by_side(openings: Series, calls: Series) -> bool:
    """Whether each note has its one marker, and no label that both print is read otherwise."""
    if openings.numbers != calls.numbers or openings.labels != calls.labels:
        return False
    rows = zip(openings.marks, calls.marks, openings.labels, strict=True)
    return not any(note.label == call.label and _differs(note.label, label) for note, call, label in rows)


def _list_known(series: Series) -> frozenset[int]:
    """The numbers that a series prints or stands for."""
    read = SCHEMES[series.scheme].read
    printed = (read(mark.label) for mark in series.marks)
    return frozenset({*(one for one in printed if one), *(place.ordinal for place in series.places)})


def _count_mishaps(openings: Series, calls: Series) -> int:
    misread = sum(map(_count_misprints, (openings, calls)))
    misread += 2 * sum(place.repeated for series in (openings, calls) for place in series.places)
    notes = dict(zip(openings.numbers, openings.places, strict=True))
    called = set(calls.numbers)
    pairs = [
        (place.ordinal - note.ordinal, place.run - note.run)
        for number, place in zip(calls.numbers, calls.places, strict=True)
        if (note := notes.get(number)) is not None
    ]
    shifts = sum(one != other for one, other in pairwise([(0, 0), *pairs]))
    lost = _count_runs(called - notes.keys()) + _count_runs(notes.keys() - called)
    return misread + shifts + lost


def _count_runs(numbers: Iterable[int]) -> int:
    found = set(numbers)
    return sum(number - 1 not in found for number in found)


def _differs(printed: str, label: str) -> bool:
    return printed != label.removesuffix("bis")


Key = tuple[int, int, int]
"""In which run a label stands, its ordinal, and the how manieth of it that is."""


def _number_by_label(openings: Series, calls: Series) -> tuple[Series, Series]:
    """Both series with one number for one label; a marker that stands twice calls one note twice."""
    notes, markers = _list_keys(openings.places), _list_keys(calls.places)
    noted = set(notes)
    markers = [key if key in noted else (*key[:2], 0) for key in markers]
    numbers = _number_keys(sorted({*notes, *markers}))
    labels = [
        label if key[2] else label.removesuffix("bis")
        for key, label in zip(markers, calls.labels, strict=True)
    ]
    return (
        evolve(openings, numbers=tuple(numbers[key] for key in notes)),
        evolve(calls, numbers=tuple(numbers[key] for key in markers), labels=tuple(labels)),
    )


def _list_keys(places: Sequence[Place]) -> list[Key]:
    seen = Counter[tuple[int, int]]()
    keys = []
    for place in places:
        at = (place.run, place.ordinal)
        keys.append((*at, seen[at]))
        seen[at] += 1
    return keys


def _number_keys(keys: Sequence[Key]) -> dict[Key, int]:
    """Numbers, unique in the document: a gap stays a gap, what is repeated or restarted counts on."""
    numbers: dict[Key, int] = {}
    shift = run = last = 0
    for key in keys:
        if key[0] != run:
            shift, run = last, key[0]
        shift += key[2] > 0
        last = numbers[key] = key[1] + shift
    return numbers
