"""The notes of a paper as citation items: positions, locators, signals before and commentary behind."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from footnotes.formats import LABELS, locator_to_csl
from footnotes.model import Apparatus, Cite, CiteForm, Note, Position, Resolution, Segment, SegmentRole
from footnotes.style.items import PLACEHOLDER, CiteItem, NoteItems
from footnotes.style.marked_text import SENTENCE

_STOPS = (".", "!", "?", ";", ":", ",")


@frozen
class NotePlan:
    """A note and what is to be formatted in it; `items` are None where it is kept as printed."""

    note: Note
    items: NoteItems | None
    unknown: bool = False
    """Whether it is kept because it cites a work that nobody knows."""


def plan_notes(apparatus: Apparatus, ids: Mapping[str, str]) -> list[NotePlan]:
    """Each note in order; `ids` are the ids of the works by their keys."""
    cites: dict[int, list[tuple[Cite, Resolution]]] = defaultdict(list)
    for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True):
        if cite.form is not CiteForm.CROSS_REF:
            cites[cite.note].append((cite, resolution))
    segments: dict[int, list[Segment]] = defaultdict(list)
    for segment in apparatus.segments:
        segments[segment.note].append(segment)
    last: dict[str, int] = {}
    plans = [_plan(note, cites[note.number], segments[note.number], ids, last) for note in apparatus.notes]
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
        elif plan.unknown:
            yield NoteItems(plan.note.number, (CiteItem(f"{PLACEHOLDER}{plan.note.number}"),))


def _plan(
    note: Note,
    cites: Sequence[tuple[Cite, Resolution]],
    segments: Sequence[Segment],
    ids: Mapping[str, str],
    last: dict[str, int],
) -> NotePlan:
    items = [_make_item(resolution, ids, last) for _, resolution in cites]
    for item in items:
        if item is not None:
            last[item.id] = note.number
    known = [item for item in items if item is not None]
    if not cites or len(known) < len(items):
        return NotePlan(note, None, unknown=bool(cites))
    return NotePlan(note, NoteItems(note.number, _add_words(known, [cite for cite, _ in cites], segments)))


def _make_item(resolution: Resolution, ids: Mapping[str, str], last: Mapping[str, int]) -> CiteItem | None:
    if resolution.reference is None or resolution.reference not in ids:
        return None
    work = ids[resolution.reference]
    place = locator_to_csl(resolution.locator) if resolution.locator else {}
    label = place.get("label")
    return CiteItem(
        id=work,
        position=resolution.position or Position.FIRST,
        first_note=resolution.first_note,
        last_note=last.get(work),
        label=label if label in LABELS else ("page" if place else None),
        locator=place.get("locator"),
    )


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
    glue = "" if words.startswith(_STOPS) else " " if words.startswith(("(", "[")) else ". "
    items[at] = evolve(items[at], suffix=items[at].suffix + glue + words)


def _join(before: str, words: str) -> str:
    return f"{before.rstrip()} {words.strip()}".strip()
