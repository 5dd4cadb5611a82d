"""What the reading of a stretch gives: what its words state, and where it is a cite."""

from attrs import evolve, frozen

from footnotes.model import CiteForm, Locator
from footnotes.parse.landmarks import Range

STATING = frozenset({CiteForm.FULL, CiteForm.IDEM})
"""The forms that state their work."""


@frozen
class Reading:
    """A cite as read: the variables it states with their places, and the stretch that is the cite.

    `identified` says that it holds an imprint, a date, an address or a volume, or stands in a named
    volume, and so can be found by what it says; `certain` that no stretch was left without a role.
    """

    type: str
    variables: dict[str, object]
    places: tuple[tuple[str, int, int], ...]
    locator: Locator | None
    start: int
    end: int
    points_to: str | None = None
    idem: bool = False
    idem_word: str | None = None
    """The word that stands for the author, as printed."""
    shares_container: bool = False
    """Whether it stands in the volume of the cite before."""
    flags: tuple[str, ...] = ()
    """What is odd about how it is printed."""
    identified: bool = False
    certain: bool = True


@frozen
class FoundCite:
    """A cite in the text of a note, with the signal that leads to it."""

    form: CiteForm
    reading: Reading
    signal: Range | None = None
    confidence: str = "high"
    declares: str | None = None
    """The short name that the note gives the work."""


def lead(found: FoundCite, signal: Range | None) -> FoundCite:
    """`found` with the signal that leads to it."""
    return evolve(found, signal=signal) if signal else found
