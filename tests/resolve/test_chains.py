"""What back-references mean: chains of notes that are files, and the worked cases of the shared folder."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footnotes.model import Cite, Locator, Resolution

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "resolve"
Resolve = Callable[..., tuple[tuple[Cite, ...], tuple[Resolution, ...]]]
SpellLocator = Callable[[Locator | None], str]
Case = dict[str, Any]


def _describe(resolution: Resolution, spell_locator: SpellLocator) -> dict[str, object]:
    """A resolution as the cases write it."""
    return {
        "rule": resolution.rule,
        "antecedent": resolution.antecedent or "",
        "target": resolution.target or "",
        "confidence": resolution.confidence.value,
        "position": resolution.position.value if resolution.position else "",
        "locator": spell_locator(resolution.locator),
        "source": resolution.locator_source.value,
        "flags": list(resolution.flags),
        "candidates": list(resolution.candidates),
        "all": list(resolution.refers_to_all),
        "author_from": resolution.author_from or "",
        "container_from": resolution.container_from or "",
        "container_of": resolution.container_of or "",
        "unknown_work": resolution.unknown_work or "",
        "first_note": resolution.first_note or 0,
        "near_note": resolution.near_note,
    }


@pytest.mark.cases("resolve/chains")
def test_chains(case: Case, resolve_texts: Resolve, spell_locator: SpellLocator) -> None:
    """Each cite resolves by its rule to its antecedent and target, as surely as can be known."""
    how = {name: case[name] for name in ("numbers", "sections", "contexts", "profile") if name in case}
    _, resolutions = resolve_texts(case["notes"], **how)
    found = {one.cite: _describe(one, spell_locator) for one in resolutions}
    assert case["cites"].keys() == found.keys()
    assert case["cites"] == {
        cite: {name: found[cite][name] for name in expected} for cite, expected in case["cites"].items()
    }


@pytest.fixture(scope="module")
def chains() -> Any:
    """The module that runs the worked cases, which is a benchmark too."""
    spec = importlib.util.spec_from_file_location("chains", ROOT / "benchmarks" / "chains.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read_list(path: Path) -> set[str]:
    return {line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"}


def test_traditions(chains: Any) -> None:
    """Notes of many traditions mean what a bibliographer says, but for those that are listed as defects."""
    differing = {
        case["id"]: found
        for case in chains.load_cases(CASES / "traditions.json")
        if (found := chains.compare_case(case))
    }
    listed = _read_list(CASES / "known-defects" / "traditions.txt")

    assert {} == {name: found for name, found in differing.items() if name not in listed}
    assert listed == differing.keys()


def test_worked_cases(chains: Any, shared: Path) -> None:
    """All worked cases hold but those that are listed and argued; a gain leaves the list."""
    listed = _read_list(CASES / "disagreements.txt")
    differing = {
        case["id"]: found
        for case in chains.load_cases(shared / "cases" / "resolve.json")
        if (found := chains.compare_case(case))
    }

    assert {} == {name: found for name, found in differing.items() if name not in listed}
    assert listed == differing.keys()
