"""An apparatus as JSON: what `footnotes cites PAPER --format json` prints.

docs/apparatus.schema.json describes it; works are in CSL-JSON, spans are pairs of offsets.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from footnotes.formats.csl_json import reference_to_csl
from footnotes.formats.fields import CSL_NAMES
from footnotes.model import (
    Apparatus,
    Cite,
    FieldPlace,
    Locator,
    Note,
    Problem,
    Reference,
    Resolution,
    Segment,
    SegmentRole,
    Span,
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
        "notes": [_note_to_json(one, cites[one.number], commentary[one.number]) for one in apparatus.notes],
        "markers": [
            {"number": one.number, "printed": one.printed, "span": _span(one.span)}
            for one in apparatus.markers
        ],
        "references": [reference_to_csl(work) for work in apparatus.library],
        "problems": [_problem_to_json(one) for one in apparatus.problems],
    }


def _note_to_json(
    note: Note, cites: list[dict[str, Any]], commentary: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "number": note.number,
        "label": note.label,
        "printed_label": note.printed_label,
        "kind": note.kind.value,
        "text": note.text,
        "span": _span(note.span),
        "section": note.section,
        "cites": cites,
        "commentary": commentary,
    }


def _cite_to_json(cite: Cite, resolution: Resolution | None) -> dict[str, Any]:
    value: dict[str, Any] = {
        "id": cite.id,
        "form": cite.form.value,
        "text": cite.text,
        "span": _span(cite.span),
        "signal": cite.signal,
        "locator": _locator_to_json(cite.locator),
        "stated": _stated_to_json(cite.stated),
    }
    if cite.via is not None:
        value["via"] = _stated_to_json(cite.via)
    if cite.points_to is not None:
        value["points_to"] = cite.points_to
    value["places"] = _places_to_json(cite.places)
    value["resolution"] = None if resolution is None else _resolution_to_json(resolution)
    value["confidence"] = cite.confidence
    return value


def _resolution_to_json(resolution: Resolution) -> dict[str, Any]:
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
        "flags": list(resolution.flags),
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
        found.setdefault(CSL_NAMES.get(place.variable, place.variable), []).append(_span(place.span))
    return found


def _problem_to_json(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "note": problem.note,
        "span": _span(problem.span),
    }


def _segment_to_json(segment: Segment) -> dict[str, Any]:
    return {"text": segment.text, "span": _span(segment.span)}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
