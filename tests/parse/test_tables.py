"""Notes to cites, part by part: tables that a scholar could write, one row for each case."""

from collections.abc import Callable
from typing import Any

import pytest

from footnotes.model import Cite, Locator, Reference, SegmentRole
from footnotes.parse import ParsedNotes

Parse = Callable[..., ParsedNotes]
SpellWork = Callable[[Reference | None], dict[str, str]]
SpellLocator = Callable[[Locator | None], str]
Row = tuple[str, str]
Case = dict[str, Any]

BOOK = "John Smith, *Great Ports of the Levant* (London: Verso, 2001), 12."
ARTICLE = 'Anna van Gogh, "The Long Way," *Port Studies* 8, no. 2 (2019): 39–45.'
REST = "*Port News*, 3 May 2020, https://example.org/a"
LOOKED_AT = {"form", "text", "type", "signal", "confidence", "via", "declares", "points_to", "idem"}
"""What of a cite is looked at only where the case says something about it."""
BOOK_KEYS = {"author", "title", "locator"}


def _read_row(meaning: str) -> dict[str, str]:
    """`volume: 8 | issue: 2` as a dictionary."""
    return dict(part.split(": ", 1) for part in meaning.split(" | ")) if meaning else {}


@pytest.fixture
def read_only(parse_texts: Parse) -> Callable[..., Cite]:
    """The only cite of the last of several notes."""

    def read(*texts: str) -> Cite:
        cites = [cite for cite in parse_texts(*texts).cites if cite.note == len(texts)]
        assert len(cites) == 1, [cite.text for cite in cites]
        return cites[0]

    return read


@pytest.fixture
def spell_cite(spell_work: SpellWork, spell_locator: SpellLocator) -> Callable[[Cite], dict[str, str]]:
    """What a cite states with its locator, as the tables write it."""

    def spell(cite: Cite) -> dict[str, str]:
        locator = spell_locator(cite.locator)
        return spell_work(cite.stated) | ({"locator": locator} if locator else {})

    return spell


SpellCite = Callable[[Cite], dict[str, str]]
ReadOnly = Callable[..., Cite]


