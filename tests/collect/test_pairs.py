"""Entries that are one work and entries that are not."""

import pytest
from collect.library_cases import read_work

from footnotes.collect.duplicates import find_duplicates
from footnotes.model import Confidence

_SAYS = {
    Confidence.HIGH: "same",
    Confidence.MEDIUM: "same",
    Confidence.LOW: "doubtful",
}


@pytest.mark.cases("collect/pairs")
def test_pairs(case: tuple[str, str]) -> None:
    """What a librarian would join is found, what two works are is not, and doubt is told as doubt."""
    entries, verdict = case
    one, other = (read_work(entry) for entry in entries.split(" ~ "))
    for works in ((one, other), (other, one)):
        pairs = find_duplicates(works)
        found = _SAYS[pairs[0].confidence] if pairs else "apart"
        assert verdict == found, [(p.confidence, p.evidence) for p in pairs]
