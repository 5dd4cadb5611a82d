"""Short titles: where a long title is cut, and the marks around it."""

import pytest

from footnotes.rewrite.titles import PrintedTitle, shorten_title


@pytest.mark.cases("rewrite/titles")
def test_short_titles(case: tuple[str, str]) -> None:
    """A title is cut where what is left can stand alone, and is left whole where it cannot."""
    printed, expected = case

    assert expected == shorten_title(printed)[0]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (PrintedTitle("", "*", "*"), "*Trade*, 12"),
        (PrintedTitle("", "“", "”", inside=True), "“Trade,” 12"),
        (PrintedTitle("", "‘", "’"), "‘Trade’, 12"),
        (PrintedTitle("", "« ", " »"), "« Trade », 12"),
        (PrintedTitle(""), "Trade, 12"),
    ],
)
def test_marks(title: PrintedTitle, expected: str) -> None:
    """The comma stands where the paper has it, and the marks are those of the paper."""
    assert expected == title.mark("Trade", ", ") + "12"


def test_quotation_in_a_title() -> None:
    """Within two pairs of quotation marks the comma stands in the inner one."""
    assert "“‘Trade,’” " == PrintedTitle("", "“", "”", inside=True).mark("‘Trade’", ", ")
