"""Where a text in Markdown defines its notes, and where it calls them.

After pandoc's manual (footnotes and inline_notes) and that of Markdown Extra.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from footnotes.model import Span
from footnotes.split.bounds import find_definition_end, find_headings
from footnotes.split.brackets import pair_brackets
from footnotes.split.literals import Literals, find_literals
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

Key = str | int
"""What identifies a note: its place among the definitions; its folded label where there is no such
definition; the place of its call, counted from -1 downwards, where it stands in the text."""


@frozen
class Definition:
    """A note with a label: where the label and its colon stand, and where the note ends."""

    label: str
    mark: Span
    end: int


@frozen
class Call:
    """A place in the text that calls a note: by a label, or by holding the note itself."""

    span: Span
    label: str | None = None
    end: int = 0
    """Where the note ends that stands in the text, before its closing bracket."""


@frozen
class Sources:
    """The notes and calls of a text, each in the order of the text."""

    definitions: Sequence[Definition]
    calls: Sequence[Call]
    nested: Sequence[Call]
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

    def find(self, call: Call) -> int | None:
        """The definition that `call` means: of several with its label the first behind it, or the last."""
        if call.label is None:
            return None
        known = self._by_label.get(call.label) or self._by_label.get(_fold(call.label)) or []
        behind = bisect_right(known, call.span.start, key=lambda at: self.definitions[at].mark.start)
        return known[min(behind, len(known) - 1)] if known else None

    def identify(self, call: Call) -> Key:
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


def find_sources(text: str) -> Sources:
    """What defines notes in `text` and what calls them, but for what stands in code and its like."""
    literals = find_literals(text)
    definitions = list(_find_definitions(text, literals))
    held = [Span(one.mark.start, one.end) for one in definitions]
    inline, unclosed = _find_inline(text, literals, held)
    held = sorted([*held, *(Span(one.span.start, one.end) for one in inline)])
    known = {_fold(one.label) for one in definitions}
    marks = {one.mark.start for one in definitions}
    calls, nested = list[Call](), list[Call]()
    for match in _CALL.finditer(text):
        named = _fold(match["label"]) in known or not _NO_LABEL.match(match["label"])
        if named and match.start() not in marks and not literals.hold(match.start()):
            inside = _is_within(held, match.start())
            (nested if inside else calls).append(Call(Span(*match.span()), match["label"]))
    calls = sorted([*calls, *inline], key=lambda call: call.span)
    return Sources(definitions, calls, nested, unclosed)


def _find_definitions(text: str, literals: Literals) -> Iterator[Definition]:
    found = _list_definitions(text, literals)
    headings = find_headings(text)
    for match, following in zip(found, [*found[1:], None], strict=False):
        start = match.end("mark")
        stop = following.start() if following else len(text)
        heading = bisect_left(headings, start)
        stop = min(stop, headings[heading]) if heading < len(headings) else stop
        mark = Span(match.start("mark"), start)
        yield Definition(match["label"], mark, find_definition_end(text, mark, stop))


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


def _find_inline(text: str, literals: Literals, held: Sequence[Span]) -> tuple[list[Call], list[Span]]:
    """The notes that stand in the text, and what begins like one and is never closed."""
    found, unclosed = list[Call](), list[Span]()
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
            found.append(Call(Span(at, at + 1), end=at + 2 + len(text[at + 2 : closing].rstrip())))
    return found, unclosed


def _fold(label: str) -> str:
    """`label` as labels are compared."""
    return " ".join(fold_case(label).split())


def _is_within(spans: Sequence[Span], at: int) -> bool:
    before = bisect_right(spans, at, key=lambda span: span.start) - 1
    return before >= 0 and at < spans[before].end
