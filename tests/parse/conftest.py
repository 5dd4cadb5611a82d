"""How the tables say what a cite states, for the tests of all parts of a cite."""

from collections.abc import Callable

import pytest

from footnotes.model import Cite, Locator, Reference
from footnotes.parse import ParsedNotes


@pytest.fixture(scope="session")
def read_row() -> Callable[[str], dict[str, str]]:
    """`volume: 8 | issue: 2` as a dictionary."""

    def read(meaning: str) -> dict[str, str]:
        return dict(part.split(": ", 1) for part in meaning.split(" | ")) if meaning else {}

    return read


@pytest.fixture(scope="session")
def read_only(parse_texts: Callable[..., ParsedNotes]) -> Callable[..., Cite]:
    """The only cite of the last of several notes."""

    def read(*texts: str) -> Cite:
        cites = [cite for cite in parse_texts(*texts).cites if cite.note == len(texts)]
        assert len(cites) == 1, [cite.text for cite in cites]
        return cites[0]

    return read


@pytest.fixture(scope="session")
def spell_cite(
    spell_work: Callable[[Reference | None], dict[str, str]], spell_locator: Callable[[Locator | None], str]
) -> Callable[[Cite], dict[str, str]]:
    """What a cite states with its locator, as the tables write it."""

    def spell(cite: Cite) -> dict[str, str]:
        locator = spell_locator(cite.locator)
        return spell_work(cite.stated) | ({"locator": locator} if locator else {})

    return spell


@pytest.fixture(scope="session")
def spell_only(
    read_only: Callable[..., Cite], spell_cite: Callable[[Cite], dict[str, str]]
) -> Callable[[str], dict[str, str]]:
    """What the only cite of a note states with its locator."""

    def spell(text: str) -> dict[str, str]:
        return spell_cite(read_only(text))

    return spell
