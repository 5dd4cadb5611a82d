"""The whole pipeline on the seed paper, against the apparatus that a reader wrote down from its pages."""

import importlib.util
import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import footnotes
from footnotes.model import (
    AnyDate,
    AnyName,
    Apparatus,
    Cite,
    CiteForm,
    Date,
    LiteralName,
    Locator,
    Note,
    Problem,
    Resolution,
    SegmentRole,
    Severity,
    Span,
)

NAME = "000_d40ec8d5fa738bcb"
CASE = Path(__file__).parent / "cases" / "apparatus" / f"{NAME}.json"
EXPECTED: dict[str, Any] = json.loads(CASE.read_text(encoding="utf-8"))
NOTES: dict[str, dict[str, Any]] = {note["label"]: note for note in EXPECTED["notes"]}

NAMES = {"authors": "author", "editors": "editor", "translators": "translator"}
TEXTS = (
    "title",
    "container_title",
    "collection_title",
    "publisher",
    "publisher_place",
    "edition",
    "volume",
    "issue",
    "url",
    "doi",
    "archive",
    "archive_location",
)
"""Fields that an annotation (ANNOTATION.md of the shared corpus) names as the model does."""

# Where the source was damaged, by the number of the note, and what stands on both sides of the damage.
JOINS = {
    2: ["allies-to->\n\n[enemies/0000017f"],
    10: ["Azərbaycan\n\nRespublikasının"],
    27: ["12 May 2021,\n\n<https://jam-news.net/how"],
    39: ["has-divi>\n\n[ded-the-azerbaijani-public/](#)"],
    52: ["Heydər Aliyev\n\nsaying"],
    57: ["\n\n(Accessed: 5 January 2023)."],
    58: ["15 May 2021,\n\n<https://www.facebook.com", "\n\n(Accessed: 5 January 2023)."],
    70: ["zKgPv>\n\nXeehUML"],
}
LABELS = {40: "[xli]", 41: "[xlii]", 48: "[xlviiii]", 49: "[xl ix]"}
MARKERS = {
    31: "<sup>[xxxii]</sup>",
    32: "<sup>[xxxiii]</sup>",
    40: "[\\[x1\\]](#)",
    41: "[\\[x1i\\]](#)",
    48: "<sup>[xlvi]</sup>",
    49: "<sup>[xli]</sup>",
    60: "[\\[1x\\]](#)",
    61: "<sup>[1xi]</sup>",
}


@pytest.fixture(scope="module")
def notes(seed_apparatus: Apparatus) -> dict[str, Note]:
    """The notes by their true labels."""
    return {note.label: note for note in seed_apparatus.notes}


@pytest.fixture(scope="module")
def resolutions(seed_apparatus: Apparatus) -> dict[str, Resolution]:
    """The resolutions by the id of their cite."""
    return {one.cite: one for one in seed_apparatus.resolutions}


def _spell_name(name: AnyName) -> dict[str, str]:
    if isinstance(name, LiteralName):
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "particle": name.dropping_particle or name.non_dropping_particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def _spell_date(date: AnyDate | None) -> str | None:
    if not isinstance(date, Date):
        return date.literal if date else None
    parts = (date.start.month, date.start.day)
    return "-".join([f"{date.start.year:04}", *(f"{part:02}" for part in parts if part)])


def _spell_locator(locator: Locator | None) -> str | None:
    return locator.value if locator else None


def _spell_id(place: list[int] | None) -> str | None:
    """`[13, 0]` of an annotation is the cite `13.1`."""
    return f"{place[0]}.{place[1] + 1}" if place else None


def _expect_cite(number: int, index: int, cite: Mapping[str, Any]) -> dict[str, Any]:
    """What an annotated cite says, in the words of the annotation."""
    taken = ("form", "signal", "accessed", "issued", "original_date", "pages", "locator", "locator_label")
    taken += (
        "rule",
        "confidence",
        "position",
        "locator_source",
        "effective_locator",
        "key",
        *NAMES,
        *TEXTS,
    )
    full = cite["form"] == "full"
    own = f"{number}.{index + 1}"
    return {name: cite[name] for name in taken} | {
        "id": own,
        "text": cite["cite_text"],
        "type": None if cite["form"] == "ibid" else cite["type"],
        "antecedent": _spell_id(cite.get("same_as") if full else cite["refers_to"]),
        "target": (_spell_id(cite.get("same_as")) or own) if full else _spell_id(cite["target"]),
    }


