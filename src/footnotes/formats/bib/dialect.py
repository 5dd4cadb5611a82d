"""What the two dialects of .bib do differently: their dates, their roles, their last touches."""

from collections.abc import Callable

from attrs import frozen

from footnotes.formats.bib.entry_draft import EntryBag, EntryDraft
from footnotes.formats.fields import FieldRow
from footnotes.model import AnyDate, AnyName


@frozen
class Dialect:
    """A dialect of .bib files: the points where `bibtex` and `biblatex` part."""

    name: str
    header: str
    """The comment above the entries: which dialect it is, and which program wants to read it."""
    ascii_header: str
    """The same for a file without letters beyond ASCII."""
    remarks_field: str
    put_date: Callable[[EntryDraft, FieldRow, AnyDate], bool]
    put_role: Callable[[EntryDraft, FieldRow, str], bool]
    finish: Callable[[EntryDraft], None]
    prepare: Callable[[EntryBag], EntryBag]
    take_date: Callable[[EntryBag, FieldRow], AnyDate | None]
    take_role: Callable[[EntryBag, FieldRow], tuple[AnyName, ...]]
