"""The parts of a cite into the draft of it: what each states, by the same families as in `parts`."""

from footnotes.parse.draft import Draft
from footnotes.parse.parts import Part
from footnotes.parse.take.numbers import take_number
from footnotes.parse.take.sources import take_source
from footnotes.parse.take.words import take_words

__all__ = ["take_part"]


def take_part(draft: Draft, part: Part) -> bool:
    """Add `part` to `draft`; False if it is prose or a remark, and the cite ends before it."""
    if not (take_source(draft, part) or take_number(draft, part) or take_words(draft, part)):
        return False
    draft.kinds.add(part.kind)
    draft.end = part.end
    return True
