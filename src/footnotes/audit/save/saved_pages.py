"""What became of a page that an archive was asked to keep."""

from enum import Enum

from attrs import frozen

from footnotes.model import Memento


class SaveState(Enum):
    """How the wish to have a page kept ended."""

    SAVED = "saved"
    """The archive says that it has it; `verify_saved` looks whether it gives it, too."""
    PENDING = "pending"
    """The archive was still at work when the waiting ended; it may have it by now."""
    FAILED = "failed"
    """The archive could not get the page, or got no page."""
    REFUSED = "refused"
    """The archive does not want it."""
    LATER = "later"
    """The archive could not take it now, and was asked as often as is decent."""
    UNCLEAR = "unclear"
    """What the archive answered is not understood, and it was not asked again."""
    NOT_ASKED = "not-asked"
    """The page was never named to the archive; the message says why."""


class Verification(Enum):
    """What was seen when the archive was asked for a capture that it says it made."""

    FOUND = "found"
    NOT_YET = "not-yet"
    """It gives an older one or none: captures can be had only once they are indexed."""
    UNKNOWN = "unknown"
    """It did not answer as an archive does."""


@frozen
class SavedPage:
    """A page, and what became of it.

    `url` is the address as cited, `asked` the one that was sent (the address reached, for a page that has
    moved), `message` a sentence for people: the archive's own where it gave one.
    """

    url: str
    state: SaveState
    memento: Memento | None = None
    message: str = ""
    asked: str | None = None
    verification: Verification | None = None
