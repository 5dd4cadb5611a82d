"""CSL positions: first, ibid, ibid-with-locator, subsequent (CSL 1.0.2, "position")."""

from collections.abc import Sequence

from attrs import evolve

from footnotes.model import Cite, Position, Resolution


def assign_positions(cites: Sequence[Cite], resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Give each resolution its position, all cites of one note being one CSL citation.

    A cite is ibid if the cite directly before it in its note is of the same work, or if it is the first
    of its note and the note with cites before it has one cite, of the same work.
    """
    placed: list[Resolution] = []
    cited: set[str] = set()
    size: dict[int, int] = {}
    for cite in cites:
        size[cite.note] = size.get(cite.note, 0) + 1
    for at, (cite, resolution) in enumerate(zip(cites, resolutions, strict=True)):
        before = placed[at - 1] if at else None
        near = at > 0 and (cites[at - 1].note == cite.note or size[cites[at - 1].note] == 1)
        placed.append(
            evolve(resolution, position=_tell_position(resolution, before if near else None, cited))
        )
        cited.add(resolution.target or "")
    return tuple(placed)


def _tell_position(resolution: Resolution, before: Resolution | None, cited: set[str]) -> Position | None:
    if resolution.target is None:
        return None
    if resolution.target not in cited:
        return Position.FIRST
    if before is None or before.target != resolution.target:
        return Position.SUBSEQUENT
    if before.locator is None:
        return Position.IBID_WITH_LOCATOR if resolution.locator else Position.IBID
    if resolution.locator is None:
        return Position.SUBSEQUENT
    return Position.IBID if before.locator == resolution.locator else Position.IBID_WITH_LOCATOR