def _spell_cite(cite: Cite, resolution: Resolution) -> dict[str, Any]:
    """What a cite and its resolution say, in the words of the annotation."""
    stated = cite.stated
    words = {name: getattr(stated, name) if stated else None for name in TEXTS}
    names = {
        name: [_spell_name(one) for one in getattr(stated, variable)] if stated else []
        for name, variable in NAMES.items()
    }
    return {
        "id": cite.id,
        "form": cite.form.value,
        "text": cite.text,
        "signal": cite.signal,
        "type": stated.type if stated else None,
        **names,
        **words,
        "issued": _spell_date(stated.issued) if stated else None,
        "original_date": _spell_date(stated.original_date) if stated else None,
        "accessed": _spell_date(stated.accessed) if stated else None,
        "pages": stated.page if stated else None,
        "locator": _spell_locator(cite.locator),
        "locator_label": cite.locator.label if cite.locator else None,
        "antecedent": resolution.antecedent,
        "target": resolution.target,
        "rule": resolution.rule,
        "confidence": resolution.confidence.value,
        "position": resolution.position.value if resolution.position else None,
        "effective_locator": _spell_locator(resolution.locator),
        "locator_source": resolution.locator_source.value,
        "key": resolution.reference,
    }


def _flatten(cites: list[dict[str, Any]]) -> dict[str, Any]:
    """One item for each field, so that a failure shows what differs and nothing else."""
    return {f"{cite['id']} {name}": value for cite in cites for name, value in cite.items()}


@pytest.mark.parametrize("label", NOTES)
def test_notes_read_as_printed(label: str, notes: dict[str, Note]) -> None:
    """Each note has its true number, its true and printed labels, and its words as a reader sees them."""
    note, expected = notes[label], NOTES[label]
    assert (expected["ordinal"], expected["label_printed"]) == (note.number, note.printed_label)
    assert expected["text"] == note.text


@pytest.mark.parametrize("label", NOTES)
def test_cites_hold_in_every_field(
    label: str, seed_apparatus: Apparatus, resolutions: dict[str, Resolution]
) -> None:
    """Each note gives the cites that a reader finds in it, with every field and what each resolves to."""
    number = NOTES[label]["ordinal"]
    expected = [_expect_cite(number, i, cite) for i, cite in enumerate(NOTES[label]["citations"])]
    cites = [cite for cite in seed_apparatus.cites if cite.note == number]
    assert _flatten(expected) == _flatten([_spell_cite(cite, resolutions[cite.id]) for cite in cites])


@pytest.mark.parametrize("label", NOTES)
def test_commentary_is_kept_apart(label: str, seed_apparatus: Apparatus) -> None:
    """What is not citation is commentary, whole and apart from the cites."""
    found = [
        one.text.rstrip(".")
        for one in seed_apparatus.segments
        if one.note == NOTES[label]["ordinal"] and one.role is SegmentRole.COMMENTARY
    ]
    assert [text.rstrip(".") for text in NOTES[label]["commentary"]] == found


def test_nothing_but_what_is_annotated_is_stated(seed_apparatus: Apparatus) -> None:
    """No cite of this paper states a variable that the annotation has no field for."""
    known = {*NAMES.values(), *TEXTS, "issued", "accessed", "original_date", "page"}
    surplus = {
        (cite.id, name)
        for cite in seed_apparatus.cites
        if cite.stated
        for name in cite.stated.stated().keys() - known
    }
    assert set() == surplus


def test_markers_are_tied_to_their_notes(seed_apparatus: Apparatus) -> None:
    """All 75 calls of the body are found, each with its true number and as printed."""
    found = [{"number": one.number, "printed": one.printed} for one in seed_apparatus.markers]
    assert EXPECTED["markers"] == found


