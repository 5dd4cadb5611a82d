"""Clues in the body: the author whom the sentence names that calls the note (R21 and section 2.3)."""

from collections.abc import Sequence

from footnotes.model import Cite
from footnotes.resolve.seen import Seen
from footnotes.resolve.works import Work


def find_named_candidate(cite: Cite, candidates: Sequence[str], seen: Seen) -> str | None:
    """The one of `candidates` (ids of cites) whose author the call of the note follows, or None."""
    named = {work.root.id for work in seen.list_named(seen.find_context(cite.note))}
    fitting = [one for one in candidates if seen.resolved[one][1].target in named]
    return fitting[0] if len({seen.resolved[one][1].target for one in fitting}) == 1 else None


def find_named_works(cite: Cite, seen: Seen) -> list[Work]:
    """The works of the author whom the body names last before the call, the most recently cited first."""
    named = seen.list_named(seen.find_context(cite.note))
    last = named[-1].names if named else ()
    return [work for work in named if work.names == last]
