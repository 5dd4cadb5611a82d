"""What the dialects of .bib do differently: their dates, their roles, their last touches."""

from collections.abc import Callable

from attrs import frozen

from footnotes.formats.bib.data_model import DataModel
from footnotes.formats.bib.entry_draft import EntryBag, EntryDraft
from footnotes.formats.fields import FieldRow
from footnotes.model import AnyDate, AnyName, Reference


@frozen
class Dialect:
    """A dialect of .bib files: the points where BibTeX, BibLaTeX and strict BibLaTeX part."""

    name: str
    header: str
    """The comment above the entries: which dialect it is, and which program wants to read it."""
    ascii_header: str
    """The same for a file without letters beyond ASCII."""
    remarks_field: str
    labels: tuple[str, ...]
    """How the remarks begin that are read back, longest first."""
    choose_entry_types: Callable[[Reference], tuple[str, ...]]
    """The entry types that can hold a work, best first; the first that lacks nothing is written."""
    put_date: Callable[[EntryDraft, FieldRow, AnyDate], bool]
    put_role: Callable[[EntryDraft, FieldRow, str], bool]
    finish: Callable[[EntryDraft, Reference], None]
    prepare: Callable[[EntryBag], EntryBag]
    take_date: Callable[[EntryBag, FieldRow], AnyDate | None]
    take_role: Callable[[EntryBag, FieldRow], tuple[AnyName, ...]]
    model: DataModel | None = None
    """What an entry may and must hold, for a dialect that keeps to it."""
