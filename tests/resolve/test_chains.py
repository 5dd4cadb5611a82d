"""What back-references mean: chains of notes that are files, and the worked cases of the shared folder."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from footnotes.model import Cite, Locator, Resolution

PASSING = Path(__file__).parents[1] / "cases" / "resolve" / "passing.txt"
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
    }


@pytest.mark.cases("resolve/chains")
def test_chains(case: Case, resolve_texts: Resolve, spell_locator: SpellLocator) -> None:
    """Each cite resolves by its rule to its antecedent and target, as surely as can be known."""
    how = {name: case[name] for name in ("numbers", "sections") if name in case}
    _, resolutions = resolve_texts(case["notes"], **how)
    found = {one.cite: _describe(one, spell_locator) for one in resolutions}
    assert case["cites"].keys() == found.keys()
    assert case["cites"] == {
        cite: {name: found[cite][name] for name in expected} for cite, expected in case["cites"].items()
    }


@pytest.fixture(scope="module")
def worked(shared: Path) -> list[Case]:
    """The worked cases; those about labels alone belong to another stage."""
    path = shared / "cases" / "resolve.json"
    if not path.is_file():
        pytest.skip("shared/cases/resolve.json is absent")
    cases: list[Case] = json.loads(path.read_text(encoding="utf-8"))
    return [case for case in cases if "labels" not in case]


def test_worked_cases(worked: list[Case], resolve_texts: Resolve, spell_locator: SpellLocator) -> None:
    """The worked cases that hold are listed in a file; a loss fails, and so does an unlisted gain."""
    lines = PASSING.read_text(encoding="utf-8").splitlines()
    listed = {line for line in lines if line and not line.startswith("#")}
    differing = {case["id"]: _compare(case, resolve_texts, spell_locator) for case in worked}
    assert {} == {name: found for name, found in differing.items() if found and name in listed}
    assert listed == {name for name, found in differing.items() if not found}


def _compare(case: Case, resolve_texts: Resolve, spell_locator: SpellLocator) -> list[str]:
    """What differs between a worked case and what its notes resolve to."""
    sections = [str(one) for one in case["sections"]] if "sections" in case else None
    cites, resolutions = resolve_texts(case["notes"], sections=sections)
    by_id = {one.cite: (cite, one) for cite, one in zip(cites, resolutions, strict=True)}
    wanted = {_id((n, k)): one for n, note in enumerate(case["expected"]) for k, one in enumerate(note)}
    if wanted.keys() != by_id.keys():
        return [f"cites {sorted(by_id)} instead of {sorted(wanted)}"]
    return [
        f"{place} {name}: {want!r} expected, {got!r} found"
        for place, expected in wanted.items()
        for name, want, got in _pair(expected, *by_id[place], spell_locator)
        if want != got
    ]


def _id(place: Sequence[int] | None) -> str:
    """`[0, 1]` of the worked cases is the cite `1.2`; nobody is an empty string."""
    return f"{place[0] + 1}.{place[1] + 1}" if place else ""


def _pair(
    expected: Mapping[str, Any], cite: Cite, resolution: Resolution, spell_locator: SpellLocator
) -> list[tuple[str, object, object]]:
    """Name, expected and found value of each thing that a worked case says about a cite."""
    found = _describe(resolution, spell_locator)
    points = resolution.antecedent if cite.form.value not in {"full", "idem"} else ""
    value = resolution.locator.value if resolution.locator else None
    levels = [list(level) for level in resolution.locator.levels] if resolution.locator else []
    pairs: list[tuple[str, object, object]] = [
        ("kind", expected["kind"], cite.form.value),
        ("text", True, expected["text"].replace("*", "").rstrip(".") in cite.text),
        ("refers_to", _id(expected["refers_to"]), points or ""),
        ("target", _id(expected["target"]), found["target"]),
        ("locator_source", expected["locator_source"], found["source"]),
        ("confidence", expected["confidence"], found["confidence"]),
        ("flags", sorted(expected["flags"]), sorted(resolution.flags)),
    ]
    pairs += [
        ("locators", expected["locators"], levels)
        if "locators" in expected
        else ("locator", expected["locator"], value)
    ]
    if "csl_position" in expected:
        pairs.append(("csl_position", expected["csl_position"] or "", found["position"]))
    if "candidates" in expected:
        candidates = sorted(map(_id, expected["candidates"]))
        pairs.append(("candidates", candidates, sorted(resolution.candidates)))
    return pairs + _pair_stated(expected, cite)


def _pair_stated(expected: Mapping[str, Any], cite: Cite) -> list[tuple[str, object, object]]:
    """The same for what the words of the cite state."""
    stated = cite.stated
    pairs: list[tuple[str, object, object]] = []
    if "extent" in expected:
        pairs.append(("extent", expected["extent"], stated.page if stated else None))
    if "type" in expected:
        pairs.append(("type", expected["type"], stated.type if stated else None))
    if "signal" in expected:
        pairs.append(("signal", expected["signal"], (cite.signal or "").casefold()))
    if "note_number" in expected:
        pairs.append(("note_number", str(expected["note_number"]), cite.points_to))
    if "via" in expected:
        pairs.append(("via", True, cite.via is not None))
    if "accessed" in expected:
        day = getattr(stated.accessed, "start", None) if stated else None
        pairs.append(
            ("accessed", expected["accessed"], f"{day.year}-{day.month:02}-{day.day:02}" if day else None)
        )
    return pairs
