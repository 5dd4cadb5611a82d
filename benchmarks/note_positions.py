"""Where a cite stands among those before it (CSL 1.0.2, "position"), for benchmarks/styles.py."""

from collections.abc import Mapping, Sequence

from attrs import evolve
from note_sequences import Cites

from footnotes.style import CiteItem, NoteItems
from footnotes.style.positions import tell_later_position


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
    return item if first is None else evolve(item, position=tell_later_position(item, before))
