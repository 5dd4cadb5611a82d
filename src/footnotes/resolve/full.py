"""Full citations: the first of a work introduces it, the others repeat it."""

from footnotes.model import Cite, Confidence
from footnotes.resolve.links import Link, point_at_itself
from footnotes.resolve.seen import Seen


def resolve_full(cite: Cite, seen: Seen) -> Link:
    """A work not seen before is its own target; a repeated full citation points at the first (rule R33)."""
    if cite.stated is None:
        return point_at_itself(cite, "full")
    for work in seen.find_by_title(cite.stated.title) if cite.stated.title else ():
        if seen.is_same_work(work.stated, cite.stated):
            return Link(
                "duplicate_full",
                Confidence.HIGH,
                work.root.id,
                work.root.id,
                flags=("duplicate_full",),
                inherits=False,
            )
    return point_at_itself(cite, "full")
