"""A text without the notes that were found in it, for a search for more: nothing else moves."""

from footnotes.split.found import FoundNotes, is_inline

_RULE = "---"
"""No note goes on behind a rule."""


def mask_notes(text: str, found: FoundNotes) -> str:
    """`text` with a rule in the place of each definition of a note, and blanks for the other notes."""
    pieces, at = list[str](), 0
    markers = [(marker.span, False) for marker in found.markers]
    for span, is_note in sorted([*markers, *((note.span, not is_inline(note)) for note in found.notes)]):
        length = len(span)
        rule = _RULE if is_note and length >= len(_RULE) else ""
        pieces += [text[at : span.start], rule, " " * (length - len(rule))]
        at = span.end
    return "".join([*pieces, text[at:]])
