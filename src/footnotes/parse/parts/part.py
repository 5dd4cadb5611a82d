"""What a stretch of a cite after its title was recognised as, and the shape of the rules that say so."""

from collections.abc import Callable

from attrs import frozen

from footnotes.parse.landmarks import Stretch


@frozen
class Part:
    """A stretch of a cite and what it was recognised as; `value` depends on `kind`."""

    kind: str
    start: int
    end: int
    value: object = None


Rule = Callable[[Stretch], Part | None]
