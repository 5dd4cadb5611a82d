"""What was repaired, or read but not used: kept beside the result, in order."""

from enum import StrEnum

from attrs import frozen

from footnotes.model.span import Span


class Severity(StrEnum):
    """How much a problem matters to an editor."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@frozen
class Problem:
    """One thing that an editor may want to know, with its place in the source."""

    code: str
    """A stable lower-case name such as `label-misread`."""
    message: str
    """One sentence."""
    severity: Severity
    span: Span
    note: int | None = None
    """The true number of the note it is about, if it is about one."""
