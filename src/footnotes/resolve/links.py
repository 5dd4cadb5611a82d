"""What a rule gives: the antecedent it found, or why there is none."""

from collections.abc import Sequence

from attrs import evolve, frozen

from footnotes.model import Cite, Confidence, take_weaker


@frozen
class Link:
    """The conclusion of one rule about one cite; ids of cites, None where there is nothing to point at."""

    rule: str
    confidence: Confidence
    antecedent: str | None = None
    target: str | None = None
    candidates: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    author_from: str | None = None
    """The cite whose author an Idem stands for."""
    container_of: str | None = None
    """The chapter whose volume is meant."""
    refers_to_all: tuple[str, ...] = ()
    """All that is meant, where a whole note is."""
    inherits: bool = True
    """Whether a bare form means the same place as its antecedent."""


def point_at_itself(cite: Cite, rule: str) -> Link:
    """The link of a cite that introduces its work."""
    return Link(rule, Confidence.HIGH, target=cite.id)


def point_nowhere(rule: str, flag: str, candidates: Sequence[str] = ()) -> Link:
    """The link of a cite whose work cannot be known."""
    return Link(rule, Confidence.NONE, candidates=tuple(candidates), flags=(flag,), inherits=False)


def doubt(link: Link, flag: str, most: Confidence = Confidence.MEDIUM) -> Link:
    """`link` with a reason to doubt it, and at most as sure as `most`."""
    flags = link.flags if flag in link.flags else (*link.flags, flag)
    return evolve(link, confidence=take_weaker(link.confidence, most), flags=flags)
