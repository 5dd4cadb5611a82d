"""Short names that a note declares: "hereafter cited as *Trade*" (rules R30 and R31)."""

from attrs import evolve

from footnotes.model import Cite, Confidence
from footnotes.resolve.links import Link, point_nowhere
from footnotes.resolve.seen import Seen


def resolve_declared(cite: Cite, seen: Seen) -> Link:
    """The work that was given exactly this name; one that is given it only later is taken doubtfully."""
    name = (cite.stated.title if cite.stated else None) or ""
    roots = seen.declared.get(name, [])
    if len(roots) > 1:
        flags = ("declared_twice",)
        link = Link("declared_short", Confidence.LOW, roots[-1], roots[-1], tuple(roots), flags)
        return evolve(link, inherits=False)
    if roots:
        return Link("declared_short", Confidence.HIGH, roots[0], roots[0], inherits=False)
    later = seen.find_later_declared(name)
    if later is not None:
        flags = ("short_before_full",)
        return Link("declared_short", Confidence.MEDIUM, later, later, flags=flags, inherits=False)
    return point_nowhere("declared_short", "no_antecedent")
