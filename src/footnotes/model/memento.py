"""Archived copies of a page, in the words of RFC 7089."""

from datetime import datetime
from enum import Enum

from attrs import frozen


@frozen
class Memento:
    """One capture.

    `original` is the URL captured, which may differ from the cited one in scheme, "www." or case; `uri` is
    that of the copy, `captured` its time (UTC), `archive` the name of the archive. `digest` and `code` are
    those of the captured answer, where the archive tells them.
    """

    original: str
    uri: str
    captured: datetime
    archive: str
    digest: str | None = None
    code: int | None = None


class ArchivedState(Enum):
    """What the archives said; silence is not a no."""

    FOUND = "found"
    NONE = "none"
    """Every archive answered, and none has a copy."""
    UNREACHABLE = "unreachable"
    """None has told of a copy, and at least one did not answer."""
    NOT_ASKED = "not-asked"


class ArchiveState(Enum):
    """How an archive is doing in the course of an audit."""

    OK = "ok"
    HIBERNATING = "hibernating"
    """It failed several times and is left alone for a while."""
    UNREACHABLE = "unreachable"
    OFF = "off"


class DateSource(Enum):
    """Which date of the citation a copy is measured against."""

    ACCESSED = "accessed"
    PUBLISHED = "published"
    """The citation states no access date."""
    NONE = "none"
    """It states neither; the copies are measured against the day of the audit."""


@frozen
class Rescue:
    """The copy to use: one that shows the work, as near as can be to the day the author saw it.

    `days_from_access` is negative for a copy made before that day, None where no date is stated.
    `representative` says that the copies on both sides of the day are the same (Jones et al. 2016); None,
    that there are none on both sides.
    """

    memento: Memento
    days_from_access: int | None
    representative: bool | None = None


@frozen
class RejectedCopy:
    """A capture that is no rescue, and why in a few words ("the archived answer is a 404")."""

    memento: Memento
    reason: str


@frozen
class Archived:
    """What the archives hold of a URL.

    `before` and `after` are the captures nearest to the date on either side. `similarity` compares the page
    as it is with the rescue, 0 to 1, and is None where either has no text. `unreachable` names the archives
    that did not answer.
    """

    state: ArchivedState
    rescue: Rescue | None = None
    before: Memento | None = None
    after: Memento | None = None
    measured_from: DateSource = DateSource.NONE
    similarity: float | None = None
    rejected: tuple[RejectedCopy, ...] = ()
    unreachable: tuple[str, ...] = ()


@frozen
class ArchiveReport:
    """An archive and how it did in an audit."""

    name: str
    state: ArchiveState
