"""The nouns: frozen attrs classes that know no file and no format."""

from footnotes.model.apparatus import Apparatus
from footnotes.model.cite import Cite, CiteForm, FieldPlace
from footnotes.model.cited_link import CitedBy, CitedLink
from footnotes.model.date import AnyDate, Date, LiteralDate, PartialDate
from footnotes.model.document import SourceDocument
from footnotes.model.library import Library
from footnotes.model.link_check import Hop, LinkCheck, LinkStatus, Sign
from footnotes.model.link_finding import Audit, LinkFinding, Verdict
from footnotes.model.locator import Level, Locator, join_levels, list_levels, rank_label
from footnotes.model.memento import (
    Archived,
    ArchivedState,
    ArchiveReport,
    ArchiveState,
    DateSource,
    Memento,
    RejectedCopy,
    Rescue,
)
from footnotes.model.name import AnyName, LiteralName, Name
from footnotes.model.note import Marker, Note, NoteKind, Origin, Segment, SegmentRole, Tile
from footnotes.model.problem import Problem, Severity
from footnotes.model.reference import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    TEXT_VARIABLES,
    VARIABLES,
    WORK_TYPES,
    Reference,
)
from footnotes.model.resolution import Confidence, LocatorSource, Position, Resolution, take_weaker
from footnotes.model.span import Span
from footnotes.model.spelling import Frame, Pointer, Spelling

__all__ = [
    "DATE_VARIABLES",
    "NAME_VARIABLES",
    "TEXT_VARIABLES",
    "VARIABLES",
    "WORK_TYPES",
    "AnyDate",
    "AnyName",
    "Apparatus",
    "ArchiveReport",
    "ArchiveState",
    "Archived",
    "ArchivedState",
    "Audit",
    "Cite",
    "CiteForm",
    "CitedBy",
    "CitedLink",
    "Confidence",
    "Date",
    "DateSource",
    "FieldPlace",
    "Frame",
    "Hop",
    "Level",
    "Library",
    "LinkCheck",
    "LinkFinding",
    "LinkStatus",
    "LiteralDate",
    "LiteralName",
    "Locator",
    "LocatorSource",
    "Marker",
    "Memento",
    "Name",
    "Note",
    "NoteKind",
    "Origin",
    "PartialDate",
    "Pointer",
    "Position",
    "Problem",
    "Reference",
    "RejectedCopy",
    "Rescue",
    "Resolution",
    "Segment",
    "SegmentRole",
    "Severity",
    "Sign",
    "SourceDocument",
    "Span",
    "Spelling",
    "Tile",
    "Verdict",
    "join_levels",
    "list_levels",
    "rank_label",
    "take_weaker",
]
