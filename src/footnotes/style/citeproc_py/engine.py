"""citeproc-py as an engine: notes and entries, in the order in which they are asked for."""

import warnings
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from citeproc.source import BibliographySource

from footnotes.errors import StyleError
from footnotes.model import Position
from footnotes.style.citeproc_py.marks import read_quotes
from footnotes.style.citeproc_py.state import Item
from footnotes.style.citeproc_py.trees import read_style
from footnotes.style.citeproc_py.works import make_source, sort_items
from footnotes.style.items import CiteItem, CslItem, NoteItems, Tick
from footnotes.style.marked_text import hold_punctuation, mark_rich_text
from footnotes.style.punctuation import Quotes, mark_quotes, settle_punctuation
from footnotes.style.style_files import Style


class CiteprocEngine:
    """citeproc-py, guarded."""

    title = f"citeproc-py {version('citeproc-py')} (guarded)"

    def format_entries(
        self,
        works: Sequence[CslItem],
        style: Style,
        locale: str,
        tick: Tick,
        language: str | None = None,
    ) -> list[tuple[str, str]]:
        """The bibliography in its order: sorted once, each entry printed once."""
        root, source, quotes = self._prepare(works, style, locale)
        root.state.area = "bibliography"
        items = [Item(source[work["id"]], at) for at, work in enumerate(works, 1)]
        layout = root.bibliography.layout
        out = []
        for item in sort_items(items, root, language or locale):
            root.state.begin_entry()
            text = self._print(root, layout, item)
            out.append((item.key, settle_punctuation(layout.format(layout.wrap(text or "")) or "", quotes)))
            tick(1)
        return out

    def format_notes(
        self, works: Sequence[CslItem], notes: Sequence[NoteItems], style: Style, locale: str, tick: Tick
    ) -> list[str]:
        """The text of each note; a cite is printed once however often it is met."""
        root, source, quotes = self._prepare(works, style, locale)
        layout = root.citation.layout
        numbers = {work["id"]: at for at, work in enumerate(works, 1)}
        first = {cite.id: note.number for note in reversed(notes) for cite in note.items}
        self._find_collisions(root, source, first)
        out = []
        for note in notes:
            parts = self._print_cites(root, note, source, numbers)
            whole = layout.format(layout.wrap(layout.join(parts)) or "")
            out.append(settle_punctuation(whole, quotes))
            tick(1)
        return out

    def _print_cites(
        self, root: Any, note: NoteItems, source: BibliographySource, numbers: dict[str, int]
    ) -> list[str]:
        """The cites of a note; none rather than half where one of them prints nothing."""
        state = root.state
        parts: list[str] = []
        for cite in note.items:
            state.cite, state.note = cite, note.number
            state.opens = not parts and not cite.prefix
            text = self._print(
                root, root.citation.layout, Item(source[cite.id], numbers[cite.id], cite, note.number)
            )
            parts.append(_add_affixes(cite, text) if text else "")
        return parts if all(parts) else []

    def _prepare(self, works: Sequence[CslItem], style: Style, locale: str) -> tuple[Any, Any, Quotes]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            root = read_style(style, locale)
            root.state.style = style.name
            return root, make_source(works), read_quotes(root)

    def _find_collisions(self, root: Any, source: BibliographySource, first: dict[str, int]) -> None:
        """Which works have one short form, so that no reader could tell them apart.

        `first` are the notes that cite each first. Where a style prints their numbers works differ by them,
        unless two of them share a note; in that note itself there is no number.
        """
        bare = self._group_forms(root, source, dict.fromkeys(first))
        for alike in bare:
            numbered = self._group_forms(root, source, {one: first[one] for one in alike})
            (root.state.ambiguous if numbered else root.state.alike).update(alike)

    def _group_forms(
        self, root: Any, source: BibliographySource, first: Mapping[str, int | None]
    ) -> list[set[str]]:
        """The sets of works, of two or more, whose short forms are the same."""
        forms: dict[str, set[str]] = {}
        for one, note in sorted(first.items()):
            root.state.cite = CiteItem(one, Position.SUBSEQUENT, first_note=note)
            text = self._print(root, root.citation.layout, Item(source[one], 1, root.state.cite))
            forms.setdefault(str(text or ""), set()).add(one)
        return [works for works in forms.values() if len(works) > 1]

    @staticmethod
    def _print(root: Any, layout: Any, item: Item) -> Any:
        state = root.state
        state.silent, state.printed, state.depth = set(), False, 0
        state.language = str(item.reference.get("language") or root.get("default-locale") or "en")
        layout.repressed = {}
        try:
            return layout.render_children(item)
        except (AttributeError, TypeError, ValueError, KeyError, IndexError, RecursionError) as error:
            raise StyleError(
                f"The style {state.style} fails with citeproc-py on"
                f" {item.reference.get('title', item.key)}"
                f" ({type(error).__name__}: {error})."
            ) from error


def _add_affixes(cite: CiteItem, text: str) -> str:
    before, behind = (
        hold_punctuation(mark_quotes(mark_rich_text(one))) for one in (cite.prefix, cite.suffix)
    )
    return f"{before}{text}{behind}"
