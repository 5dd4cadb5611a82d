"""Where a title ends and its subtitle begins."""

import pytest

from footnotes.text.subtitles import cut_subtitle, has_subtitle


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Great Ports: A History: Part One", "Great Ports"),
        ("Les ports : une histoire", "Les ports"),
        ("Ports:A History", "Ports"),
        ("2001: A Space Odyssey", "2001"),
        ("1848:L'année des révolutions", "1848"),
        ("Great Ports", "Great Ports"),
        ("9:30 to Baku", "9:30 to Baku"),
        ("9:30 to Baku: A Journey", "9:30 to Baku"),
        ("John 3:16", "John 3:16"),
        ("https://www.example.org/reports/2020/ports", "https://www.example.org/reports/2020/ports"),
    ],
)
def test_subtitles(title: str, main: str) -> None:
    """A subtitle follows a colon, but for the colon of an address, of an hour or of a verse."""
    assert main == cut_subtitle(title)
    assert (main != title) == has_subtitle(title)
