"""The order of the cites in a note (CSL 1.0.2, "Sorting"), and which of them are ibid. then."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from attrs import evolve
from citeproc.source import BibliographySource

from footnotes.model import Position
from footnotes.style.citeproc_py.state import Item
from footnotes.style.citeproc_py.works import list_sort_keys, sort_items
from footnotes.style.items import CiteItem, NoteItems
from footnotes.style.positions import tell_later_position


def sort_cites(
    notes: Sequence[NoteItems],
    root: Any,
    source: BibliographySource,
    numbers: Mapping[str, int],
    language: str,
) -> list[NoteItems]:
    """The notes with their cites in the order of the style, if it has one.

    A cite with words before or behind it stays where the author has it, and no other passes over it: "but
    see" is about what it stands before.
    """
    if not list_sort_keys(root):
        return list(notes)
    cited = {cite.id for note in notes if len(note.items) > 1 for cite in note.items}
    items = [Item(source[one], numbers.get(one, 0)) for one in sorted(cited)]
    ranks = {item.key: rank for rank, item in enumerate(sort_items(items, root, language))}
    out: list[NoteItems] = []
    moved = False
    for note in notes:
        cites = tuple(_sort_runs(note.items, ranks))
        if moved or cites != note.items:
            moved = cites != note.items
            cites = tuple(_settle_ibid(cites, out[-1] if out else None))
        out.append(evolve(note, items=cites))
    return out


def _sort_runs(cites: Sequence[CiteItem], ranks: Mapping[str, int]) -> Iterator[CiteItem]:
    """Each stretch of cites without words, sorted; cites of one work keep their order."""
    for has_words, stretch in groupby(cites, key=lambda cite: bool((cite.prefix + cite.suffix).strip())):
        run = list(stretch)
        yield from run if has_words else sorted(run, key=lambda cite: ranks.get(cite.id, 0))


def _settle_ibid(cites: Sequence[CiteItem], note_before: NoteItems | None) -> Iterator[CiteItem]:
    """The cites with the positions that they have in this order (CSL 1.0.2, "position")."""
    alone = note_before is not None and len(note_before.items) == 1
    before = note_before.items[0] if note_before is not None and alone else None
    for cite in cites:
        yield (
            cite
            if cite.position is Position.FIRST
            else evolve(cite, position=tell_later_position(cite, before))
        )
        before = cite
