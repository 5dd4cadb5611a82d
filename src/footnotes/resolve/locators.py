"""The place cited: its levels, and which of them a back-reference inherits (section 2.4)."""

from footnotes.model import Locator, Reference

_LEVELS = (
    ("archive",),
    ("fond", "collection"),
    ("opis", "series"),
    ("delo", "box", "file", "folder"),
    ("volume",),
    ("book",),
    ("part",),
    ("chapter",),
    ("section", "article-locator", "paragraph", "title-locator"),
    ("page", "folio", "column", "line", "verse", "figure", "table"),
    ("note",),
)
_RANKS = {label: rank for rank, labels in enumerate(_LEVELS) for label in labels}
"""How far inside a level lies, from the archive to the note on a page."""
_INNERMOST = len(_LEVELS) - 2
Level = tuple[str, str]


def list_levels(locator: Locator) -> tuple[Level, ...]:
    """The levels of `locator` from outer to inner, also where there is one."""
    return locator.levels or ((locator.label, locator.value),)


def join_levels(levels: tuple[Level, ...]) -> Locator:
    """A locator of `levels`; its own label and value are those of the innermost."""
    label, value = levels[-1]
    return Locator(label, value, levels if len(levels) > 1 else ())


def inherit_levels(stated: Locator, inherited: Locator | None) -> Locator:
    """`stated` with the levels of `inherited` that lie outside its own outermost level.

    After `vol. 1, 300` an `Ibid., 305` is volume 1, page 305; an `Ibid., vol. 3` has no page.
    """
    if inherited is None:
        return stated
    own = list_levels(stated)
    outermost = min(_rank(level) for level in own)
    kept = tuple(level for level in list_levels(inherited) if _rank(level) < outermost)
    return join_levels((*kept, *own))


def add_volume(locator: Locator, work: Reference | None) -> Locator:
    """`locator` in the volume that the full citation of a book names: `vol. 1, 300`."""
    if work is None or work.type != "book" or not work.volume or locator.levels:
        return locator
    return join_levels((("volume", work.volume), (locator.label, locator.value)))


def _rank(level: Level) -> int:
    return _RANKS.get(level[0], _INNERMOST)
