"""CSL positions: first, ibid, ibid-with-locator, subsequent, and the note that cites a work first."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from footnotes.model import Cite, CiteForm, Locator, Position

NEAR_NOTE_DISTANCE = 5
"""How many notes back an earlier cite is near (the default of CSL 1.0.2, `near-note-distance`)."""


@frozen
class Place:
    """Where a cite stands among those of its work: CSL's position and note numbers."""

    position: Position | None = None
    first_note: int | None = None
    near_note: bool = False


class Positions:
    """The walk through the cites that gives each its place, all cites of one note being one CSL citation.

    A cite is ibid if the cite directly before it in its note is of the same work, or if it is the first
    of its note and the note with cites before it has one cite, of the same work (CSL 1.0.2, "position").
    The work consulted for another ("quoted in") is no cite of its own here, nor is a pointer to the paper.
    """

    def __init__(self, cites: Sequence[Cite]) -> None:
        consulted = {cite.via for cite in cites}
        self._counted = {
            cite.id for cite in cites if cite.form is not CiteForm.CROSS_REF and cite.id not in consulted
        }
        self._sizes = Counter(cite.note for cite in cites if cite.id in self._counted)
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._before: tuple[int, str | None, Locator | None] | None = None

    def place(self, cite: Cite, target: str | None, locator: Locator | None) -> Place:
        """The place of `cite`, the next in reading order, which is of the work `target`."""
        placed = Place() if target is None else self._place(cite.note, target, locator)
        if cite.id in self._counted:
            self._before = cite.note, target, locator
        return placed

    def _place(self, note: int, target: str, locator: Locator | None) -> Place:
        last = self._last.get(target)
        placed = Place(
            self._tell_position(note, target, locator),
            self._first.get(target),
            last is not None and 0 < note - last <= NEAR_NOTE_DISTANCE,
        )
        self._first.setdefault(target, note)
        self._last[target] = note
        return placed

    def _tell_position(self, note: int, target: str, locator: Locator | None) -> Position:
        if target not in self._first:
            return Position.FIRST
        note_before, target_before, locator_before = self._before or (0, None, None)
        near = note_before == note or self._sizes[note_before] == 1
        if not near or target_before != target:
            return Position.SUBSEQUENT
        if locator_before is None:
            return Position.IBID_WITH_LOCATOR if locator else Position.IBID
        if locator is None:
            return Position.SUBSEQUENT
        return Position.IBID if locator_before == locator else Position.IBID_WITH_LOCATOR
