"""Remarks in notes and addenda."""

import pytest

from footnotes.formats.bib.remarks import join_remarks, labels_of, list_all_labels, split_remarks


@pytest.mark.parametrize(
    ("note", "remarks", "expected"),
    [
        ("", ["Archive: TNA", "Scale: 1:50"], "Archive: TNA; Scale: 1:50"),
        ("In Azeri", ["Archive: TNA"], "In Azeri; Archive: TNA"),
        ("In Azeri.", ["Accessed 5 January 2023"], "In Azeri. Accessed 5 January 2023"),
        ("In Azeri", [], "In Azeri"),
    ],
)
def test_remarks_both_ways(note: str, remarks: list[str], expected: str) -> None:
    """Remarks stand behind the note and are found there again."""
    text = join_remarks(note, remarks)
    found, values = split_remarks(text, labels_of("bibtex"))

    assert expected == text
    assert (note, remarks) == (found, [label + value for label, value in values.items()])


@pytest.mark.parametrize(
    "note", ["Published by his heirs", "Accessed often", "See Archive: nothing", "Archive: "]
)
def test_notes_that_only_look_like_remarks(note: str) -> None:
    """Words that announce nothing stay in the note."""
    assert (note, {}) == split_remarks(note, labels_of("bibtex"))


def test_labels_belong_to_a_dialect() -> None:
    """What has a field in the dialect is no remark there."""
    expected = ("Accessed 5 January 2023", {})
    assert expected == split_remarks("Accessed 5 January 2023", labels_of("biblatex"))
    assert ("", {"Pages: ": "3-5"}) == split_remarks("Pages: 3-5", list_all_labels())
