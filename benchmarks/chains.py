"""Which worked cases of back-references are resolved as they should be: a line for each that is not.

    python benchmarks/chains.py [FILE.json ...] [--all]

A file holds a list of cases in the format of shared/cases/resolve.json, which is what is run without a file
(specification of the notes, section 6, says what a case says). Every cite is compared in all that the case
gives of it, but for the words of a quotation; labels are compared in what they count, not in their damage.
`--all` names the cases that hold too. The exit code is 1 if a case differs.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import footnotes
from footnotes.formats import reference_to_csl
from footnotes.model import (
    Cite,
    CiteForm,
    Locator,
    Note,
    NoteKind,
    Reference,
    Resolution,
    Span,
    list_levels,
)
from footnotes.split.marks import fold_label
from footnotes.split.repair import repair_text
from footnotes.split.schemes import SCHEMES
from footnotes.split.sequence import align_series

SHARED = Path(__file__).resolve().parents[2] / "shared" / "cases" / "resolve.json"
LEVELS = {"article": "article-locator", "list": "folio"}
"""What the cases call levels for which CSL has a word of its own."""
Case = Mapping[str, Any]
Pair = tuple[str, object, object]
"""The name of a thing, and its expected and its found value."""


def load_cases(path: Path) -> list[Case]:
    """The cases of the file at `path`."""
    cases: list[Case] = json.loads(path.read_text(encoding="utf-8"))
    return cases


def compare_case(case: Case) -> list[str]:
    """What differs between `case` and what its notes, or its labels, are read as; nothing if it holds."""
    return _compare_labels(case) if "labels" in case else _Reading(case).compare()


def _compare_labels(case: Case) -> list[str]:
    folded = [fold_label(label) for label in case["labels"]]
    if case.get("labels_mode") == "isolated":
        counted = [str(SCHEMES["roman"].read(label)) for label in folded]
        sections = None
    else:
        places = align_series(folded).places
        counted = [f"{one.ordinal}{'bis' * one.repeated}" if one else "-" for one in places]
        sections = [one.run for one in places if one]
    pairs: list[Pair] = [("labels", [str(one) for one in case["expected_labels"]], counted)]
    if "expected_sections" in case:
        pairs.append(("sections", case["expected_sections"], sections))
    return _list_differences("", pairs)


class _Reading:
    """The notes of a case as they are read, beside what is expected of them."""

    def __init__(self, case: Case) -> None:
        self.case = case
        notes = _make_notes(case)
        contexts = case.get("body_context") or [None] * len(notes)
        parsed = footnotes.parse_cites(notes)
        self.segments = parsed.segments
        resolutions = footnotes.resolve_cites(
            parsed.cites,
            notes,
            profile=case.get("profile"),
            find_context=lambda number: contexts[number - 1] or "",
        )
        library = footnotes.collect_library(parsed.cites, resolutions)
        linked = footnotes.link_resolutions(resolutions, library)
        self.found = list(zip(parsed.cites, linked, strict=True))
        self.works = {work.key: work for work in library}
        self.consulted = {cite.via for cite in parsed.cites}
        self.ids: dict[tuple[int, int], str] = {}
        """The id of each expected cite by its place among the cites of its note."""

    def compare(self) -> list[str]:
        """What differs, a line each."""
        matched = []
        for number, expected in enumerate(self.case["expected"], start=1):
            entries = [
                one for one in self.found if one[0].note == number and one[0].id not in self.consulted
            ]
            if len(entries) != len(expected):
                texts = [f"{cite.form}: {cite.text}" for cite, _ in entries]
                return [f"note {number}: {len(expected)} cites expected, found {texts}"]
            matched += list(zip(expected, entries, strict=True))
            cites = [cite for cite, _ in entries if cite.form is not CiteForm.CROSS_REF]
            self.ids |= {(number - 1, index): cite.id for index, cite in enumerate(cites)}
        return [
            line
            for expected, (cite, resolution) in matched
            for line in _list_differences(f"{cite.id} ", self._pair(expected, cite, resolution))
        ]

    def _pair(self, expected: Case, cite: Cite, resolution: Resolution) -> list[Pair]:
        points = cite.form not in {CiteForm.FULL, CiteForm.IDEM}  # a repeated full citation is a work's own
        pairs: list[Pair] = [
            ("kind", expected["kind"], cite.form.value),
            ("text", True, expected["text"].replace("*", "").rstrip(".") in cite.text),
            (
                "refers_to",
                self._name(expected["refers_to"]) if points else None,
                resolution.antecedent if points else None,
            ),
            ("target", self._name(expected["target"]), resolution.target),
            ("locator_source", expected["locator_source"], resolution.locator_source.value),
            ("confidence", expected["confidence"], resolution.confidence.value),
            ("flags", sorted(expected["flags"]), sorted(resolution.flags)),
            _pair_locator(expected, resolution.locator),
        ]
        position = resolution.position.value if resolution.position else None
        number = cite.points_to or ""
        found: dict[str, object] = {
            "csl_position": position,
            "note_number": int(number) if number.isdigit() else number,
            "declares": cite.declares,
            "signal": (cite.signal or "").casefold() or None,
            "extent": cite.stated.page if cite.stated else None,
            "type": cite.stated.type if cite.stated else None,
            "accessed": _write_day(cite.stated),
        }
        pairs += [(name, expected[name], value) for name, value in found.items() if name in expected]
        return [
            *pairs,
            *self._pair_links(expected, resolution),
            *self._pair_rest(expected, cite, resolution),
        ]

    def _pair_links(self, expected: Case, resolution: Resolution) -> Iterator[Pair]:
        """The cites that a resolution names besides."""
        links = {
            "author_from": resolution.author_from,
            "container_from": resolution.container_from,
            "container_of": resolution.container_of,
            "same_work_as": resolution.target,
        }
        yield from (
            (name, self._name(expected[name]), found) for name, found in links.items() if name in expected
        )
        several = {"candidates": resolution.candidates, "refers_to_all": resolution.refers_to_all}
        for name, ids in several.items():
            if name in expected:
                yield name, sorted(self._name(place) or "" for place in expected[name]), sorted(ids)

    def _pair_rest(self, expected: Case, cite: Cite, resolution: Resolution) -> Iterator[Pair]:
        """The source consulted, the commentary around, and what the library says of the work."""
        if "via" in expected:
            via = next((one for one, _ in self.found if one.id == cite.via), None)
            wanted = expected["via"]["text"].replace("*", "")
            yield "via", True, via is not None and wanted in via.text
        for name in ("commentary_before", "commentary_after"):
            if name in expected:
                words = " ".join(one.text for one in self.segments if one.note == cite.note)
                yield name, True, expected[name] in words
        if "fields" in expected:
            work = self.works.get(resolution.reference or "")
            stated = reference_to_csl(work) if work else {}
            yield from (
                (name, value, _write_value(stated.get(name))) for name, value in expected["fields"].items()
            )

    def _name(self, place: Sequence[int] | None) -> str | None:
        return self.ids.get((place[0], place[1]), f"{place}") if place else None


def _make_notes(case: Case) -> list[Note]:
    sections = case.get("sections") or [None] * len(case["notes"])
    notes, at = [], 0
    for number, (text, section) in enumerate(zip(case["notes"], sections, strict=True), start=1):
        repaired = repair_text(text, 0, len(text))
        notes.append(
            Note(
                number=number,
                label=str(number),
                printed_label=str(number),
                kind=NoteKind.FOOTNOTE,
                text=repaired.text,
                span=Span(at, at + len(text)),
                origin=repaired.origin,
                label_span=Span(at, at),
                emphasis=repaired.emphasis,
                section=None if section is None else str(section),
            )
        )
    return notes


def _pair_locator(expected: Case, found: Locator | None) -> Pair:
    if "locators" in expected:
        wanted = [(LEVELS.get(label, label), value) for label, value in expected["locators"]]
        return "locators", wanted, list(list_levels(found)) if found else []
    return "locator", expected["locator"], found.value if found else None


def _write_day(work: Reference | None) -> str | None:
    day = getattr(work.accessed, "start", None) if work else None
    return f"{day.year}-{day.month:02}-{day.day:02}" if day else None


def _write_value(value: object) -> object:
    """A value of CSL-JSON as the cases write it: names as they are spoken."""
    if not isinstance(value, list):
        return value
    return [
        name if "literal" in name else " ".join(filter(None, (name.get("given"), name.get("family"))))
        for name in value
    ]


def _list_differences(place: str, pairs: Sequence[Pair]) -> list[str]:
    return [f"{place}{name}: {want!r} expected, found {got!r}" for name, want, got in pairs if want != got]


def main() -> int:
    """Run the cases of all files, and print those that differ and a total."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="files of cases; those of shared without one")
    parser.add_argument("--all", action="store_true", help="name the cases that hold too")
    options = parser.parse_args()
    files = options.files or [SHARED]
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        print(f"not found: {', '.join(missing)}", file=sys.stderr)
        return 1
    cases = [case for path in files for case in load_cases(path)]
    held = 0
    for case in cases:
        differences = compare_case(case)
        held += not differences
        if differences:
            print(f"{case['id']}: {'; '.join(differences)}")
        elif options.all:
            print(f"{case['id']}: right")
    print(f"{held} of {len(cases)} cases right")
    return int(held < len(cases))


if __name__ == "__main__":
    sys.exit(main())
