"""`footnotes cites --graph`."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from footnotes.cli.exits import ExitCode

Run = Callable[..., Result]

# The grammar of what is written, line by line; a string in DOT ends at a quote with no backslash before it.
_DOT_STRING = r'"(?:[^"\\]|\\.)*"'
_DOT_LINE = re.compile(
    rf"""digraph\ chains\ \{{ | \}} | rankdir=RL; | node\ \[shape=box\];
    | subgraph\ cluster_\d+\ \{{ | label={_DOT_STRING};
    | (?P<node>c\d+_\d+)\ \[label=(?P<label>{_DOT_STRING})(?P<unknown>,\ color=red,\ style=dashed)?\];
    | (?P<start>c\d+_\d+)\ ->\ (?P<end>c\d+_\d+)
      \ \[label=(?P<rule>{_DOT_STRING})(?P<dashed>,\ style=dashed)?\];""",
    re.VERBOSE,
)
_MERMAID_STRING = r'"(?:[^"#<>`\\]|\#\d+;)*"'
_MERMAID_LINE = re.compile(
    rf"""flowchart\ RL | end | classDef\ unknown\ .* | subgraph\ w\d+\[{_MERMAID_STRING}\]
    | (?P<node>c\d+_\d+)\[(?P<label>{_MERMAID_STRING})\](?P<unknown>:::unknown)?
    | (?P<start>c\d+_\d+)\ (?:-->|(?P<dashed>-\.->))\|(?P<rule>{_MERMAID_STRING})\|\ (?P<end>c\d+_\d+)""",
    re.VERBOSE,
)
GRAMMARS = {"dot": _DOT_LINE, "mermaid": _MERMAID_LINE}


def _parse(language: str, text: str) -> list[re.Match[str]]:
    """The lines of a graph, each of which must be of the language; arrows lead to nodes that are there."""
    lines = [GRAMMARS[language].fullmatch(line.strip()) for line in text.splitlines()]
    found = [line for line in lines if line is not None]
    nodes = {line["node"] for line in found if line["node"]}
    assert len(lines) == len(found)
    assert all({line["start"], line["end"]} <= nodes for line in found if line["start"])
    return found


@pytest.mark.parametrize("language", GRAMMARS)
def test_chain(run: Run, seed_path: Path, language: str) -> None:
    """An arrow leads from each Ibid. to the cite it points at, with the rule."""
    lines = _parse(language, run("cites", seed_path, "--graph", language).stdout)
    arrows = {(line["start"], line["end"], line["rule"]) for line in lines if line["start"]}

    assert ("c54_1", "c53_1", '"ibid"') in arrows
    assert ("c26_1", "c25_1", '"ibid"') in arrows
    assert ("c18_1", "c13_1", '"author page"') in arrows


@pytest.mark.parametrize("language", GRAMMARS)
def test_only_chains_are_shown(run: Run, seed_path: Path, language: str) -> None:
    """A work that is cited once is left out: of 80 cites in 75 notes the 35 of twelve works remain."""
    text = run("cites", seed_path, "--graph", language).stdout
    nodes = [line["node"] for line in _parse(language, text) if line["node"]]

    assert 12 == text.count("subgraph ")
    assert len(set(nodes)) == len(nodes) < 40
    assert "c1_1" not in nodes


@pytest.mark.parametrize("language", GRAMMARS)
def test_doubt(run: Run, doubtful: Path, language: str) -> None:
    """An arrow that is not sure is dashed and says how sure it is."""
    lines = _parse(language, run("cites", doubtful, "--graph", language).stdout)
    doubts = [line["rule"] for line in lines if line["start"] and line["dashed"]]

    assert ['"ibid, low"'] == doubts


@pytest.mark.parametrize("language", GRAMMARS)
def test_unknown_works(run: Run, language: str) -> None:
    """A cite whose work is unknown is marked, and is not in the box of a work."""
    Path("paper.txt").write_text(
        "A claim.[1] Another.[2]\n\n## Notes\n\n[1] Ibid., 4.\n[2] Ann Lee, *Tea* (Oxford: OUP, 2001).\n"
    )
    lines = _parse(language, run("cites", "paper.txt", "--graph", language).stdout)
    unknown = [line["label"] for line in lines if line["node"] and line["unknown"]]

    assert ['"1: Ibid., 4 (unknown)"'] == unknown


@pytest.mark.parametrize("language", GRAMMARS)
def test_any_sign_in_a_title(run: Run, language: str) -> None:
    """Quotation marks, brackets, backslashes and letters of any script break no string."""
    title = r'"Oil [and] \"Gas\": <Пути> | {1} #2 & `3` \\ Ə"'
    Path("paper.txt").write_text(
        f"A claim.[1] Another.[2]\n\n## Notes\n\n[1] Ann {title}, *J* 8 (2019): 39–45.\n[2] Ibid., 41.\n",
        encoding="utf-8",
    )

    assert _parse(language, run("cites", "paper.txt", "--graph", language).stdout)


def test_graphviz(run: Run, seed_path: Path) -> None:
    """Graphviz reads the graph."""
    dot = shutil.which("dot")
    if dot is None:
        pytest.skip("Graphviz is not installed")
    graph = run("cites", seed_path, "--graph", "dot").stdout
    subprocess.run([dot, "-Tsvg"], input=graph.encode(), capture_output=True, check=True)


def test_graph_or_json(run: Run, seed_path: Path) -> None:
    """A graph and JSON at once are refused."""
    result = run("cites", seed_path, "--graph", "dot", "--format", "json")

    assert ExitCode.USAGE == result.exit_code
