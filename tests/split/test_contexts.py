"""The words of the body that lead to a note, by which a back-reference without a name may be understood."""

import pytest

from footnotes.model import SourceDocument
from footnotes.split import find_notes, make_context_finder


@pytest.mark.parametrize(
    ("text", "number", "context"),
    [
        ("It rained. Broers disagrees.[1] And so on.\n\n[1] A.\n", 1, "Broers disagrees."),
        ("Grant^[Jones, 12.] and Broers^[Ibid., 3.] disagree.", 2, "Grant and Broers"),
        ("It rained.^[Jones, 12. Smith, 3.] Broers disagrees.^[Ibid.]", 2, "Broers disagrees."),
        (
            "It rained.[^a-long-label] Broers disagrees.[^b]\n\n[^a-long-label]: A.\n[^b]: B.\n",
            2,
            "Broers disagrees.",
        ),
        ("Broers[^a] and Grant.[^a]\n\n[^a]: Adams.\n", 1, "Broers"),
        ("Text.\n\nNotes\n\n1. A.\n2. B.\n", 1, ""),
    ],
)
def test_contexts(text: str, number: int, context: str) -> None:
    """It is the part of the sentence before the first marker, without notes that stand in the text."""
    document = SourceDocument("paper.md", "text", text)
    found = find_notes(document)
    assert context == make_context_finder(document, found.markers, found.notes)(number)
