"""The chains of a paper as a graph: cites in the boxes of their works, arrows to what they point at."""

from collections import Counter
from collections.abc import Callable, Iterator

from attrs import frozen

from footnotes.model import Apparatus, Cite, CiteForm, Confidence, Resolution

_LONGEST = 40
"""How many characters of a cite a node shows."""


@frozen
class Node:
    """A cite: its id, and its label and first words for people."""

    name: str
    words: str
    known: bool = True
    """Whether it is known which work it means."""


@frozen
class Box:
    """A work by its key, with its cites in reading order."""

    key: str
    nodes: tuple[Node, ...]


@frozen
class Arrow:
    """From a cite to its antecedent, with the rule that found it; not solid if that is not sure."""

    start: str
    end: str
    words: str
    solid: bool


@frozen
class ChainGraph:
    """The works that are cited again, the cites whose work is unknown, and the arrows between all cites."""

    boxes: tuple[Box, ...]
    loose: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


def make_graph(apparatus: Apparatus, label: Callable[[str], str]) -> ChainGraph:
    """The chains of `apparatus`; `label` gives the name of a cite from its id.

    A work that is cited once has no chain and is left out. A pointer to the author's own note is no cite.
    """
    pairs = [
        (cite, resolution)
        for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True)
        if cite.form is not CiteForm.CROSS_REF
    ]
    cited = Counter(resolution.reference for _, resolution in pairs)
    shown = [
        (_make_node(cite, resolution, label), resolution)
        for cite, resolution in pairs
        if resolution.reference is None or cited[resolution.reference] > 1
    ]
    boxes: dict[str, list[Node]] = {}
    for node, one in shown:
        if one.reference is not None:
            boxes.setdefault(one.reference, []).append(node)
    drawn = {node.name for node, _ in shown}
    return ChainGraph(
        boxes=tuple(Box(key, tuple(nodes)) for key, nodes in boxes.items()),
        loose=tuple(node for node, one in shown if one.reference is None),
        arrows=tuple(arrow for _, one in shown for arrow in _list_arrows(one) if arrow.end in drawn),
    )


def name_node(cite: str) -> str:
    """The name of the node for the cite with the id `cite`: `c13_1`."""
    return "c" + cite.replace(".", "_")


def _make_node(cite: Cite, resolution: Resolution, label: Callable[[str], str]) -> Node:
    words = " ".join(cite.text.split())
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    return Node(name_node(cite.id), f"{label(cite.id)}: {words}", resolution.target is not None)


def _list_arrows(resolution: Resolution) -> Iterator[Arrow]:
    if resolution.antecedent is None:
        return
    sure = resolution.confidence is Confidence.HIGH
    rule = resolution.rule.replace("_", " ")
    words = rule if sure else f"{rule}, {'unknown' if resolution.target is None else resolution.confidence}"
    yield Arrow(name_node(resolution.cite), name_node(resolution.antecedent), words, sure)
