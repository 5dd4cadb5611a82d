"""The words of the body that lead to the call of a note."""

import re
from collections.abc import Callable, Sequence

from footnotes.model import Marker, SourceDocument

_REACH = 400
"""How far before a marker its sentence is looked for, in characters."""
_MARKER = r"(?:\[[^\[\]]{1,12}\]|<sup>[^<>]{1,20}</sup>|\d{1,3})?"
_SENTENCE_END = re.compile(rf"[.!?…][\"”’»)\]*_]*{_MARKER}\s+(?=\W?[^\W\d_a-z])|\n\s*\n")


def make_context_finder(document: SourceDocument, markers: Sequence[Marker]) -> Callable[[int], str]:
    """A function that gives, by the number of a note, the part of its sentence before the marker.

    It gives nothing where no marker was found.
    """
    places = {marker.number: marker.span.start for marker in markers}

    def find_context(number: int) -> str:
        at = places.get(number)
        if at is None:
            return ""
        before = document.text[max(0, at - _REACH) : at]
        ends = [match.end() for match in _SENTENCE_END.finditer(before)]
        return before[ends[-1] :] if ends else before

    return find_context