def test_markers_stand_where_they_are_printed(seed_apparatus: Apparatus) -> None:
    """The span of a marker covers its printed label in the body, before the notes begin."""
    text = seed_apparatus.document.text
    body = text.index("## Notes and References")
    for marker in seed_apparatus.markers:
        assert marker.printed in marker.span.of(text).replace("\\", "")
        assert marker.span.end <= body


def test_the_library_has_each_work_once(seed_apparatus: Apparatus) -> None:
    """The paper cites 57 works, in order of first citation and under the keys that were written down."""
    keys = list(dict.fromkeys(cite["key"] for note in EXPECTED["notes"] for cite in note["citations"]))
    assert len(keys) == 57
    assert keys == [work.key for work in seed_apparatus.library]


def test_each_work_knows_its_cites(seed_apparatus: Apparatus) -> None:
    """The `cited_by` of a work lists exactly the cites that a reader ties to it, in reading order."""
    expected: dict[str, tuple[str, ...]] = {}
    for note in EXPECTED["notes"]:
        for index, cite in enumerate(note["citations"]):
            place = f"{note['ordinal']}.{index + 1}"
            expected[cite["key"]] = (*expected.get(cite["key"], ()), place)
    assert expected == {work.key: work.cited_by for work in seed_apparatus.library}


def test_each_work_has_its_type(seed_apparatus: Apparatus) -> None:
    """The type of each work is the one that a cataloguer chose for it."""
    expected = {cite["key"]: cite["type"] for note in EXPECTED["notes"] for cite in note["citations"]}
    assert expected == {work.key: work.type for work in seed_apparatus.library}


def test_repeated_citations_lose_nothing(seed_apparatus: Apparatus) -> None:
    """Whatever a full citation of a work states, the work in the library states too."""
    works = {cite: work for work in seed_apparatus.library for cite in work.cited_by}
    for cite in seed_apparatus.cites:
        stated = cite.stated.stated() if cite.form is CiteForm.FULL and cite.stated else {}
        kept = works[cite.id].stated()
        assert set() == stated.keys() - kept.keys(), cite.id


def _list_spans(problems: tuple[Problem, ...], code: str) -> dict[int | None, list[Span]]:
    found: dict[int | None, list[Span]] = {}
    for problem in problems:
        if problem.code == code:
            found.setdefault(problem.note, []).append(problem.span)
    return found


def test_every_problem_is_a_repair(seed_apparatus: Apparatus) -> None:
    """Nothing in this paper is beyond repair: all problems are of severity info, in order of the source."""
    problems = seed_apparatus.problems
    assert {Severity.INFO} == {problem.severity for problem in problems}
    assert sorted(problem.span for problem in problems) == [problem.span for problem in problems]


def test_each_join_is_reported_where_it_was_made(seed_apparatus: Apparatus) -> None:
    """Text and addresses cut by a page break are joined in eight notes, each join with its place."""
    text = seed_apparatus.document.text
    found: dict[int | None, list[Span]] = {}
    for code in ("url-rejoined", "text-rejoined"):
        for note, spans in _list_spans(seed_apparatus.problems, code).items():
            found[note] = found.get(note, []) + spans
    assert JOINS.keys() == found.keys()
    for number, damages in JOINS.items():
        span = seed_apparatus.notes[number - 1].span
        breaks = [text.index(damage, span.start) + damage.index("\n\n") for damage in damages]
        assert breaks == [place.start for place in found[number]]
        assert all("\n\n" in place.of(text) for place in found[number])


@pytest.mark.parametrize(("code", "printed"), [("label-misread", LABELS), ("marker-misread", MARKERS)])
def test_each_misread_label_is_reported(
    code: str, printed: dict[int, str], seed_apparatus: Apparatus
) -> None:
    """Labels and markers that are not what they should be are reported, and no others are."""
    text = seed_apparatus.document.text
    found = _list_spans(seed_apparatus.problems, code)
    assert printed == {number: "".join(span.of(text) for span in spans) for number, spans in found.items()}


@pytest.mark.parametrize("label", NOTES)
def test_segments_cover_the_note(label: str, seed_apparatus: Apparatus, notes: dict[str, Note]) -> None:
    """Every character of a note belongs to exactly one segment."""
    note = notes[label]
    spans = [one.span for one in seed_apparatus.segments if one.note == note.number]
    edges = [note.span.start, *(span.end for span in spans)]
    assert edges == [*(span.start for span in spans), note.span.end]


