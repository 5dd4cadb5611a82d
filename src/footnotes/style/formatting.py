"""Libraries and notes in a style: `format_bibliography` and `format_notes`."""

import re

from attrs import evolve, frozen

from footnotes.errors import StyleError
from footnotes.model import Apparatus, Library, Reference
from footnotes.style.csl_input import list_csl_items, number_works
from footnotes.style.engines import choose_engine
from footnotes.style.items import Tick
from footnotes.style.locator_terms import choose_locale
from footnotes.style.marked_text import (
    CLOSING,
    PRINTERS,
    balance_marks,
    end_sentences,
    settle_levels,
    strip_marks,
)
from footnotes.style.note_items import NotePlan, Works
from footnotes.style.note_labels import name_for_markdown
from footnotes.style.note_runs import NoteRun
from footnotes.style.remarks import (
    SILENT,
    list_kept,
    list_missing,
    tell_confused,
    tell_kind,
    tell_labels,
)
from footnotes.style.short_forms import list_confused
from footnotes.style.style_files import DEFAULT_LOCALE, Style, find_style
from footnotes.style.withheld import find_nameless

DEFAULT_STYLE = "chicago-notes-bibliography"
_STOPS = re.compile(rf"(?<!\.)([.!?…][”\"’»{CLOSING}]*)\.$")


@frozen
class FormattedEntry:
    """One work of a bibliography, printed."""

    key: str
    text: str


@frozen
class FormattedNote:
    """One note of a paper, printed; `kept` says that it stands as the author printed it."""

    number: int
    label: str
    text: str
    kept: bool = False
    reason: str | None = None
    """Why it is kept though it cites something."""


@frozen
class Formatted:
    """What a style made of a library or of the notes of a paper.

    `engine` names the citation processor, `style` and `locale` what it followed; `remarks` are sentences
    that the user should see.
    """

    engine: str
    style: str
    locale: str
    entries: tuple[FormattedEntry, ...] = ()
    notes: tuple[FormattedNote, ...] = ()
    remarks: tuple[str, ...] = ()
    has_bibliography: bool = True
    """Whether the style prints bibliographies."""


def _ignore(_done: int) -> None:
    pass


def format_bibliography(  # noqa: PLR0913 - a command's worth of choices, all but two by name
    library: Library,
    style: str = DEFAULT_STYLE,
    *,
    locale: str | None = None,
    output: str = "text",
    engine: str | None = None,
    tick: Tick = _ignore,
) -> Formatted:
    """The bibliography of a library in the order of the style.

    `style` is the name of a CSL style or a .csl file, `locale` a code such as tr-TR (by default that of
    the style), `output` one of text, markdown and html, `engine` one of pandoc and citeproc-py (by
    default the first that is installed). `tick` is told how many more works are done. Raises StyleError and
    EngineError.
    """
    found = find_style(style)
    if not found.has_bibliography:
        raise StyleError(f"The style {found.name} prints notes only; it has no bibliography.")
    processor = choose_engine(engine)
    chosen, remarks = _settle_locale(locale, found)
    works = number_works(library)
    items = list_csl_items(works)
    entries = processor.format_entries(items, found, chosen, tick, locale) if items else []
    printed = {one: _print(text, output) for one, text in entries if _says_something(text, works[one])}
    missing = [work for one, work in works.items() if one not in printed]
    return Formatted(
        processor.title,
        found.name,
        chosen,
        entries=tuple(FormattedEntry(works[one].key, text) for one, text in printed.items()),
        remarks=(*remarks, *list_missing(missing)),
    )


def format_notes(  # noqa: PLR0913 - as above
    apparatus: Apparatus,
    style: str = DEFAULT_STYLE,
    *,
    locale: str | None = None,
    output: str = "text",
    engine: str | None = None,
    tick: Tick = _ignore,
) -> Formatted:
    """The notes of a paper in a style, with Ibid. and short forms where it wants them.

    A note that cites a work that nobody knows, or none, or one of which the style would leave out where it
    is kept, stands as it was printed (`kept`). Arguments and errors are those of `format_bibliography`.
    """
    found = find_style(style)
    processor = choose_engine(engine)
    chosen, remarks = _settle_locale(locale, found)
    if output == "markdown":
        named = name_for_markdown(apparatus.notes)
        remarks = (*remarks, *tell_labels(apparatus.notes, named))
        apparatus = evolve(apparatus, notes=named)
    works = number_works(apparatus.library)
    run = NoteRun(processor, found, chosen, locale)
    bounded = _stop_at(len(apparatus.notes), tick)
    ids = {work.key: one for one, work in works.items()}
    table = Works(ids, works, find_nameless(apparatus), run.read_names(apparatus, ids))
    printed = run.print_notes(apparatus, table, bounded)
    lacking = run.find_lacking(apparatus, works, printed)
    if lacking:
        table = evolve(table, withheld={**lacking, **table.withheld})
        printed = run.print_notes(apparatus, table, bounded)
    confused = list_confused(printed.series, printed.shorts, printed.short_texts, found)
    notes = tuple(
        _make_note(plan, printed.texts.get(plan.note.number, ""), output) for plan in printed.plans
    )
    return Formatted(
        processor.title,
        found.name,
        chosen,
        notes=notes,
        remarks=(
            *remarks,
            *tell_kind(found),
            *list_kept((note.label, note.reason) for note in notes),
            *tell_confused(confused, works),
        ),
        has_bibliography=found.has_bibliography,
    )


def _says_something(entry: str, work: Reference) -> bool:
    """Whether an entry is more than its number; a title may be all figures or signs."""
    bare = strip_marks(entry)
    return bool(bare) and (any(map(str.isalpha, bare)) or bool(work.title))


def _stop_at(most: int, tick: Tick) -> Tick:
    """Told of more steps than the user waits for, tells no more than those."""
    done = 0

    def tell(steps: int) -> None:
        nonlocal done
        tick(min(steps, most - done))
        done = min(done + steps, most)

    return tell


def _make_note(plan: NotePlan, text: str, output: str) -> FormattedNote:
    note = plan.note
    if plan.items is not None and strip_marks(text).strip(" .,;"):
        return FormattedNote(note.number, note.label, _print(text, output))
    reason = plan.reason if plan.items is None else SILENT
    return FormattedNote(note.number, note.label, PRINTERS[output](note.text), kept=True, reason=reason)


def _print(text: str, output: str) -> str:
    settled = _STOPS.sub(r"\1", balance_marks(end_sentences(settle_levels(text))))
    return PRINTERS[output](settled.strip())


def _settle_locale(asked: str | None, style: Style) -> tuple[str, tuple[str, ...]]:
    """The locale to follow, and a remark where CSL has none for the language asked for."""
    wanted = asked or style.default_locale
    found = choose_locale(wanted)
    if found is not None:
        return found, ()
    return DEFAULT_LOCALE, (f"CSL has no locale {wanted}: the words are those of {DEFAULT_LOCALE}.",)
