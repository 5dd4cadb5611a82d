"""Finding styles by name, by old name, by file."""

from pathlib import Path

import pytest

from footnotes.errors import StyleError, UnknownStyleError
from footnotes.model import Position
from footnotes.style import (
    ALIASES,
    CiteItem,
    NoteItems,
    choose_engine,
    find_style,
    list_note_styles,
)
from footnotes.style.marked_text import strip_marks

NAMES = 'xmlns="http://purl.org/net/xbiblio/csl"'
CALLING = (
    f"<style {NAMES} version='1.0'><macro name='a'>{{}}</macro><macro name='b'><text macro='a'/></macro>"
    "<citation>{}<layout><text macro='b'/></layout></citation></style>"
)
SMALL = Path(__file__).parents[1] / "cases" / "style" / "small.csl"


@pytest.mark.parametrize("old", ALIASES)
def test_old_names_lead_to_styles(old: str) -> None:
    """Each name of the table leads to a style that prints notes."""
    assert find_style(old).is_note


def test_unknown_name_suggests_the_nearest() -> None:
    """A slip of the pen is answered with the names that come nearest."""
    with pytest.raises(UnknownStyleError, match="no style 'oscolla'; the nearest are oscola, "):
        find_style("oscolla")


def test_one_near_name_is_singular() -> None:
    """One style that comes near "is", it "are" not."""
    with pytest.raises(UnknownStyleError, match="no style 'copei'; the nearest is copeia\\."):
        find_style("copei")


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
        (f"<style {NAMES} version='1.0'/>", "without rules"),
        (f"<style {NAMES}><citation><layout/></citation></style>", "CSL 0.8"),
        (f"<style {NAMES} version='0.9'/>", "CSL 0.8"),
        (f"<style {NAMES} version='1.0'><citation/></style>", "its citation has no layout"),
        (
            f"<style {NAMES} version='1.0'><citation><layout><foo/></layout></citation></style>",
            "<foo> is no",
        ),
        (CALLING.format("<text macro='gone'/>", ""), "calls a macro 'gone'"),
        (CALLING.format("", "<sort><key macro='gone'/></sort>"), "calls a macro 'gone'"),
        (CALLING.format("<text macro='b'/>", ""), "its macro 'a' calls itself"),
        (CALLING.format("<text macro='a'/>", ""), "its macro 'a' calls itself"),
    ],
)
def test_broken_file_is_named(tmp_path: Path, text: str, cause: str) -> None:
    """A file that is no style is named with the cause."""
    path = tmp_path / "broken.csl"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(StyleError, match=f"broken.csl: .*{cause}"):
        find_style(str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_styles_in_any_encoding_are_followed(tmp_path: Path, engine: str, encoding: str) -> None:
    """A file that says how it is encoded is read so, by both engines."""
    text = SMALL.read_text(encoding="utf-8").replace('"utf-8"', f'"{encoding.removesuffix("-sig")}"')
    path = tmp_path / "Déjà.CSL"
    path.write_bytes(text.replace(", n. ", ", déjà ").replace('"n. "', '"déjà "').encode(encoding))
    works = [
        {"id": f"w{at}", "type": "book", "title": "Trade", "author": [{"family": name}]}
        for at, name in enumerate(("Doe", "Roe"))
    ]
    cites = (CiteItem("w0"), CiteItem("w1"), CiteItem("w0", Position.SUBSEQUENT, 3))
    notes = [NoteItems(number, (cite,)) for number, cite in enumerate(cites, 3)]
    style = find_style(str(path))
    printed = choose_engine(engine).format_notes(works, notes, style, "en-US", lambda _: None)

    assert "Doe, déjà 3." == strip_marks(printed[2])


def test_every_style_of_the_package_can_be_followed() -> None:
    """What is asked of a file is no more than what all styles of the repository have."""
    for name in [*list_note_styles()]:
        assert find_style(name).is_note


def test_there_are_note_styles() -> None:
    """The package of styles holds hundreds that print notes."""
    assert len([*list_note_styles()]) > 500
