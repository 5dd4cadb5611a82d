"""Which later cites are ibid, by the cite directly before them (CSL 1.0.2, "position")."""

from footnotes.model import Position
from footnotes.style.items import CiteItem


def tell_later_position(cite: CiteItem, before: CiteItem | None) -> Position:
    """The position of a cite of a work that was cited before.

    `before` is the cite before it in its note, or the only one of the note before, if there is such a cite.
    """
    if before is None or before.id != cite.id or (before.locator and not cite.locator):
        return Position.SUBSEQUENT
    same = (before.label, before.locator) == (cite.label, cite.locator)
    return Position.IBID if same else Position.IBID_WITH_LOCATOR
