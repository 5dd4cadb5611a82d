"""Entries that are one work and entries that are not."""

from pathlib import Path

import pytest
from attrs import evolve
from collect.library_cases import read_work

from footnotes.collect.duplicates import find_duplicates
from footnotes.formats import load_library
from footnotes.model import Confidence, LiteralDate

_SAYS = {
    Confidence.HIGH: "same",
    Confidence.MEDIUM: "same",
    Confidence.LOW: "doubtful",
}


STRANGERS = Path(__file__).parents[1] / "cases" / "formats" / "strangers"


def test_no_two_works_of_strangers_are_one() -> None:
    """In a library of 288 works, none of them twice, no pair is found."""
    works = [work for path in sorted(STRANGERS.glob("*.json")) for work in load_library(path)]

    assert [] == [
        (works[pair.one].key, works[pair.other].key) for pair in find_duplicates(works, Confidence.MEDIUM)
    ]


@pytest.mark.cases("collect/pairs")
def test_pairs(case: tuple[str, str]) -> None:
    """What a librarian would join is found, what two works are is not, and doubt is told as doubt."""
    entries, verdict = case
    one, other = (read_work(entry) for entry in entries.split(" ~ "))
    for works in ((one, other), (other, one)):
        pairs = find_duplicates(works)
        found = _SAYS[pairs[0].confidence] if pairs else "apart"
        assert verdict == found, [(p.confidence, p.evidence) for p in pairs]


@pytest.mark.parametrize(
    ("one", "other", "confidence"),
    [
        ("6 February 1672", "15 February 1672", Confidence.LOW),
        ("6 February 1672", "6 March 1672", Confidence.LOW),
        ("1671/2, 6 February", "1671/2, 15 February", Confidence.LOW),
        ("6 February 1672", "Feb. 6, 1672", Confidence.MEDIUM),
        ("c. 1672", "ca. 1672", Confidence.MEDIUM),
    ],
)
def test_days_in_words(one: str, other: str, confidence: Confidence) -> None:
    """Two letters of two days are two, also where no program can read the days."""
    letters = [
        evolve(read_work("document / Newton, Isaac / Letter to Oldenburg"), issued=LiteralDate(day))
        for day in (one, other)
    ]

    assert [confidence] == [pair.confidence for pair in find_duplicates(letters)]


@pytest.mark.parametrize(
    ("day", "confidence"), [("15 February 1672", Confidence.LOW), ("6 February 1672", Confidence.MEDIUM)]
)
def test_a_day_in_words_beside_one_in_figures(day: str, confidence: Confidence) -> None:
    """The month in figures of the one is the word of the other; the days are compared."""
    letter = read_work("manuscript / Newton, Isaac / Letter to Oldenburg / 1672-02-06")
    (pair,) = find_duplicates([letter, evolve(letter, issued=LiteralDate(day))])

    assert confidence == pair.confidence