def test_cites_stand_at_their_spans(seed_apparatus: Apparatus) -> None:
    """The letters of a cite are those of the source at its span, and its segment has the same span."""
    text = seed_apparatus.document.text
    segments = [one.span for one in seed_apparatus.segments if one.role is SegmentRole.CITE]
    assert segments == [cite.span for cite in seed_apparatus.cites]
    for cite in seed_apparatus.cites:
        assert _is_spelt(cite.text, cite.span.of(text)), cite.id


def test_fields_stand_at_their_places(seed_apparatus: Apparatus) -> None:
    """Each field has its place inside the cite, and the source there holds the letters of its value."""
    text = seed_apparatus.document.text
    for cite in seed_apparatus.cites:
        named: dict[str, int] = {}
        for place in cite.places:
            assert cite.span.start <= place.span.start < place.span.end <= cite.span.end, (cite.id, place)
            index = named[place.variable] = named.get(place.variable, -1) + 1
            assert _is_spelt(_read_field(cite, place.variable, index), place.span.of(text)), (
                cite.id,
                place,
            )


def test_every_stated_field_has_a_place(seed_apparatus: Apparatus) -> None:
    """What a cite states was read somewhere: each variable has a place, a list of names one for each."""
    for cite in seed_apparatus.cites:
        stated = cite.stated.stated() if cite.stated else {}
        counts = {name: len(value) if isinstance(value, tuple) else 1 for name, value in stated.items()}
        counts |= {"locator": 1} if cite.locator else {}
        found = [place.variable for place in cite.places]
        assert counts == {name: found.count(name) for name in found}, cite.id


def _read_field(cite: Cite, variable: str, index: int) -> str:
    """The letters that must stand in the source at a place of `variable`: of a date, those of its year."""
    if variable == "locator":
        return re.split(r"\D", cite.locator.value)[0] if cite.locator else ""
    value = getattr(cite.stated, variable)
    if isinstance(value, Date):
        return str(value.year)
    if isinstance(value, tuple):
        return " ".join(_spell_name(value[index]).values()) if len(value) > index else "no such name"
    return re.split(r"\D", str(value))[0] if variable == "page" else str(value)


def _is_spelt(value: str, source: str) -> bool:
    """Whether every letter and figure of `value` is found in `source`, in whatever order."""
    left = re.sub(r"\\|\W", "", source)
    for word in re.findall(r"[^\W_]+", value):
        if word not in left:
            return False
        left = left.replace(word, "", 1)
    return True


def test_reading_twice_gives_the_same(seed_apparatus: Apparatus, seed_path: Path) -> None:
    """The same paper gives the same apparatus in every run, keys and all."""
    again = footnotes.read_apparatus(seed_path)
    assert seed_apparatus.cites == again.cites
    assert seed_apparatus.resolutions == again.resolutions
    assert seed_apparatus.library == again.library
    assert seed_apparatus.problems == again.problems


def _load_scorer(shared: Path) -> ModuleType:
    path = shared / "evaluate" / "score.py"
    if not path.is_file():
        pytest.skip("shared/evaluate/score.py is absent")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_scorer_finds_nothing_wrong(seed_apparatus: Apparatus, shared: Path) -> None:
    """The printed JSON of the seed scores 1.0 in every figure, and no target is wrong."""
    from footnotes.formats.apparatus.json import apparatus_to_json  # noqa: PLC0415 - only this test prints

    printed = json.loads(json.dumps(apparatus_to_json(seed_apparatus)))
    figures, errors = _load_scorer(shared).score(EXPECTED, printed)
    assert [] == errors
    shares = {name: figures[name] for name in ("notes", "kind", "type", "target", "perfect")}
    assert dict.fromkeys(shares, 1.0) == shares
    triples = {name: figures[name] for name in ("cites", "fields", "commentary")} | figures["by_field"]
    assert dict.fromkeys(triples, (1.0, 1.0, 1.0)) == triples
    assert (0, 0, 20) == (figures["wrong_high"], figures["invented_targets"], figures["targets"])
