"""A graph of chains in the languages of Graphviz and Mermaid."""

import re
from collections.abc import Callable, Iterator

from footnotes.formats.apparatus.chains import ChainGraph, Node

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
# In a quoted string of Mermaid "#35;" is a character by its number; these would end or change the string.
_MERMAID = {ord(sign): f"#{ord(sign)};" for sign in '"#<>`&\\'}


def write_dot(graph: ChainGraph) -> str:
    """`graph` in DOT, for Graphviz: works are clusters, doubtful arrows dashed, unknown cites red."""
    return "\n".join(["digraph chains {", *(f"  {line}" for line in _list_dot(graph)), "}", ""])


def write_mermaid(graph: ChainGraph) -> str:
    """`graph` as a Mermaid flowchart: works are subgraphs, doubtful arrows dotted, unknown cites red."""
    return "\n".join(["flowchart RL", *(f"  {line}" for line in _list_mermaid(graph)), ""])


GRAPHS: dict[str, Callable[[ChainGraph], str]] = {"dot": write_dot, "mermaid": write_mermaid}
"""How a graph can be written."""


def _list_dot(graph: ChainGraph) -> Iterator[str]:
    yield "rankdir=RL;"
    yield "node [shape=box];"
    for number, box in enumerate(graph.boxes, start=1):
        yield f"subgraph cluster_{number} {{"
        yield f"  label={_quote_dot(box.key)};"
        yield from (f"  {node.name} [label={_quote_dot(node.words)}];" for node in box.nodes)
        yield "}"
    for node in graph.loose:
        yield f"{node.name} [label={_quote_dot(_mark(node))}, color=red, style=dashed];"
    for arrow in graph.arrows:
        style = "" if arrow.solid else ", style=dashed"
        yield f"{arrow.start} -> {arrow.end} [label={_quote_dot(arrow.words)}{style}];"


def _list_mermaid(graph: ChainGraph) -> Iterator[str]:
    for number, box in enumerate(graph.boxes, start=1):
        yield f"subgraph w{number}[{_quote_mermaid(box.key)}]"
        yield from (f"  {node.name}[{_quote_mermaid(node.words)}]" for node in box.nodes)
        yield "end"
    for node in graph.loose:
        yield f"{node.name}[{_quote_mermaid(_mark(node))}]:::unknown"
    for arrow in graph.arrows:
        line = "-->" if arrow.solid else "-.->"
        yield f"{arrow.start} {line}|{_quote_mermaid(arrow.words)}| {arrow.end}"
    if graph.loose:
        yield "classDef unknown stroke:red,stroke-dasharray:4"


def _mark(node: Node) -> str:
    return node.words if node.known else f"{node.words} (unknown)"


def _quote_dot(words: str) -> str:
    plain = _CONTROLS.sub(" ", words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _quote_mermaid(words: str) -> str:
    return '"' + _CONTROLS.sub(" ", words).translate(_MERMAID) + '"'
