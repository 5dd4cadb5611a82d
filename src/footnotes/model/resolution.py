"""What a cite means: the conclusion, apart from the evidence."""

from enum import StrEnum

from attrs import frozen

from footnotes.model.locator import Locator


class Confidence(StrEnum):
    """How sure a conclusion is (specification of the notes, section 0)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"

    @property
    def rank(self) -> int:
        """0 for none to 3 for high, so that the weaker of two can be taken."""
        return ("none", "low", "medium", "high").index(self.value)


def take_weaker(one: Confidence, other: Confidence) -> Confidence:
    """The weaker of two confidences: a chain is as strong as its weakest link."""
    return min(one, other, key=lambda confidence: confidence.rank)


class LocatorSource(StrEnum):
    """Where the place cited comes from."""

    EXPLICIT = "explicit"
    INHERITED = "inherited"
    NONE = "none"


class Position(StrEnum):
    """The position of a cite among the cites of its work (CSL 1.0.2, "Locators" and "position")."""

    FIRST = "first"
    IBID = "ibid"
    IBID_WITH_LOCATOR = "ibid-with-locator"
    SUBSEQUENT = "subsequent"


@frozen
class Resolution:
    """Which work a cite is about, by which rule, and how sure that is.

    `antecedent` is the cite that the words point at; `target` the full citation at the end
    of the chain (None where nobody can know). `candidates` lists all that would fit where
    more than one does.
    """

    cite: str
    rule: str
    confidence: Confidence
    antecedent: str | None = None
    target: str | None = None
    locator: Locator | None = None
    locator_source: LocatorSource = LocatorSource.NONE
    position: Position | None = None
    candidates: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    author_from: str | None = None
    """The cite whose author this one means by "Idem": the one just before."""
    refers_to_all: tuple[str, ...] = ()
    """The cites meant where all of a note are (OSCOLA, Polish "tamże"); then there is no target."""
    container_of: str | None = None
    """The full cite of a chapter whose volume is meant, which is itself cited in full nowhere."""
    container_from: str | None = None
    """The full cite whose volume holds this work too ("in: ebd.")."""
    unknown_work: str | None = None
    """The first cite of a work that nobody can resolve, by which its later cites stay together."""
    first_note: int | None = None
    """The number of the note that cites the work first (CSL's `first-reference-note-number`)."""
    near_note: bool = False
    """Whether an earlier note within reach cites the work too (CSL's `near-note`)."""
    reference: str | None = None
    """The key of the work; given when the library has been collected."""
