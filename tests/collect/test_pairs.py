"""Entries that are one work and entries that are not."""

from pathlib import Path

import pytest
from collect.library_cases import read_work

from footnotes.collect.duplicates import find_duplicates
from footnotes.formats import load_library
from footnotes.model import Confidence

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
