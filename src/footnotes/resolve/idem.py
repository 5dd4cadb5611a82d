"""Idem: a new work by the author of the cite before (rule R18 of the specification of the notes)."""

from footnotes.model import Cite, Confidence
from footnotes.resolve.links import Link
from footnotes.resolve.seen import Seen


def resolve_idem(cite: Cite, seen: Seen) -> Link:
    """The work is its own target; its author is that of the cite just before, followed to its work."""
    ids = list(seen.resolved)
    before = seen.resolved[ids[-1]][1].target if ids else None
    if before is None:
        return Link("idem", Confidence.MEDIUM, target=cite.id, flags=("author_unknown",))
    return Link("idem", Confidence.HIGH, target=cite.id, author_from=before)
