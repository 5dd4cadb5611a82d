"""Pointers to the author's own notes and pages: they cite nothing, and no Ibid. means them."""

from attrs import evolve

from footnotes.model import Cite, Confidence
from footnotes.resolve.links import Link, point_nowhere
from footnotes.resolve.seen import Seen


def resolve_cross_ref(cite: Cite, seen: Seen) -> Link:
    """The first cite of the note that is pointed at; nothing for a page of the paper."""
    if cite.points_to is None:
        return point_nowhere("cross_ref", "internal_page_reference")
    link = Link("cross_ref", Confidence.HIGH, flags=("internal_cross_reference",), inherits=False)
    number = seen.find_number(cite.points_to, cite.section)
    if number is None:
        return evolve(link, confidence=Confidence.NONE, flags=(*link.flags, "bad_note_number"))
    there = [*seen.by_note.get(number, ()), *(work.root.id for work in seen.find_later_in(number))]
    return evolve(link, antecedent=there[0] if there else None)
