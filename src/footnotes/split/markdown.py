"""Notes of Markdown: `[^smith]` with its definition `[^smith]: ...` anywhere, and `^[notes in the text]`.

After pandoc's manual (footnotes and inline_notes) and that of Markdown Extra: a marker finds its note by
the label; the order in which notes are called first is their number.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from footnotes.model import Marker, NoteKind, Problem, Severity, Span
from footnotes.split.definitions import Key, Sources, find_sources
from footnotes.split.found import (
    FoundNotes,
    NotePlace,
    cut_notes,
    report_uncalled,
    report_unnoted,
    sort_problems,
)
from footnotes.split.marks import fold_label
from footnotes.split.schemes import SCHEMES

CARET = "^"
_QUOTED = 30
"""How many characters of what is not read are shown."""


def find_markdown_notes(text: str) -> FoundNotes | None:
    """The notes of `text` that are written in Markdown, or None if there are none.

    Labels that only count, and come more than once, are no names: then the series tells what each is.
    """
    if "[^" not in text and "^[" not in text:
        return None
    sources = find_sources(text)
    labels = [one.label for one in sources.definitions]
    inline = any(call.label is None for call in sources.calls)
    if not labels and not inline:
        return None
    named = any(not _counts(label) for label in labels)
    called = any(sources.find(call) is not None for call in sources.calls)
    if not inline and not named and (len(set(labels)) < len(labels) or not called):
        return None
    return _number_notes(text, sources)


def _number_notes(text: str, sources: Sources) -> FoundNotes:
    keys = [sources.identify(call) for call in sources.calls]
    within = [sources.identify(call) for call in sources.nested]
    order = _order_keys(sources, keys, within)
    numbers = _count(sources, order, len(set(keys)))
    markers = [
        Marker(numbers[key], call.label or CARET, call.span)
        for key, call in zip(keys, sources.calls, strict=True)
    ]
    places = _place_notes(sources, numbers, {*keys, *within})
    notes, problems = cut_notes(text, sorted(places, key=lambda place: place.number))
    called = {numbers[key] for key in (*keys, *within)}
    # Without any marker nothing tells of a single one.
    problems += [report_uncalled(note) for note in notes if markers and note.number not in called]
    problems += [
        report_unnoted(call.label or "", call.span, numbers[key])
        for key, call in zip((*keys, *within), (*sources.calls, *sources.nested), strict=True)
        if isinstance(key, str)
    ]
    problems += _report_repeated(sources, numbers)
    problems += [_report_unclosed(text, span) for span in sources.unclosed]
    return FoundNotes(notes, tuple(markers), sort_problems(problems))


def _order_keys(sources: Sources, keys: Sequence[Key], within: Sequence[Key]) -> list[Key]:
    """The keys of all notes in the order of reading; what is called in a note alone comes behind it."""
    inner: dict[Key, list[Key]] = {}
    for key, call in zip(within, sources.nested, strict=True):
        inner.setdefault(sources.find_holder(call.span.start), []).append(key)
    used, order = set(keys), dict[Key, None]()
    for key in (*keys, *range(len(sources.definitions))):
        waiting = [key]
        while waiting:
            following = waiting.pop()
            if following not in order:
                order[following] = None
                waiting += [one for one in reversed(inner.get(following, [])) if one not in used]
    return list(order)


def _count(sources: Sources, order: Sequence[Key], used: int) -> dict[Key, int]:
    """The number of each note, by what identifies it."""
    labels = [sources.definitions[key].label if isinstance(key, int) and key >= 0 else key for key in order]
    numbers = _read_numbers(labels, used) or range(1, len(order) + 1)
    return dict(zip(order, numbers, strict=True))


def _read_numbers(labels: Sequence[Key], used: int) -> list[int] | None:
    """The labels as numbers, if they count: all are numbers, none comes twice, all are called in order.

    Then what nothing calls has its place among the others, and what is lost leaves a gap.
    """
    values = [int(label) for label in labels if isinstance(label, str) and _is_number(label)]
    if len(values) < len(labels) or len(set(values)) < len(values) or 0 in values:
        return None
    return values if values[:used] == sorted(values[:used]) else None


def _place_notes(
    sources: Sources, numbers: Mapping[Key, int], called: Collection[Key]
) -> Iterator[NotePlace]:
    taken = {one.label for one in sources.definitions}
    defined = [one.mark.start for at, one in enumerate(sources.definitions) if at in called]
    ends_text = not defined or all(call.label and call.span.end <= defined[0] for call in sources.calls)
    kind = NoteKind.ENDNOTE if ends_text and sources.definitions else NoteKind.FOOTNOTE
    for at, one in enumerate(sources.definitions):
        yield NotePlace(numbers[at], one.label, one.label, kind, one.mark, one.end)
    for at, call in enumerate(sources.calls):
        if call.label is None:
            number = numbers[-1 - at]
            label = f"{CARET}{number}" if str(number) in taken else str(number)
            opening = Span(call.span.end, call.span.end + 1)
            yield NotePlace(number, label, "", NoteKind.FOOTNOTE, opening, call.end)


def _report_unclosed(text: str, span: Span) -> Problem:
    words = " ".join(text[span.start : span.start + _QUOTED].split())
    message = f"The note that begins “{words}…” is never closed, so it was not read."
    return Problem("note-unclosed", message, Severity.WARNING, span)


def _report_repeated(sources: Sources, numbers: Mapping[Key, int]) -> Iterator[Problem]:
    seen = set[str]()
    for at, one in enumerate(sources.definitions):
        if one.label in seen:
            message = f"The note label “{one.label}” is printed twice; a marker means the note behind it."
            yield Problem("label-repeated", message, Severity.WARNING, one.mark, numbers[at])
        seen.add(one.label)


def _is_number(label: str) -> bool:
    return label.isdecimal() and len(label) <= 4  # noqa: PLR2004 - more is no number of a note


def _counts(label: str) -> bool:
    """Whether `label` is of a way of counting: a numeral, a letter, a symbol."""
    folded = fold_label(label)
    return any(scheme.shape.fullmatch(folded) for scheme in SCHEMES.values())
