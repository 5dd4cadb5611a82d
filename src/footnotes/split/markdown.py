"""Notes of Markdown: `[^smith]` with its definition `[^smith]: ...` anywhere, and `^[notes in the text]`.

After pandoc's manual (footnotes and inline_notes) and that of Markdown Extra: a marker finds its note by
the label; the order in which notes are called first is their number.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from attrs import field, frozen

from footnotes.model import Marker, NoteKind, Problem, Severity, Span
from footnotes.split.bounds import find_definition_end, find_headings
from footnotes.split.brackets import pair_brackets
from footnotes.split.found import (
    FoundNotes,
    NotePlace,
    cut_notes,
    report_uncalled,
    report_unnoted,
    sort_problems,
)
from footnotes.split.literals import Literals, find_literals
from footnotes.split.marks import fold_label
from footnotes.split.schemes import SCHEMES
from footnotes.text.fold import fold_case

_LABEL = r"\[\^(?P<label>[^\[\]^\r\n]{1,100})\]"
_DEFINITION = re.compile(rf"^[ \t>]*(?P<mark>{_LABEL}:)", re.MULTILINE)
_BARE = re.compile(rf"^[ \t>]{{0,3}}(?P<mark>{_LABEL})(?=[ \t]+\S)", re.MULTILINE)
_CALL = re.compile(rf"(?<!\\){_LABEL}")
_INLINE = re.compile(r"(?<!\\)\^(?=\[)")
# What a regular expression and other things in brackets are: "[^a-z]", "[^ ]".
_NO_LABEL = re.compile(r"(?!.*[^\W\d_]{2}.*\s.*[^\W\d_]{2})(?:.*\s|.-.)")
# `^[12]` and `^[3, 5-7]^` raise markers; they are no notes of their own.
_RAISED = re.compile(r"\s*(?:\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,20}|[*†‡§‖¶]{1,4}|\^.*)\s*")
CARET = "^"
_QUOTED = 30
"""How many characters of what is not read are shown."""


Key = str | int
"""What identifies a note: its place among the definitions; its folded label where there is no such
definition; the place of its call, counted from -1 downwards, where it stands in the text."""


@frozen
class _Definition:
    """A note with a label: where the label and its colon stand, and where the note ends."""

    label: str
    mark: Span
    end: int


@frozen
class _Call:
    """A place in the text that calls a note: by a label, or by holding the note itself."""

    span: Span
    label: str | None = None
    end: int = 0
    """Where the note ends that stands in the text, before its closing bracket."""


@frozen
class _Sources:
    """The notes and calls of a text, each in the order of the text."""

    definitions: Sequence[_Definition]
    calls: Sequence[_Call]
    nested: Sequence[_Call]
    """Calls that stand in notes."""
    unclosed: Sequence[Span]
    _by_label: Mapping[str, list[int]] = field(init=False)

    @_by_label.default
    def _list_labels(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, one in enumerate(self.definitions):
            for key in {one.label, _fold(one.label)}:
                found.setdefault(key, []).append(at)
        return found

    def find(self, call: _Call) -> int | None:
        """The definition that `call` means: of several with its label the first behind it, or the last."""
        if call.label is None:
            return None
        known = self._by_label.get(call.label) or self._by_label.get(_fold(call.label)) or []
        behind = bisect_right(known, call.span.start, key=lambda at: self.definitions[at].mark.start)
        return known[min(behind, len(known) - 1)] if known else None

    def identify(self, call: _Call) -> Key:
        """What identifies the note that `call` calls."""
        if call.label is None:
            return -1 - bisect_left(self.calls, call.span, key=lambda one: one.span)
        target = self.find(call)
        return _fold(call.label) if target is None else target

    def find_holder(self, at: int) -> Key:
        """What identifies the note that holds the character at `at`, which one does."""
        index = bisect_right(self.definitions, at, key=lambda one: one.mark.start) - 1
        if index >= 0 and at < self.definitions[index].end:
            return index
        return -bisect_right(self.calls, at, key=lambda one: one.span.start)


def find_markdown_notes(text: str) -> FoundNotes | None:
    """The notes of `text` that are written in Markdown, or None if there are none.

    Labels that only count, and come more than once, are no names: then the series tells what each is.
    """
    if "[^" not in text and "^[" not in text:
        return None
    sources = _find_sources(text)
    labels = [one.label for one in sources.definitions]
    inline = any(call.label is None for call in sources.calls)
    if not labels and not inline:
        return None
    named = any(not _counts(label) for label in labels)
    called = any(sources.find(call) is not None for call in sources.calls)
    if not inline and not named and (len(set(labels)) < len(labels) or not called):
        return None
    return _number_notes(text, sources)


def _find_sources(text: str) -> _Sources:
    literals = find_literals(text)
    definitions = list(_find_definitions(text, literals))
    held = [Span(one.mark.start, one.end) for one in definitions]
    inline, unclosed = _find_inline(text, literals, held)
    held = sorted([*held, *(Span(one.span.start, one.end) for one in inline)])
    known = {_fold(one.label) for one in definitions}
    marks = {one.mark.start for one in definitions}
    calls, nested = list[_Call](), list[_Call]()
    for match in _CALL.finditer(text):
        named = _fold(match["label"]) in known or not _NO_LABEL.match(match["label"])
        if named and match.start() not in marks and not literals.hold(match.start()):
            inside = _is_within(held, match.start())
            (nested if inside else calls).append(_Call(Span(*match.span()), match["label"]))
    calls = sorted([*calls, *inline], key=lambda call: call.span)
    return _Sources(definitions, calls, nested, unclosed)


def _find_definitions(text: str, literals: Literals) -> Iterator[_Definition]:
    found = _list_definitions(text, literals)
    headings = find_headings(text)
    for match, following in zip(found, [*found[1:], None], strict=False):
        start = match.end("mark")
        stop = following.start() if following else len(text)
        heading = bisect_left(headings, start)
        stop = min(stop, headings[heading]) if heading < len(headings) else stop
        mark = Span(match.start("mark"), start)
        yield _Definition(match["label"], mark, find_definition_end(text, mark, stop))


def _list_definitions(text: str, literals: Literals) -> list[re.Match[str]]:
    """The labels that open definitions, also of those that lack the colon.

    Such a one opens a line, is called before it, and is defined nowhere else.
    """
    found = [match for match in _DEFINITION.finditer(text) if not literals.hold(match.start("mark"))]
    bare = [match for match in _BARE.finditer(text) if not literals.hold(match.start("mark"))]
    if not bare:
        return found
    defined = {_fold(match["label"]) for match in found}
    called = dict[str, int]()
    for match in _CALL.finditer(text):
        called.setdefault(_fold(match["label"]), match.start())
    for match in bare:
        label = _fold(match["label"])
        if label not in defined and called[label] < match.start("mark"):
            defined.add(label)
            found.append(match)
    return sorted(found, key=lambda match: match.start())


def _find_inline(text: str, literals: Literals, held: Sequence[Span]) -> tuple[list[_Call], list[Span]]:
    """The notes that stand in the text, and what begins like one and is never closed."""
    found, unclosed = list[_Call](), list[Span]()
    partners: dict[int, int] = {}
    read_to = end = 0
    for match in _INLINE.finditer(text):
        at = match.start()
        if at < end or literals.hold(at) or _is_within(held, at):
            continue
        if at >= read_to:
            partners, read_to = pair_brackets(text, at, literals)
        closing = partners.get(at + 1)
        following = bisect_right(held, at, key=lambda span: span.start)
        if closing is None or (following < len(held) and held[following].start < closing):
            unclosed.append(Span(at, at + 2))
        elif text[at + 2 : closing].strip() and not _RAISED.fullmatch(text, at + 2, closing):
            end = closing
            found.append(_Call(Span(at, at + 1), end=at + 2 + len(text[at + 2 : closing].rstrip())))
    return found, unclosed


def _number_notes(text: str, sources: _Sources) -> FoundNotes:
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


def _order_keys(sources: _Sources, keys: Sequence[Key], within: Sequence[Key]) -> list[Key]:
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


def _count(sources: _Sources, order: Sequence[Key], used: int) -> dict[Key, int]:
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
    sources: _Sources, numbers: Mapping[Key, int], called: Collection[Key]
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


def _report_repeated(sources: _Sources, numbers: Mapping[Key, int]) -> Iterator[Problem]:
    seen = set[str]()
    for at, one in enumerate(sources.definitions):
        if one.label in seen:
            message = f"The note label “{one.label}” is printed twice; a marker means the note behind it."
            yield Problem("label-repeated", message, Severity.WARNING, one.mark, numbers[at])
        seen.add(one.label)


def _fold(label: str) -> str:
    return " ".join(fold_case(label).split())


def _is_number(label: str) -> bool:
    return label.isdecimal() and len(label) <= 4  # noqa: PLR2004 - more is no number of a note


def _counts(label: str) -> bool:
    """Whether `label` is of a way of counting: a numeral, a letter, a symbol."""
    folded = fold_label(label)
    return any(scheme.shape.fullmatch(folded) for scheme in SCHEMES.values())


def _is_within(spans: Sequence[Span], at: int) -> bool:
    before = bisect_right(spans, at, key=lambda span: span.start) - 1
    return before >= 0 and at < spans[before].end
