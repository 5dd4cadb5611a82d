"""Short names that a note declares: "hereafter cited as *Trade*" (rules R30 and R31)."""

from footnotes.model import Cite, Confidence
from footnotes.resolve.links import Link, point_nowhere
from footnotes.resolve.seen import Seen


def resolve_declared(cite: Cite, seen: Seen) -> Link:
    """The work that was given exactly this name; one that is given it only later is taken doubtfully."""
    name = (cite.stated.title if cite.stated else None) or ""
    root = seen.declared.get(name)
    if root is not None:
        return Link("declared_short", Confidence.HIGH, root, root, inherits=False)
    later = seen.find_later_declared(name)
    if later is not None:
        flags = ("short_before_full",)
        return Link("declared_short", Confidence.MEDIUM, later, later, flags=flags, inherits=False)
    return point_nowhere("declared_short", "no_antecedent")
