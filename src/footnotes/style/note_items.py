"""The notes of a paper as citation items: positions, locators, signals before and commentary behind."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from footnotes.model import (
    Apparatus,
    Cite,
    CiteForm,
    Note,
    Position,
    Reference,
    Resolution,
    Segment,
    SegmentRole,
)
from footnotes.style.items import PLACEHOLDER, CiteItem, NoteItems
from footnotes.style.marked_text import SENTENCE
from footnotes.style.places import PageNames, Place, make_place
from footnotes.style.remarks import UNKNOWN

_STOPS = (".", "!", "?", ";", ":", ",")


@frozen
class NotePlan:
    """A note and what is to be formatted in it; `items` are None where it is kept as printed."""

    note: Note
    items: NoteItems | None
    reason: str | None = None
    """Why it is kept though it cites something, such as a work that nobody knows."""


@frozen
class Works:
    """The works of a paper: their ids by their keys, themselves by their ids, and which are not printed.

    `withheld` has the reasons by the keys; a note with such a work is kept. `names` is how the style calls
    pages.
    """

    ids: Mapping[str, str]
    works: Mapping[str, Reference]
    withheld: Mapping[str, str]
    names: PageNames


def plan_notes(apparatus: Apparatus, works: Works) -> list[NotePlan]:
    """Each note in order."""
    cites: dict[int, list[tuple[Cite, Resolution]]] = defaultdict(list)
    for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True):
        if cite.form is not CiteForm.CROSS_REF:
            cites[cite.note].append((cite, resolution))
    segments: dict[int, list[Segment]] = defaultdict(list)
    for segment in apparatus.segments:
        segments[segment.note].append(segment)
    last: dict[str, int] = {}
    plans = [
        _plan(note, cites[note.number], segments[note.number], works, last) for note in apparatus.notes
    ]
    labels = {note.number: note.label for note in apparatus.notes if note.label != str(note.number)}
    return [_name_first_notes(plan, labels) for plan in plans] if labels else plans


def _name_first_notes(plan: NotePlan, labels: Mapping[int, str]) -> NotePlan:
    """The plan with the labels of the notes to which its cites lead back."""
    if plan.items is None:
        return plan
    items = tuple(evolve(item, first_label=labels.get(item.first_note or 0)) for item in plan.items.items)
    return evolve(plan, items=evolve(plan.items, items=items))


def list_series(plans: Sequence[NotePlan]) -> Iterator[NoteItems]:
    """What an engine is given: notes kept as printed stand in the series with a placeholder."""
    for plan in plans:
        if plan.items is not None:
            yield plan.items
        elif plan.reason:
            yield NoteItems(plan.note.number, (CiteItem(f"{PLACEHOLDER}{plan.note.number}"),))


def _plan(
    note: Note,
    cites: Sequence[tuple[Cite, Resolution]],
    segments: Sequence[Segment],
    works: Works,
    last: dict[str, int],
) -> NotePlan:
    items = [_make_item(resolution, works, last) for _, resolution in cites]
    for item in items:
        if item is not None:
            last[item.id] = note.number
    known = [item for item in items if item is not None]
    if not cites or len(known) < len(items):
        return NotePlan(note, None, _tell_reason([one.reference or "" for _, one in cites], works))
    return NotePlan(note, NoteItems(note.number, _add_words(known, [cite for cite, _ in cites], segments)))


def _tell_reason(keys: Sequence[str], works: Works) -> str | None:
    """Why a note that cites these works is kept: first of all that one of them is unknown."""
    if any(key not in works.ids for key in keys):
        return UNKNOWN
    return next((works.withheld[key] for key in keys if key in works.withheld), None)


def _make_item(resolution: Resolution, works: Works, last: Mapping[str, int]) -> CiteItem | None:
    key = resolution.reference
    if key is None or key not in works.ids or key in works.withheld:
        return None
    work = works.ids[key]
    locator = resolution.locator
    place = make_place(locator, works.works[work], resolution.position, works.names) if locator else Place()
    return CiteItem(
        id=work,
        position=_find_position(resolution.position, place),
        first_note=resolution.first_note,
        last_note=last.get(work),
        label=place.label,
        locator=place.locator,
        suffix=place.words,
    )


def _find_position(told: Position | None, place: Place) -> Position:
    """Its position for a processor: behind a page, a cite without one is no Ibid. (CSL, "position")."""
    if told is Position.IBID_WITH_LOCATOR and place.locator is None:
        return Position.SUBSEQUENT
    return told or Position.FIRST


def _add_words(
    items: Sequence[CiteItem], cites: Sequence[Cite], segments: Sequence[Segment]
) -> tuple[CiteItem, ...]:
    """The items with the words around them: what stands before a cite is its prefix, the rest a suffix."""
    out = list(items)
    starts = {cite.span.start: at for at, cite in enumerate(cites)}
    at, said = -1, ""
    for segment in sorted(segments, key=lambda one: one.span.start):
        inside = [
            place for start, place in starts.items() if segment.span.start <= start < segment.span.end
        ]
        if segment.role is SegmentRole.CITE and inside:
            at = max(inside)
        elif segment.role is SegmentRole.SIGNAL and at + 1 < len(out):
            out[at + 1] = evolve(out[at + 1], prefix=_join(out[at + 1].prefix, segment.text) + " ")
            if at >= 0 and _begins_sentence(segment.text, said):
                out[at] = evolve(out[at], suffix=out[at].suffix + SENTENCE)
        elif segment.role in {SegmentRole.COMMENTARY, SegmentRole.CITE}:
            _add_commentary(out, at, segment.text.strip())
        said = segment.text if segment.text.strip() else said
    return tuple(evolve(item, suffix=_drop_stop(item.suffix)) for item in out)


def _begins_sentence(words: str, before: str) -> bool:
    """Whether a signal opens a sentence: "... p. 37. See also"; the style would have a semicolon there."""
    return words[:1].isupper() and before.rstrip().endswith((".", "!", "?"))


def _drop_stop(words: str) -> str:
    """Without the full stop, which the style sets; three of them stay."""
    end = SENTENCE if words.endswith(SENTENCE) else ""
    words = words.removesuffix(end)
    return (words if words.endswith("..") else words.removesuffix(".")) + end


def _add_commentary(items: list[CiteItem], at: int, words: str) -> None:
    if not words:
        return
    if at < 0:
        items[0] = evolve(items[0], prefix=_join(items[0].prefix, words) + " ")
        return
    items[at] = evolve(items[at], suffix=items[at].suffix + _choose_glue(words) + words)


def _choose_glue(words: str) -> str:
    """What stands before commentary: words in small letters begin no sentence ("14, and passim")."""
    if words.startswith(_STOPS):
        return ""
    return " " if words.startswith(("(", "[")) else ", " if words[0].islower() else ". "


def _join(before: str, words: str) -> str:
    return f"{before.rstrip()} {words.strip()}".strip()
