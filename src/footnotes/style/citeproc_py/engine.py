"""citeproc-py as an engine: notes and entries, in the order in which they are asked for."""

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from typing import Any

from citeproc.source import BibliographySource

from footnotes.errors import StyleError
from footnotes.model import Position
from footnotes.style.citeproc_py.citation_labels import make_labels
from footnotes.style.citeproc_py.cite_order import sort_cites
from footnotes.style.citeproc_py.disambiguation import changes_entries, tell_apart
from footnotes.style.citeproc_py.marks import read_quotes
from footnotes.style.citeproc_py.searching import has_element
from footnotes.style.citeproc_py.state import Item
from footnotes.style.citeproc_py.trees import read_style
from footnotes.style.citeproc_py.works import make_source, sort_items
from footnotes.style.items import PLACEHOLDER, CiteItem, CslItem, NoteItems, Tick
from footnotes.style.marked_text import BREAK, SENTENCE, hold_punctuation, mark_rich_text, strip_marks
from footnotes.style.punctuation import Quotes, mark_quotes, settle_punctuation
from footnotes.style.style_files import Style

_LONGEST_TITLE = 80
"""So many letters of a title a message has at most."""


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
        items = [Item(source[work["id"]], at) for at, work in enumerate(works, 1)]
        entries = _sort_entries(items, root, language or locale)
        if changes_entries(root):
            first = dict.fromkeys(item.key for item in items)
            tell_apart(root, first, lambda: [item.key for item in entries], self._make_short(root, source))
        root.state.area, layout = "bibliography", root.bibliography.layout
        root.state.cite = None
        out = []
        for number, item in enumerate(entries, 1):
            item.number = number
            root.state.begin_entry()
            text = self._print(root, layout, item)
            out.append((item.key, settle_punctuation(layout.format(layout.wrap(text or "")) or "", quotes)))
            tick(1)
        return out

    def format_notes(  # noqa: PLR0913, PLR0917 - as `Engine` has it
        self,
        works: Sequence[CslItem],
        notes: Sequence[NoteItems],
        style: Style,
        locale: str,
        tick: Tick,
        language: str | None = None,
    ) -> list[str]:
        """The text of each note; a cite is printed once however often it is met."""
        root, source, quotes = self._prepare(works, style, locale)
        layout = root.citation.layout
        known = [work["id"] for work in works if not work["id"].startswith(PLACEHOLDER)]
        alphabet = language or locale
        order = cache(
            lambda: _list_entries(
                [Item(source[one], at) for at, one in enumerate(known, 1)], root, alphabet
            )
        )
        numbers = {one: at for at, one in enumerate(known, 1)}
        if has_element(root, "citation", "variable", "citation-number"):
            numbers = {one: at for at, one in enumerate(order(), 1)}
        first: dict[str, int | None] = dict.fromkeys(known)
        first |= {cite.id: note.number for note in reversed(notes) for cite in note.items}
        tell_apart(root, first, order, self._make_short(root, source))
        with _naming(root, "the order of the cites"):
            notes = sort_cites(notes, root, source, numbers, alphabet)
        out = []
        for note in notes:
            parts = self._print_cites(root, note, source, numbers)
            whole = layout.format(layout.wrap(layout.join(parts)) or "")
            out.append(settle_punctuation(whole, quotes))
            tick(1)
        return out

    def _print_cites(
        self, root: Any, note: NoteItems, source: BibliographySource, numbers: Mapping[str, int]
    ) -> list[str]:
        """The cites of a note; none rather than half where one of them prints nothing."""
        state = root.state
        parts: list[str] = []
        for cite in note.items:
            state.cite, state.note = cite, note.number
            state.opens = not parts and not cite.prefix
            text = self._print(
                root,
                root.citation.layout,
                Item(source[cite.id], numbers.get(cite.id, 0), cite, note.number),
            )
            parts.append(_add_affixes(cite, text) if text else "")
        return parts if all(parts) else []

    def _prepare(self, works: Sequence[CslItem], style: Style, locale: str) -> tuple[Any, Any, Quotes]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            root = read_style(style, locale)
            root.state.style, root.state.labels = style.name, make_labels(works)
            root.state.has_own_place = any(
                has_element(root, area, "variable", "year-suffix") for area in ("citation", "bibliography")
            )
            return root, make_source(works), read_quotes(root)

    def _make_short(self, root: Any, source: BibliographySource) -> Callable[[str, int | None], str]:
        """What prints the short form of a work, as a later note has it."""

        def show(one: str, note: int | None) -> str:
            root.state.cite = CiteItem(one, Position.SUBSEQUENT, first_note=note)
            text = self._print(root, root.citation.layout, Item(source[one], 1, root.state.cite))
            return str(text or "")

        return show

    @staticmethod
    def _print(root: Any, layout: Any, item: Item) -> Any:
        state = root.state
        state.silent, state.printed, state.depth = set(), False, 0
        state.key, state.letter_waits = item.key, not state.has_own_place
        state.language = str(item.reference.get("language") or root.get("default-locale") or "en")
        layout.repressed = {}
        with _naming(root, str(item.reference.get("title", item.key))):
            return _join_fields(layout.render_parts(item, ""), root)


@contextmanager
def _naming(root: Any, what: str) -> Iterator[None]:
    """Names the style, and what it fails on, where citeproc-py ends in an exception."""
    try:
        yield
    except (AttributeError, TypeError, ValueError, KeyError, IndexError, RecursionError) as error:
        name, cause = root.state.style, f"{type(error).__name__}: {error}"
        raise StyleError(
            f"The style {name} fails with citeproc-py on {_shorten(what)} ({cause})."
        ) from error


def _shorten(title: str) -> str:
    bare = strip_marks(title)
    return bare if len(bare) <= _LONGEST_TITLE else f"{bare[:_LONGEST_TITLE].rsplit(' ', 1)[0]} ..."


def _join_fields(parts: Sequence[str], root: Any) -> str:
    """The parts of a cite or entry; behind a first field that stands in the margin there is a break."""
    area = getattr(root, root.state.area)
    if area.get("second-field-align") is None or len(parts) < 2:  # noqa: PLR2004 - nothing stands behind one
        return "".join(parts)
    return parts[0] + BREAK + "".join(parts[1:])


def _sort_entries(items: list[Item], root: Any, language: str) -> list[Item]:
    """The works as the bibliography of the style has them; as given, where it has none."""
    root.state.area = "bibliography"
    with _naming(root, "the order of the bibliography"):
        items = sort_items(items, root, language)
    root.state.area = "citation"
    return items


def _list_entries(items: list[Item], root: Any, language: str) -> list[str]:
    return [item.key for item in _sort_entries(items, root, language)]


def _add_affixes(cite: CiteItem, text: str) -> str:
    before, behind = (
        hold_punctuation(mark_quotes(mark_rich_text(one))) for one in (cite.prefix, cite.suffix)
    )
    return f"{before}{text}{behind}" + (SENTENCE if cite.suffix.endswith(SENTENCE) else "")
