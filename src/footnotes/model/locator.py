"""Places in a work: CSL's locators, and their levels."""

from attrs import frozen

LEVELS = (
    ("archive",),
    ("fond", "collection"),
    ("opis", "series"),
    ("delo", "box", "file", "folder"),
    ("volume",),
    ("book",),
    ("part",),
    ("chapter",),
    ("section", "article-locator", "title-locator", "paragraph"),
    ("page", "folio", "column", "line", "verse", "figure", "table"),
    ("note",),
)
"""The labels of locators from outer to inner (specification of the notes, section 2.4).

Archival levels are called by the archives' own words; all others are labels of CSL 1.0.2.
"""
_RANKS = {label: rank for rank, labels in enumerate(LEVELS) for label in labels}
_INNERMOST = len(LEVELS) - 2
Level = tuple[str, str]


@frozen
class Locator:
    """The place cited: a CSL locator label and its value, ranges written out in full.

    `levels` holds every level from outer to inner where there is more than one,
    such as `(("volume", "2"), ("page", "10"))`; label and value are then those of the innermost.
    """

    label: str
    value: str
    levels: tuple[Level, ...] = ()


def rank_label(label: str) -> int:
    """How far inside the level of `label` lies; what is no known level is as far inside as a page."""
    return _RANKS.get(label, _INNERMOST)


def list_levels(locator: Locator) -> tuple[Level, ...]:
    """The levels of `locator` from outer to inner, also where there is one."""
    return locator.levels or ((locator.label, locator.value),)


def join_levels(levels: tuple[Level, ...]) -> Locator:
    """The locator of `levels`, of which there is at least one."""
    label, value = levels[-1]
    return Locator(label, value, levels if len(levels) > 1 else ())