@pytest.mark.cases("parse/names")
def test_names(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """The names before a title are people in their parts, or one literal name."""
    printed, expected = case
    stated = spell_cite(read_only(f"{printed}, *Great Ports* (London: Verso, 2001), 12."))
    assert expected == stated.get("author")
    assert (stated["title"], stated["publisher"], stated["locator"]) == ("Great Ports", "Verso", "page 12")


@pytest.mark.cases("parse/editors")
def test_editors(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """A word before or after names makes them editors or translators."""
    printed, expected = case
    stated = spell_cite(read_only(printed))
    assert _read_row(expected) == {
        name: stated[name] for name in ("author", "editor", "translator") if name in stated
    }


@pytest.mark.cases("parse/imprints")
def test_imprints(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """An imprint is read into place, publisher, edition and year, whatever commas and stops are in it."""
    printed, expected = case
    stated = spell_cite(read_only(f"John Smith, *Great Ports* {printed}, 12."))
    assert {"author": "Smith, John", "title": "Great Ports", "locator": "page 12"} == _take(
        stated, BOOK_KEYS
    )
    assert _read_row(expected) == stated


def _take(stated: dict[str, str], names: set[str]) -> dict[str, str]:
    """Take `names` out of `stated`."""
    return {name: stated.pop(name) for name in names & stated.keys()}


@pytest.mark.cases("parse/volumes")
def test_volumes(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """Volume, issue, date, pages and the place cited are told apart in every way of printing them."""
    printed, expected = case
    stated = spell_cite(read_only(f"John Smith, “Great Ports,” {printed}."))
    assert {"author": "Smith, John", "title": "Great Ports"} == _take(stated, {"author", "title"})
    assert _read_row(expected) == stated


@pytest.mark.cases("parse/locators")
def test_locators(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """A place cited has its label, and its ranges are written out in full."""
    printed, expected = case
    cite = read_only(f"John Smith, *Great Ports* (London: Verso, 2001), {printed}.")
    stated = spell_cite(cite)
    assert expected == stated.pop("locator", "")
    assert {"author", "title", "publisher", "publisher-place", "issued"} == stated.keys()


@pytest.mark.cases("parse/access")
def test_access_dates(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """The day on which a page was read is found in any wording, and is not its date of publication."""
    printed, expected = case
    clause = printed if printed.startswith(",") else f" {printed}"
    stated = spell_cite(read_only(f"John Smith, “Great Ports,” {REST}{clause}."))
    assert expected == stated.get("accessed")
    assert (stated["url"], stated["issued"]) == ("https://example.org/a", "2020-05-03")


@pytest.mark.cases("parse/dates")
def test_dates(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """A date of publication is as exact as it is printed, day and month in either order."""
    printed, expected = case
    stated = spell_cite(
        read_only(f"John Smith, “Great Ports,” *Port News*, {printed}, https://example.org/a.")
    )
    assert expected == stated.pop("issued", None)
    assert {"author", "title", "container-title", "url"} == stated.keys()


@pytest.mark.cases("parse/titles")
def test_titles(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """A title is found in quotation marks of any typography, and keeps the marks that are its own."""
    printed, expected = case
    stated = spell_cite(read_only(f"John Smith, {printed} {REST}."))
    assert expected == stated.pop("title", None)
    assert {"author", "container-title", "issued", "url"} == stated.keys()


@pytest.mark.cases("parse/signals")
def test_signals(case: Row, read_only: ReadOnly) -> None:
    """The words that lead into a cite are its signal, and no part of it."""
    printed, expected = case
    cite = read_only(f"{printed} John Smith, *Great Ports* (London: Verso, 2001), 12.")
    assert expected == cite.signal
    assert cite.text == "John Smith, Great Ports (London: Verso, 2001), 12"


@pytest.mark.cases("parse/forms")
def test_back_references(case: Row, read_only: ReadOnly, spell_locator: SpellLocator) -> None:
    """Ibid. and its relatives are known in many languages, typed badly too, with the place they add."""
    printed, expected = case
    cite = read_only("John Smith, *Great Ports* (London: Verso, 2001), 12.", printed)
    locator = spell_locator(cite.locator)
    assert expected == cite.form.value + (f" | {locator}" if locator else "")


@pytest.mark.cases("parse/shorts")
def test_short_forms(case: Row, parse_texts: Parse, spell_cite: SpellCite) -> None:
    """A name with a page, a title or a year is a short form of a known work; a number alone makes none."""
    printed, expected = case
    found = [one for one in parse_texts(BOOK, ARTICLE, printed).cites if one.note == 3]
    form, _, meaning = expected.partition(" | ")
    if form == "none":
        assert [] == [cite.text for cite in found]
        return
    assert [(form, _read_row(meaning))] == [(cite.form.value, spell_cite(cite)) for cite in found]


@pytest.mark.cases("parse/types")
def test_types(case: Row, read_only: ReadOnly) -> None:
    """A work has the type that a cataloguer would choose for it."""
    printed, expected = case
    cite = read_only(printed)
    assert expected == (cite.stated.type if cite.stated else None)


@pytest.mark.cases("parse/unmarked")
def test_unmarked_titles(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """Without any mark the parts of a citation are told by what divides them and by their order."""
    printed, expected = case
    cite = read_only(printed)
    assert cite.stated is not None
    assert _read_row(expected) == {"type": cite.stated.type} | spell_cite(cite)


@pytest.mark.cases("parse/traditions")
def test_traditions(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """What is printed as other languages print it is read by the rules of their citation."""
    printed, expected = case
    cite = read_only(printed)
    assert cite.stated is not None
    assert _read_row(expected) == {"type": cite.stated.type} | spell_cite(cite)


@pytest.mark.cases("parse/chicago")
def test_chicago_notes(case: Row, read_only: ReadOnly, spell_cite: SpellCite) -> None:
    """Notes of English-speaking historians are read whole, with or without the marks of titles."""
    printed, expected = case
    cite = read_only(printed)
    assert cite.stated is not None
    assert _read_row(expected) == {"type": cite.stated.type} | spell_cite(cite)


@pytest.mark.cases("parse/notes")
def test_notes(case: Case, parse_texts: Parse, spell_cite: SpellCite) -> None:
    """A note of several sources, signals and comments is cut where a reader would cut it."""
    texts = [*case.get("before", []), case["note"]]
    parsed = parse_texts(*texts)
    cites = [cite for cite in parsed.cites if cite.note == len(texts)]
    found = [_describe(cite, spell_cite) for cite in cites]
    expected = case["cites"]
    kept = [
        {name: one[name] for name in one if name in want or name not in LOOKED_AT}
        for one, want in zip(found, expected, strict=False)
    ]
    assert expected == kept + found[len(expected) :]
    commentary = [
        one.text for one in parsed.segments if one.note == len(texts) and one.role is SegmentRole.COMMENTARY
    ]
    assert case.get("commentary", commentary) == commentary


def _describe(cite: Cite, spell_cite: SpellCite) -> dict[str, str]:
    """All that the tables may say about a cite."""
    form = {"form": cite.form.value, "text": cite.text, "confidence": cite.confidence}
    form |= {"type": cite.stated.type} if cite.stated else {}
    optional = {"via": cite.via, "declares": cite.declares, "points_to": cite.points_to, "idem": cite.idem}
    form |= {name: value for name, value in optional.items() if value}
    return form | ({"signal": cite.signal} if cite.signal else {}) | spell_cite(cite)
