"""CSL positions: first, ibid, ibid-with-locator, subsequent, and the note that cites a work first."""

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve

from footnotes.model import Cite, CiteForm, Position, Resolution

NEAR_NOTE_DISTANCE = 5
"""How many notes back an earlier cite is near (the default of CSL 1.0.2, `near-note-distance`)."""


def assign_positions(cites: Sequence[Cite], resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Give each resolution its position, all cites of one note being one CSL citation.

    A cite is ibid if the cite directly before it in its note is of the same work, or if it is the first
    of its note and the note with cites before it has one cite, of the same work (CSL 1.0.2, "position").
    The work consulted for another ("quoted in") is no cite of its own here.
    """
    counted = _count_sources(cites)
    sizes = Counter(cite.note for cite in cites if cite.id in counted)
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    before: tuple[Cite, Resolution] | None = None
    placed: list[Resolution] = []
    for cite, resolution in zip(cites, resolutions, strict=True):
        target = resolution.target
        if target is None:
            placed.append(resolution)
        else:
            near = before and (before[0].note == cite.note or sizes[before[0].note] == 1)
            placed.append(
                evolve(
                    resolution,
                    position=_tell_position(resolution, before[1] if before and near else None, first),
                    first_note=first.get(target),
                    near_note=0 < cite.note - last.get(target, 0) <= NEAR_NOTE_DISTANCE and target in last,
                )
            )
            first.setdefault(target, cite.note)
            last[target] = cite.note
        if cite.id in counted:
            before = cite, resolution
    return tuple(placed)


def _count_sources(cites: Iterable[Cite]) -> set[str]:
    """The cites that count: neither pointers to the paper itself nor what is consulted for another."""
    cites = list(cites)
    consulted = {cite.via for cite in cites}
    return {cite.id for cite in cites if cite.form is not CiteForm.CROSS_REF and cite.id not in consulted}


def _tell_position(resolution: Resolution, before: Resolution | None, cited: dict[str, int]) -> Position:
    if resolution.target not in cited:
        return Position.FIRST
    if before is None or before.target != resolution.target:
        return Position.SUBSEQUENT
    if before.locator is None:
        return Position.IBID_WITH_LOCATOR if resolution.locator else Position.IBID
    if resolution.locator is None:
        return Position.SUBSEQUENT
    return Position.IBID if before.locator == resolution.locator else Position.IBID_WITH_LOCATOR
