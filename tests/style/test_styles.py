"""Finding styles by name, by old name, by file."""

from pathlib import Path

import pytest

from footnotes.errors import StyleError
from footnotes.style import ALIASES, find_style, list_note_styles

SMALL = Path(__file__).parents[1] / "cases" / "style" / "small.csl"


@pytest.mark.parametrize("old", ALIASES)
def test_old_names_lead_to_styles(old: str) -> None:
    """Each name of the table leads to a style that prints notes."""
    assert find_style(old).is_note


def test_unknown_name_suggests_the_nearest() -> None:
    """A slip of the pen is answered with the names that come nearest."""
    with pytest.raises(StyleError, match="no style 'oscolla'; the nearest are oscola"):
        find_style("oscolla")


def test_dependent_style_leads_to_its_parent() -> None:
    """A dependent style is that which it follows, under its own name."""
    style = find_style("turabian-notes-bibliography")

    assert "turabian-notes-bibliography" == style.name
    assert style.path.parent.name == "styles"


def test_any_file_can_be_given() -> None:
    """A .csl file is a style."""
    assert find_style(str(SMALL)).has_bibliography


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("<style", "this is no XML"),
        ("<html/>", "no CSL style"),
        ('<!DOCTYPE s [<!ENTITY a "b">]><style/>', "entities"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"/>', "without rules"),
    ],
)
def test_broken_file_is_named(tmp_path: Path, text: str, cause: str) -> None:
    """A file that is no style is named with the cause."""
    path = tmp_path / "broken.csl"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(StyleError, match=f"broken.csl: .*{cause}"):
        find_style(str(path))


def test_there_are_note_styles() -> None:
    """The package of styles holds hundreds that print notes."""
    assert len([*list_note_styles()]) > 500
