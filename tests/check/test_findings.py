"""What is found in papers: cases that are files, the seed paper, and laws that hold for all of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import footnotes
from footnotes.check import RULES, Finding
from footnotes.model import Apparatus, SourceDocument

MARKERS = {"FN404", "FN405", "FN406"}
"""The rules that speak of places in the body."""
NOTES = st.sampled_from(
    [
        "John Smith, *A History of Trade* (London: Verso, 2001), 12.",
        "John Smith, *A Histary of Trade* (London: Verso, 2001), 12.",
        "Adam Smith, *Letters* (Baku: Ganun, 1999), 44; Mary Jones, *Ports* (Oxford: OUP, 2010), 88.",
        "A. Kaya, “Oil,” *Journal of Energy* 8, no. 2 (2019): 39–45.",
        "Mary Jones, “Ports,” *News*, 12 May 2021, https://example.org/a-\nb/c.html (accessed 5 May 2012).",
        "Ibid.",
        "Ibid., 55.",
        "Ibd.; ibid.",
        "Smith 33.",
        "Smith, supra note 1, at 30.",
        "Petrov, *Letters*, 44.",
        "Op. cit., 15.",
        "Idem, 14.",
        "The figures were disputed.",
    ]
)
LABELS = st.sampled_from(["{}", "{}", "{}", "{}", "x{}", "1"])


def _check(text: str) -> tuple[Apparatus, tuple[Finding, ...]] | None:
    try:
        apparatus = footnotes.parse_apparatus(SourceDocument("paper.txt", "text", text))
    except footnotes.NoNotesError:
        return None
    return apparatus, footnotes.check_apparatus(apparatus)


@pytest.mark.cases("check/findings")
def test_findings(case: Mapping[str, Any]) -> None:
    """A paper has the findings that the case lists: the code, the words it is about, the fix."""
    checked = _check(case["text"])
    assert checked is not None
    apparatus, findings = checked
    expected = [{"code": one["code"], "words": one["words"]} for one in case["findings"]]

    assert expected == [
        {"code": one.code, "words": one.span.of(apparatus.document.text)} for one in findings
    ]
    for one, finding in zip(case["findings"], findings, strict=True):
        assert one.get("says", "") in finding.message
        assert one.get("label", finding.label) == finding.label
        assert one.get("severity", finding.severity) == finding.severity
        assert one.get("mend", "") in (finding.fix.sentence if finding.fix else "")
        if "mended" in one:
            assert one["mended"] == _apply(finding, apparatus.document.text)


def _apply(finding: Finding, text: str) -> str:
    """The source with the edits of a finding made."""
    for edit in sorted(finding.fix.edits if finding.fix else (), key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_seed_paper(seed_apparatus: Apparatus) -> None:
    """In the seed paper misprinted labels and markers, broken URLs and repetitions are found, no more."""
    found: dict[str, list[str | None]] = {}
    for finding in footnotes.check_apparatus(seed_apparatus):
        found.setdefault(finding.code, []).append(finding.label)

    assert {
        "FN206": ["lviii"],
        "FN403": ["xl", "xli", "xlviii", "xlix"],
        "FN405": ["xxxi", "xxxii", "xl", "xli", "xlviii", "xlix", "lx", "lxi"],
        "FN501": ["xxiv", "xxxvi", "xxxix"],
        "FN601": ["ii", "xxxix", "lxx"],
    } == found


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(LABELS, NOTES), min_size=1, max_size=8), st.integers(0, 8))
def test_laws(notes: Sequence[tuple[str, str]], calls: int) -> None:
    """Findings are in order, inside the source and their note, and what they say is one sentence."""
    body = " ".join(f"A word.[{one}]" for one in range(1, calls + 1))
    printed = "\n".join(f"[{label.format(at)}] {text}" for at, (label, text) in enumerate(notes, 1))
    checked = _check(f"{body}\n\n## Notes\n\n{printed}\n")
    if checked is None:
        return
    apparatus, findings = checked
    places = [(one.span, one.code) for one in findings]
    spans = {note.number: note.span for note in apparatus.notes}

    assert sorted(places) == places
    for one in findings:
        assert 0 <= one.span.start < one.span.end <= len(apparatus.document.text)
        assert one.message.endswith(".")
        if one.note in spans and one.code not in MARKERS and one.note is not None:
            assert spans[one.note].start <= one.span.start < one.span.end <= spans[one.note].end
        for other in one.related:
            assert 0 <= other.span.start < other.span.end <= len(apparatus.document.text)


@pytest.mark.parametrize(
    ("flag", "code"),
    [
        ("form_typo", "FN108"),
        ("idem_as_ibid", "FN109"),
        ("idem_agreement", "FN110"),
        ("range_repaired", "FN302"),
    ],
)
@pytest.mark.parametrize("place", ["cite", "resolution"])
def test_flags_of_cites_and_resolutions(flag: str, code: str, place: str) -> None:
    """What is odd is found wherever a stage has said so: at the cite or at its resolution."""
    checked = _check("[1] John Smith, *Trade* (London: Verso, 2001), 12.\n[2] Smith 14.\n")
    assert checked is not None
    apparatus = checked[0]
    if place == "cite":
        cites = tuple(evolve(one, flags=(flag,) * (one.note == 2)) for one in apparatus.cites)
        apparatus = evolve(apparatus, cites=cites)
    else:
        meanings = tuple(evolve(one, flags=(flag,) * (one.cite == "2.1")) for one in apparatus.resolutions)
        apparatus = evolve(apparatus, resolutions=meanings)

    assert [code] == [finding.code for finding in footnotes.check_apparatus(apparatus)]


def test_ibid_that_means_all_sources() -> None:
    """Where Ibid. means all sources of the note before, as in OSCOLA, nothing is wrong."""
    text = (
        "[1] John Smith, *Trade* (London: Verso, 2001), 12; Mary Jones, *Ports* (Oxford: OUP, 2010), 8.\n"
    )
    checked = _check(f"{text}[2] Ibid.\n")
    assert checked is not None
    meanings = tuple(
        evolve(one, refers_to_all=one.candidates, target=None) for one in checked[0].resolutions
    )

    assert ["FN101"] == [finding.code for finding in checked[1]]
    assert () == footnotes.check_apparatus(evolve(checked[0], resolutions=meanings))


def test_findings_carry_their_rule(seed_apparatus: Apparatus) -> None:
    """Code, name and severity of a finding are those of one rule of the table."""
    rules = {(rule.code, rule.name, rule.severity) for rule in RULES}

    assert {
        (one.code, one.name, one.severity) for one in footnotes.check_apparatus(seed_apparatus)
    } <= rules


def test_no_rule_is_stopped_by_odd_input(make_notes: Callable[..., Any]) -> None:
    """A note without any text is checked like any other."""
    document, notes = make_notes(["", "Ibid.", "'"])
    parsed = footnotes.parse_cites(notes)
    resolutions = footnotes.resolve_cites(parsed.cites, notes)
    library = footnotes.collect_library(parsed.cites, resolutions)
    apparatus = Apparatus(document, notes, (), parsed.segments, parsed.cites, resolutions, library, ())

    assert ["FN102"] == [finding.code for finding in footnotes.check_apparatus(apparatus)]
