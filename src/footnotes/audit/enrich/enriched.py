"""What comes of writing archived copies into a library: the new text, and each entry's fate."""

from enum import Enum

from attrs import frozen

from footnotes.errors import FootnotesError
from footnotes.model import Span


class FieldStyle(Enum):
    """Where in a .bib file the fields go."""

    NOTE = "note"
    """Words in `addendum` or `note`, which every style prints and biber's data model knows."""
    CUSTOM = "custom"
    """Fields of their own: `archiveurl`, `archivedate`, `urlstatus`; biber warns of them, in vain."""


class ChangeState(Enum):
    """What happened to an entry."""

    WRITTEN = "written"
    REPLACED = "replaced"
    """It said otherwise before."""
    SAME = "same"
    """It says so already."""
    LEFT = "left"
    """It is as it was; the reason says why."""


@frozen
class Change:
    """An entry that a finding is about: its key, its first line (from 1), what was written, or why not."""

    key: str
    line: int
    state: ChangeState
    fields: tuple[tuple[str, str], ...] = ()
    reason: str = ""


@frozen
class TextEdit:
    """Words to stand at a place of the text in the stead of those there; an insertion has an empty span."""

    span: Span
    words: str


@frozen
class Enriched:
    """A library's text with the archived copies, its changes by entry, and the edits that made them."""

    text: str
    changes: tuple[Change, ...]
    edits: tuple[TextEdit, ...] = ()


class LeaveEntryError(FootnotesError):
    """An entry cannot be changed without harm; the message is the reason, for `Change`."""


def apply_edits(text: str, edits: list[TextEdit]) -> str:
    """The text with the edits, which must not overlap; of insertions at one place the first comes first."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda one: one.span.start):
        pieces += [text[at : edit.span.start], edit.words]
        at = edit.span.end
    return "".join([*pieces, text[at:]])
