"""Which levels of a place a back-reference inherits (specification of the notes, section 2.4)."""

from footnotes.model import Locator, Reference, join_levels, list_levels, rank_label


def inherit_levels(stated: Locator, inherited: Locator | None) -> Locator:
    """`stated` with the levels of `inherited` that lie outside its own outermost level.

    After `vol. 1, 300` an `Ibid., 305` is volume 1, page 305; an `Ibid., vol. 3` has no page.
    """
    if inherited is None:
        return stated
    own = list_levels(stated)
    outermost = min(rank_label(label) for label, _ in own)
    kept = tuple(level for level in list_levels(inherited) if rank_label(level[0]) < outermost)
    return join_levels((*kept, *own))


def add_volume(locator: Locator, work: Reference | None) -> Locator:
    """`locator` in the volume that the full citation of a book names: `vol. 1, 300`."""
    if work is None or work.type != "book" or not work.volume or locator.levels:
        return locator
    return join_levels((("volume", work.volume), (locator.label, locator.value)))
