"""The words of the body that lead to the call of a note."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from footnotes.model import Marker, Note, SourceDocument, Span
from footnotes.split.found import is_inline

_REACH = 400
"""How far before a marker its sentence is looked for, in characters."""
_MARKER = (
    r"(?:\[(?:[^\[\]]{1,12}|\^[^\[\]]{1,100})\]|<sup>[^<>]{1,20}</sup>|\^\d{1,4}\^|[⁰¹²³⁴-⁹]{1,4}|\d{1,3})?"
)
_SENTENCE_END = re.compile(rf"[.!?…][\"”’»)\]*_]*{_MARKER}\s+(?=\W?[^\W\d_a-z])|\n\s*\n")


def make_context_finder(
    document: SourceDocument, markers: Sequence[Marker], notes: Sequence[Note] = ()
) -> Callable[[int], str]:
    """A function that gives, by the number of a note, the part of its sentence before the first marker.

    It gives nothing where no marker was found. `notes` that stand in the text are no part of a sentence.
    """
    places = {marker.number: marker.span.start for marker in reversed(markers)}
    inside = [Span(note.span.start - 1, note.span.end + 1) for note in notes if is_inline(note)]

    def find_context(number: int) -> str:
        at = places.get(number)
        if at is None:
            return ""
        before = _leave_out(document.text, inside, at)
        ends = [match.end() for match in _SENTENCE_END.finditer(before)]
        return before[ends[-1] :] if ends else before

    return find_context


def _leave_out(text: str, inside: Sequence[Span], at: int) -> str:
    """The text before `at` as far as needed, without what is `inside` it."""
    pieces, length = list[str](), 0
    following = bisect_right(inside, at, key=lambda span: span.end)
    while at > 0 and length < _REACH:
        span = inside[following - 1] if following else Span(-1, 0)
        pieces.append(text[max(span.end, at - _REACH + length) : at])
        length += len(pieces[-1])
        at, following = max(span.start, 0), following - 1 if following else 0
    return "".join(reversed(pieces))
