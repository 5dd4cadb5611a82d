"""One run of the notes of a paper through an engine, which is made again where a style says too little."""

from collections.abc import Mapping

from attrs import frozen

from footnotes.model import Apparatus, Reference
from footnotes.style.csl_input import list_csl_items, list_placeholders
from footnotes.style.items import Engine, NoteItems, Tick
from footnotes.style.note_items import NotePlan, Works, list_series, plan_notes
from footnotes.style.places import BARE, PageNames, has_levels, read_page_names
from footnotes.style.short_forms import list_short_notes
from footnotes.style.style_files import Style
from footnotes.style.withheld import find_placeless


@frozen
class PrintedNotes:
    """What came of the notes: plans, what the engine was given, and its texts by the numbers of notes."""

    plans: list[NotePlan]
    series: list[NoteItems]
    shorts: list[NoteItems]
    texts: dict[int, str]
    short_texts: list[str]


@frozen
class NoteRun:
    """An engine with a style in a language."""

    engine: Engine
    style: Style
    locale: str
    language: str | None

    def read_names(self, apparatus: Apparatus, ids: Mapping[str, str]) -> PageNames:
        """How the style calls pages, where a place of two levels asks for it."""
        asked = any(has_levels(one.locator) for one in apparatus.resolutions if one.reference in ids)
        return read_page_names(self.engine, self.style, self.locale) if asked else BARE

    def print_notes(self, apparatus: Apparatus, table: Works, tick: Tick) -> PrintedNotes:
        """The notes, and after them the short form of each work, by which confused works are found."""
        plans = plan_notes(apparatus, table)
        series = list(list_series(plans))
        shorts = list_short_notes(series)
        placeholders = list_placeholders(item.id for note in series for item in note.items)
        texts = self.engine.format_notes(
            [*list_csl_items(table.works), *placeholders],
            [*series, *shorts],
            self.style,
            self.locale,
            tick,
            self.language,
        )
        numbered = {note.number: text for note, text in zip(series, texts, strict=False)}
        return PrintedNotes(plans, series, shorts, numbered, texts[len(series) :])

    def find_lacking(
        self, apparatus: Apparatus, works: Mapping[str, Reference], printed: PrintedNotes
    ) -> dict[str, str]:
        """The archival works that the style prints whole neither in notes nor in a bibliography."""
        texts = {
            plan.note.number: printed.texts[plan.note.number]
            for plan in printed.plans
            if plan.items is not None
        }
        lacking = find_placeless(apparatus, texts, {})
        if not lacking or not self.style.has_bibliography:
            return lacking
        chosen = {one: work for one, work in works.items() if work.key in lacking}
        items = list_csl_items(chosen)
        entries = self.engine.format_entries(items, self.style, self.locale, lambda _: None, self.language)
        return find_placeless(apparatus, texts, {works[one].key: text for one, text in entries})
