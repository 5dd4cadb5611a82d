"""What two entries say of one thing, and what that says of their being one work."""

from enum import StrEnum

from attrs import field, frozen

from footnotes.model import Confidence


class Bearing(StrEnum):
    """What a piece of evidence says."""

    SAME = "same"
    """Both state the same."""
    DOUBT = "doubt"
    """They differ as two entries of one work may."""
    APART = "apart"
    """They differ as entries of one work do not, unless an identifier proves that one of them errs."""
    NEVER = "never"
    """They differ as two works do, whatever else agrees."""


@frozen
class Evidence:
    """One thing that two entries state, side by side; `doubts` counts how much the difference weighs."""

    what: str
    one: str
    other: str
    bearing: Bearing = Bearing.SAME
    doubts: int = 0


@frozen
class Pair:
    """Two works of a library, by their places in it, that may be one."""

    one: int
    other: int
    confidence: Confidence = field(eq=False)
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


def agree(what: str, one: str, other: str) -> Evidence:
    """Both state the same."""
    return Evidence(what, one, other)


def doubt(what: str, one: str, other: str, doubts: int = 1) -> Evidence:
    """They differ as two entries of one work may."""
    return Evidence(what, one, other, Bearing.DOUBT, doubts)


def part(what: str, one: str, other: str) -> Evidence:
    """They differ as two works do, unless an identifier proves that one errs."""
    return Evidence(what, one, other, Bearing.APART, 1)


def forbid(what: str, one: str, other: str) -> Evidence:
    """They differ as two works do."""
    return Evidence(what, one, other, Bearing.NEVER)
