"""References to the author's own notes (rules R25 to R29 of the specification of the notes)."""

from attrs import evolve

from footnotes.model import Cite, Confidence
from footnotes.resolve.links import Link, point_nowhere
from footnotes.resolve.seen import Seen, fold_name
from footnotes.resolve.short import holds_title

_NEAR = 3
"""How far off a stale number may be, in notes."""


def resolve_note_ref(cite: Cite, seen: Seen) -> Link:
    """The cite in that note with the name or title that is given; the only one where none is."""
    number = seen.find_number(cite.points_to or "", cite.section)
    if number is None or number >= cite.note:
        return point_nowhere("note_ref", "bad_note_number")
    there = [one for one in seen.by_note.get(number, []) if seen.resolved[one][1].target is not None]
    if cite.stated is None or not (cite.stated.creators or cite.stated.title):
        return _choose_unnamed(there, seen)
    fitting = [one for one in there if _fits(cite, seen, one)]
    if fitting:
        return _link(fitting[-1], seen, Confidence.HIGH)
    return _search_near(cite, seen, number)


def _choose_unnamed(there: list[str], seen: Seen) -> Link:
    if not there:
        return point_nowhere("note_ref", "no_antecedent")
    if len({seen.resolved[one][1].target for one in there}) > 1:
        last = _link(there[-1], seen, Confidence.LOW)
        return evolve(last, candidates=tuple(there), flags=("ambiguous_multi",))
    return _link(there[-1], seen, Confidence.HIGH)


def _search_near(cite: Cite, seen: Seen, number: int) -> Link:
    """The number is stale: the nearest note with that author, at most `_NEAR` off, else any earlier one."""
    notes = sorted(
        (one for one in seen.by_note if one < cite.note), key=lambda one: (abs(one - number), -one)
    )
    for note in notes:
        fitting = [one for one in seen.by_note[note] if _fits(cite, seen, one)]
        if fitting:
            near = Confidence.MEDIUM if abs(note - number) <= _NEAR else Confidence.LOW
            link = _link(fitting[-1], seen, near)
            return evolve(link, flags=("note_number_stale",))
    return point_nowhere("note_ref", "no_antecedent")


def _fits(cite: Cite, seen: Seen, candidate: str) -> bool:
    target = seen.resolved[candidate][1].target
    work = seen.works.get(target) if target else None
    if work is None or cite.stated is None:
        return False
    names = {
        fold_name(name) for name in (*work.stated.author, *work.stated.editor, *work.stated.translator)
    }
    named = all(fold_name(name) in names for name in cite.stated.creators[:1])
    return named and (cite.stated.title is None or holds_title(work.stated, cite.stated.title))


def _link(antecedent: str, seen: Seen, confidence: Confidence) -> Link:
    target = seen.resolved[antecedent][1].target
    return Link("note_ref", confidence, antecedent, target, inherits=False)
