"""The nouns: frozen attrs classes that know no file and no format."""

from footnotes.model.apparatus import Apparatus
from footnotes.model.cite import Cite, CiteForm, FieldPlace
from footnotes.model.date import AnyDate, Date, LiteralDate, PartialDate
from footnotes.model.document import SourceDocument
from footnotes.model.library import Library
from footnotes.model.locator import Level, Locator, join_levels, list_levels, rank_label
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

__all__ = [
    "DATE_VARIABLES",
    "NAME_VARIABLES",
    "TEXT_VARIABLES",
    "VARIABLES",
    "WORK_TYPES",
    "AnyDate",
    "AnyName",
    "Apparatus",
    "Cite",
    "CiteForm",
    "Confidence",
    "Date",
    "FieldPlace",
    "Level",
    "Library",
    "LiteralDate",
    "LiteralName",
    "Locator",
    "LocatorSource",
    "Marker",
    "Name",
    "Note",
    "NoteKind",
    "Origin",
    "PartialDate",
    "Position",
    "Problem",
    "Reference",
    "Resolution",
    "Segment",
    "SegmentRole",
    "Severity",
    "SourceDocument",
    "Span",
    "Tile",
    "join_levels",
    "list_levels",
    "rank_label",
    "take_weaker",
]
