"""What one paper yields."""

from attrs import frozen

from footnotes.model.cite import Cite
from footnotes.model.document import SourceDocument
from footnotes.model.library import Library
from footnotes.model.note import Marker, Note, Segment
from footnotes.model.problem import Problem
from footnotes.model.resolution import Resolution


@frozen
class Apparatus:
    """The notes of a paper, read to the end: from its text to the library of its works.

    `cites` and `resolutions` are in reading order and of equal length; `segments` cover
    every note and hold its commentary; `problems` are in the order of the source.
    """

    document: SourceDocument
    notes: tuple[Note, ...]
    markers: tuple[Marker, ...]
    segments: tuple[Segment, ...]
    cites: tuple[Cite, ...]
    resolutions: tuple[Resolution, ...]
    library: Library
    problems: tuple[Problem, ...]
    profile: str = "general"
    """The tradition in which the back-references were read."""
