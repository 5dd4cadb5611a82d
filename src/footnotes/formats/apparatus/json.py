"""An apparatus as JSON: what `footnotes cites PAPER --format json` prints.

docs/apparatus.schema.json describes it; works are in CSL-JSON, spans are pairs of offsets.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from footnotes.formats.apparatus.notes import marker_to_json, note_to_json, problem_to_json, span_to_json
from footnotes.formats.csl.json import reference_to_csl
from footnotes.formats.fields import CSL_NAMES
from footnotes.model import (
    Apparatus,
    Cite,
    FieldPlace,
    Locator,
    Reference,
    Resolution,
    Segment,
    SegmentRole,
)

FORMAT = "footnotes-apparatus"
VERSION = 1


def apparatus_to_json(apparatus: Apparatus) -> dict[str, Any]:
    """The apparatus as an object of JSON values; notes hold their cites and their commentary."""
    resolutions = {resolution.cite: resolution for resolution in apparatus.resolutions}
    cites: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for cite in apparatus.cites:
        cites[cite.note].append(_cite_to_json(cite, resolutions.get(cite.id)))
    commentary: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for segment in apparatus.segments:
        if segment.role is SegmentRole.COMMENTARY:
            commentary[segment.note].append(_segment_to_json(segment))
    return {
        "format": FORMAT,
        "version": VERSION,
        "source": apparatus.document.source,
        "profile": apparatus.profile,
        "notes": [
            {**note_to_json(one), "cites": cites[one.number], "commentary": commentary[one.number]}
            for one in apparatus.notes
        ],
        "markers": [marker_to_json(one) for one in apparatus.markers],
        "references": [reference_to_csl(work) for work in apparatus.library],
        "problems": [problem_to_json(one) for one in apparatus.problems],
    }


def _cite_to_json(cite: Cite, resolution: Resolution | None) -> dict[str, Any]:
    value: dict[str, Any] = {
        "id": cite.id,
        "form": cite.form.value,
        "text": cite.text,
        "span": span_to_json(cite.span),
        "signal": cite.signal,
        "locator": _locator_to_json(cite.locator),
        "stated": _stated_to_json(cite.stated),
    }
    optional = (("via", cite.via), ("points_to", cite.points_to), ("declares", cite.declares))
    value |= {name: one for name, one in optional if one is not None}
    if cite.flags:
        value["flags"] = list(cite.flags)
    value["places"] = _places_to_json(cite.places)
    value["resolution"] = None if resolution is None else _resolution_to_json(resolution)
    value["confidence"] = cite.confidence
    return value


def _resolution_to_json(resolution: Resolution) -> dict[str, Any]:
    links = (
        ("author_from", resolution.author_from),
        ("container_from", resolution.container_from),
        ("container_of", resolution.container_of),
        ("refers_to_all", list(resolution.refers_to_all)),
        ("unknown_work", resolution.unknown_work),
        ("first_note", resolution.first_note),
    )
    return {
        "reference": resolution.reference,
        "antecedent": resolution.antecedent,
        "target": resolution.target,
        "rule": resolution.rule,
        "confidence": resolution.confidence.value,
        "locator": _locator_to_json(resolution.locator),
        "locator_source": resolution.locator_source.value,
        "position": None if resolution.position is None else resolution.position.value,
        "candidates": list(resolution.candidates),
        "near_note": resolution.near_note,
        "flags": list(resolution.flags),
        **{name: one for name, one in links if one},
    }


def _stated_to_json(work: Reference | None) -> dict[str, Any] | None:
    if work is None:
        return None
    return {name: value for name, value in reference_to_csl(work).items() if name != "id"}


def _locator_to_json(locator: Locator | None) -> dict[str, Any] | None:
    if locator is None:
        return None
    value: dict[str, Any] = {"label": locator.label, "value": locator.value}
    return {**value, "levels": [list(level) for level in locator.levels]} if locator.levels else value


def _places_to_json(places: Iterable[FieldPlace]) -> dict[str, list[list[int]]]:
    found: dict[str, list[list[int]]] = {}
    for place in places:
        found.setdefault(CSL_NAMES.get(place.variable, place.variable), []).append(span_to_json(place.span))
    return found


def _segment_to_json(segment: Segment) -> dict[str, Any]:
    return {"text": segment.text, "span": span_to_json(segment.span)}
