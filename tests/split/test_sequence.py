"""Series of labels: what each label counts is decided by all of them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.split.marks import fold_label
from footnotes.split.schemes import SCHEMES, measure_label
from footnotes.split.sequence import Alignment, align_series

_SCHEME = st.sampled_from(list(SCHEMES))


def _write(alignment: Alignment) -> list[str]:
    return [f"{place.ordinal}{'bis' * place.repeated}" if place else "-" for place in alignment.places]


def _align(labels: Sequence[str]) -> Alignment:
    return align_series([fold_label(label) for label in labels])


@pytest.mark.cases("split/labels")
def test_labels_are_counted(case: Mapping[str, str]) -> None:
    """The cheapest reading of the whole series is what a person would say."""
    alignment = _align([label.replace("_", " ") for label in case["labels"].split()])
    assert case["counted"].split() == _write(alignment)
    if "sections" in case:
        assert case["sections"] == " ".join(str(place.run) for place in alignment.places if place)


def _load_shared() -> list[Any]:
    path = Path(__file__).parents[3] / "shared" / "cases" / "resolve.json"
    if not path.is_file():
        return [pytest.param({}, marks=pytest.mark.skip(reason="the shared folder is absent here"))]
    cases = json.loads(path.read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in cases if case["id"].startswith("labels-")]


@pytest.mark.parametrize("case", _load_shared())
def test_worked_cases_hold(case: Mapping[str, Any]) -> None:
    """The worked cases of the specification, each label by itself where the case says so."""
    if case.get("labels_mode") == "isolated":
        read = SCHEMES["roman"].read
        assert case["expected_labels"] == [read(fold_label(label)) for label in case["labels"]]
        return
    alignment = _align(case["labels"])
    assert [str(number) for number in case["expected_labels"]] == _write(alignment)
    if "expected_sections" in case:
        assert case["expected_sections"] == [place.run for place in alignment.places if place]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_schemes_read_what_they_write(scheme: str) -> None:
    """In every scheme a number comes back from its label, which has the shape of the scheme."""
    row = SCHEMES[scheme]
    for number in range(1, min(row.largest, 400) + 1):
        label = row.write(number)
        assert (number, 0.0) == (row.read(label), measure_label(label, number, scheme))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_label_beyond_the_last_is_none(scheme: str) -> None:
    """A scheme that has no numeral for a number does not count so far."""
    assert measure_label("x", SCHEMES[scheme].largest + 1, scheme) is None


@given(st.integers(1, 300), st.integers(1, 25), st.sampled_from(["roman", "arabic"]))
@settings(deadline=None, max_examples=40)
def test_a_clean_series_counts_itself(start: int, length: int, scheme: str) -> None:
    """Labels in order count what they say, wherever they begin."""
    labels = [SCHEMES[scheme].write(number) for number in range(start, start + length + 4)]
    assert [str(number) for number in range(start, start + length + 4)] == _write(_align(labels))


@given(st.integers(3, 40), st.data())
@settings(deadline=None, max_examples=40)
def test_one_misread_label_changes_no_other(length: int, data: st.DataObject) -> None:
    """A label in which one character is misread is counted by its place, and so are the others."""
    labels = [SCHEMES["roman"].write(number) for number in range(1, length + 1)]
    at = data.draw(st.integers(1, length - 2))
    labels[at] = labels[at].replace("l", "1") if "l" in labels[at] else labels[at][:-1] + "u"
    assert [str(number) for number in range(1, length + 1)] == _write(_align(labels))


@given(
    st.lists(
        st.one_of(st.sampled_from(["i", "x", "1", "2", "b", "*", "7", "xl"]), st.text(max_size=4)),
        max_size=25,
    )
)
@settings(deadline=None)
def test_numbers_never_go_back(labels: list[str]) -> None:
    """In each run the numbers stay or grow, runs follow one another, and every label has an answer."""
    alignment = align_series(labels, [True] * len(labels))
    assert len(labels) == len(alignment.places)
    places = [(place.run, place.ordinal) for place in alignment.places if place]
    assert sorted(places) == places


@given(st.lists(st.sampled_from(["1", "2", "3", "i", "ii", "x"]), max_size=12), _SCHEME)
@settings(deadline=None)
def test_a_given_scheme_is_kept(labels: list[str], scheme: str) -> None:
    """The calls are counted as the notes are."""
    assert scheme == align_series(labels, scheme=scheme).scheme


def test_a_heading_allows_a_new_beginning() -> None:
    """Behind a heading even a single note 1 begins a new run; elsewhere it needs a 2 after it."""
    labels = ["1", "2", "3", "1"]
    assert [0, 0, 0, 1] == [
        place.run for place in align_series(labels, [False, False, False, True]).places if place
    ]
    assert {0} == {place.run for place in align_series(labels).places if place}


def test_no_labels_are_a_series_of_none() -> None:
    """Nothing to align is aligned."""
    assert ((), 0.0) == (align_series([]).places, align_series([]).cost)
