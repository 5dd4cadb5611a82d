"""Entries of a reference list, read with the tagger."""

from collections.abc import Callable
from pathlib import Path

import pytest

import footnotes
from footnotes.model import Reference

SpellWork = Callable[[Reference | None], dict[str, str]]


@pytest.fixture
def read_list(tmp_path: Path) -> Callable[[str], footnotes.Apparatus]:
    """The apparatus of a reference list of these words."""

    def read(text: str) -> footnotes.Apparatus:
        path = tmp_path / "list.txt"
        path.write_text(text, encoding="utf-8")
        return footnotes.read_reference_list(path)

    return read


@pytest.mark.cases("parse/entries")
def test_entries(
    case: tuple[str, str],
    read_list: Callable[[str], footnotes.Apparatus],
    spell_work: SpellWork,
    read_row: Callable[[str], dict[str, str]],
) -> None:
    """A line of a reference list states its work, field by field."""
    printed, meaning = case
    (cite,) = read_list(printed).cites
    assert cite.stated is not None
    assert read_row(meaning) == {"type": cite.stated.type} | spell_work(cite.stated)


def test_list_behind_its_heading(read_list: Callable[[str], footnotes.Apparatus]) -> None:
    """Only what follows the heading is read, as far as the next one; bullets are no part of it."""
    text = (
        "A paper about ports, 1999.\n\n## Works cited\n\n"
        "- Altmann, Erika. *Salt Roads*. London: Verso, 2001.\n\n"
        "2. Fahmi, Karim. *Ports*. Berlin: Dietz, 2003.\n\n## About the author\n\nShe lives in Basel.\n"
    )
    apparatus = read_list(text)
    assert ["Salt Roads", "Ports"] == [work.title for work in apparatus.library]
    assert ["-", "2."] == [note.printed_label for note in apparatus.notes]


def test_certain_works_only(read_list: Callable[[str], footnotes.Apparatus]) -> None:
    """What is read with less confidence than is asked for is left out, and with low nothing is."""
    apparatus = read_list("Altmann, Erika. *Salt Roads*. London: Verso, 2001.\nxyzzy 12 ((plugh\n")
    assert set(footnotes.keep_certain(apparatus, "high")) < set(footnotes.keep_certain(apparatus, "low"))
    assert list(apparatus.library) == list(footnotes.keep_certain(apparatus, "low"))


@pytest.mark.parametrize("dash", ["———", "---", "___", "—", "⸻"])
def test_dash_for_names(read_list: Callable[[str], footnotes.Apparatus], dash: str) -> None:
    """A dash stands for all persons of the entry before (Chicago Manual, 14.67), also of several."""
    text = (
        "Davis, Natalie Zemon, and Carlo Ginzburg. *Popular Movements*. Oxford: Clarendon Press, 1945.\n"
        f'{dash}. "The Moral Economy of the Crowd." *Past & Present* 50 (1971): 76-136.\n'
        f"{dash}. *Bread and Salt*. London: Verso, 1980.\n"
    )
    works = list(read_list(text).library)
    assert [["Davis", "Ginzburg"]] * 3 == [
        [getattr(name, "family", None) for name in work.author] for work in works
    ]


def test_dash_at_the_start(read_list: Callable[[str], footnotes.Apparatus]) -> None:
    """A dash that stands for nobody is no name, and the entry is not sure."""
    apparatus = read_list("———. *Bread and Salt*. London: Verso, 1980.\n")
    (cite,) = apparatus.cites
    assert cite.stated is not None
    assert (cite.stated.author, cite.confidence) == ((), "low")
