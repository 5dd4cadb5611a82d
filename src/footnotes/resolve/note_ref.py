"""References to the author's own notes (rules R25 to R29 of the specification of the notes)."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from footnotes.model import AnyName, Cite, Confidence, Name
from footnotes.resolve.links import Link, doubt, point_nowhere
from footnotes.resolve.seen import Seen
from footnotes.resolve.short import fits_name
from footnotes.resolve.works import Work, holds_title

_NEAR = 3
"""How far off a stale number may be, in notes."""
FORWARD = "forward_reference"
"""What a cite is flagged with that says itself that it points at a note to come ("infra note 9")."""


def resolve_note_ref(cite: Cite, seen: Seen) -> Link:
    """The cite in that note with the name or title that is given; the only one where none is."""
    number = seen.find_number(cite.points_to or "", cite.section)
    if number is not None and number > cite.note and FORWARD in cite.flags:
        return _look_ahead(cite, seen, number)
    if number is None or number >= cite.note:
        return point_nowhere("note_ref", "bad_note_number")
    there = [one for one in seen.by_note.get(number, ()) if seen.find_work(one) is not None]
    if not _names_source(cite):
        return _choose_unnamed(there, seen)
    fitting = [one for one in there if _fits(cite, seen.find_work(one))]
    return _choose_named(fitting, seen) if fitting else _search_near(cite, seen, number)


def _names_source(cite: Cite) -> bool:
    return cite.stated is not None and bool(cite.stated.creators or cite.stated.title)


def _choose_unnamed(there: Sequence[str], seen: Seen) -> Link:
    """The source of the note where it has one; of several nobody knows which (R27, R28)."""
    if not there:
        return point_nowhere("note_ref", "no_antecedent")
    if len({seen.resolved[one][1].target for one in there}) > 1:
        link = Link("note_ref", Confidence.LOW, there[0], candidates=tuple(there), inherits=False)
        return evolve(link, flags=("ambiguous_multi",))
    return _link(there[-1], seen, Confidence.HIGH)


def _choose_named(fitting: Sequence[str], seen: Seen) -> Link:
    if len({seen.resolved[one][1].target for one in fitting}) == 1:
        return _link(fitting[-1], seen, Confidence.HIGH)
    link = evolve(_link(fitting[-1], seen, Confidence.LOW), candidates=tuple(fitting))
    return doubt(link, "author_multiple_works", Confidence.LOW)


def _search_near(cite: Cite, seen: Seen, number: int) -> Link:
    """The number is stale: the nearest note with that author, at most `_NEAR` off, else any earlier one."""
    for note in _list_near(seen, number, cite.note):
        fitting = [one for one in seen.by_note.get(note, ()) if _fits(cite, seen.find_work(one))]
        if fitting:
            return doubt(_link(fitting[-1], seen, Confidence.MEDIUM), "note_number_stale")
    name = cite.stated.creators[0] if cite.stated and cite.stated.creators else None
    works = seen.works.find_by_surname(name) if name else ()
    fitting = [work.root.id for work in works if _fits(cite, work)]
    if fitting:
        last = seen.find_last_cite(fitting[0]) or fitting[0]
        return doubt(_link(last, seen, Confidence.LOW), "note_number_stale")
    return point_nowhere("note_ref", "no_antecedent")


def _list_near(seen: Seen, number: int, before: int) -> Iterator[int]:
    """The numbers of the notes around `number` and before `before`, the nearest first."""
    at = bisect_left(seen.notes, number, key=lambda note: note.number)
    window: Iterable[int] = (note.number for note in seen.notes[max(0, at - _NEAR) : at + _NEAR + 1])
    near = [one for one in window if one < before and abs(one - number) <= _NEAR]
    yield from sorted(near, key=lambda one: (abs(one - number), -one))


def _look_ahead(cite: Cite, seen: Seen, number: int) -> Link:
    """A note to come, where the words say so: the only form that is meant to point forward."""
    later = seen.find_later_in(number)
    works = [work for work in later if not _names_source(cite) or _fits(cite, work)]
    if not works:
        return point_nowhere("note_ref", "no_antecedent")
    root, roots = works[0].root.id, tuple(work.root.id for work in works)
    link = Link("note_ref", Confidence.HIGH, root, root, inherits=False)
    if len(works) == 1:
        return link
    link = evolve(link, confidence=Confidence.LOW, target=None, candidates=roots)
    return evolve(link, flags=("ambiguous_multi",))


def _fits(cite: Cite, work: Work | None) -> bool:
    if work is None or cite.stated is None:
        return False
    named = all(fits_name(work, name) or _is_party(work, name) for name in cite.stated.creators[:1])
    return named and (cite.stated.title is None or holds_title(work, cite.stated.title))


def _is_party(work: Work, name: AnyName) -> bool:
    """Whether `name` is a party of a decision, which is cited by it (OSCOLA 2.1.2: `White (n 1)`)."""
    return work.stated.type == "legal_case" and holds_title(
        work, name.family if isinstance(name, Name) else name.literal
    )


def _link(antecedent: str, seen: Seen, confidence: Confidence) -> Link:
    target = seen.resolved[antecedent][1].target
    return Link("note_ref", confidence, antecedent, target, inherits=False)
