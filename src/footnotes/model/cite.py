"""One reference to one source as the author wrote it: the evidence."""

from enum import StrEnum

from attrs import frozen

from footnotes.model.locator import Locator
from footnotes.model.reference import Reference
from footnotes.model.span import Span


class CiteForm(StrEnum):
    """How a cite is written, whatever it means (specification of the notes, section 1)."""

    FULL = "full"
    IDEM = "idem"
    IBID = "ibid"
    OP_CIT = "op_cit"
    LOC_CIT = "loc_cit"
    NOTE_REF = "note_ref"
    DECLARED_SHORT = "declared_short"
    SHORT_AUTHOR_PAGE = "short_author_page"
    SHORT_AUTHOR_TITLE = "short_author_title"
    SHORT_TITLE = "short_title"
    SHORT_AUTHOR_YEAR = "short_author_year"
    CROSS_REF = "cross_ref"
    UNKNOWN = "unknown"


@frozen
class FieldPlace:
    """Where in the source a CSL variable of a cite was read; a name list has a place for each name."""

    variable: str
    span: Span


@frozen
class Cite:
    """One reference to one source, as printed.

    A bare pointer to the author's own note or page is an entry of the form `cross_ref`: it cites nothing,
    is never an antecedent, and counts after the cites of its note. `stated` says what the words of this
    cite say and nothing else (an Ibid. states nothing); `places` tells where each of them stands in the
    source. `confidence` ("high", "medium", "low") is about how the cite was cut and read, not about what
    it resolves to.
    """

    note: int
    index: int
    """Its place among the cites of its note, from 1."""
    form: CiteForm
    text: str
    span: Span
    stated: Reference | None = None
    locator: Locator | None = None
    signal: str | None = None
    points_to: str | None = None
    """The number of the author's own note that the words name ("supra note 4" names 4)."""
    via: str | None = None
    """The id of the cite of the work consulted: that of Y in "X, quoted in Y"."""
    idem: str | None = None
    """The word that stands for the author, as printed ("Ders."); the author is that of the cite before."""
    shares_container: bool = False
    """Whether it stands in the volume of the cite before ("in: ebd.")."""
    declares: str | None = None
    """The short name that the note gives the work from here on ("hereafter cited as *Trade*")."""
    flags: tuple[str, ...] = ()
    """What is odd about how it is printed, by name: `form_typo`, `id_form`, `range_repaired` ..."""
    places: tuple[FieldPlace, ...] = ()
    confidence: str = "high"
    section: str | None = None

    @property
    def id(self) -> str:
        """Unique in the paper: note number and place in the note, as in `13.1`."""
        return f"{self.note}.{self.index}"
