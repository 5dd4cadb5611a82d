"""Where a cite stands among those before it (CSL 1.0.2, "position"), for benchmarks/styles.py."""

from collections.abc import Mapping, Sequence

from attrs import evolve
from note_sequences import Cites

from footnotes.model import Position
from footnotes.style import CiteItem, NoteItems


def place_notes(notes: Sequence[Cites]) -> list[NoteItems]:
    """The notes as citation items with their positions (CSL 1.0.2, "position")."""
    placed: list[NoteItems] = []
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    before: CiteItem | None = None
    alone = True
    for number, cites in enumerate(notes, 1):
        items: list[CiteItem] = []
        for cite in cites:
            near = before if items or alone else None
            items.append(_place(cite, near, first.get(cite["id"]), last.get(cite["id"])))
            first.setdefault(cite["id"], number)
            last[cite["id"]] = number
            before = items[-1]
        alone = len(items) == 1
        placed.append(NoteItems(number, tuple(items)))
    return placed


def _place(
    cite: Mapping[str, str], before: CiteItem | None, first: int | None, last: int | None
) -> CiteItem:
    item = CiteItem(
        cite["id"],
        first_note=first,
        last_note=last,
        label=cite.get("label"),
        locator=cite.get("locator"),
        prefix=cite.get("prefix", ""),
        suffix=cite.get("suffix", ""),
    )
    return item if first is None else evolve(item, position=_tell_position(item, before))


def _tell_position(item: CiteItem, before: CiteItem | None) -> Position:
    if before is None or before.id != item.id or (before.locator and not item.locator):
        return Position.SUBSEQUENT
    same = (before.label, before.locator) == (item.label, item.locator)
    return Position.IBID if same else Position.IBID_WITH_LOCATOR
