"""What a rule gives: the antecedent it found, or why there is none."""

from attrs import frozen

from footnotes.model import Cite, Confidence


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
    """The full cite whose author an Idem stands for."""
    inherits: bool = True
    """Whether a bare form means the same place as its antecedent."""


def point_at_itself(cite: Cite, rule: str) -> Link:
    """The link of a cite that introduces its work."""
    return Link(rule, Confidence.HIGH, target=cite.id)


def point_nowhere(rule: str, flag: str, candidates: tuple[str, ...] = ()) -> Link:
    """The link of a cite whose work cannot be known."""
    return Link(rule, Confidence.NONE, candidates=candidates, flags=(flag,), inherits=False)
