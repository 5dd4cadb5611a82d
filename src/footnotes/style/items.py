"""What the engines are given, and the one thing that they must do with it."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from attrs import frozen

from footnotes.model import Position
from footnotes.style.style_files import Style

CslItem = dict[str, Any]
"""A work as CSL-JSON, with an id that is in lower case and unique."""

Tick = Callable[[int], None]
"""Told how many more works or notes are done."""

PLACEHOLDER = "kept-as-printed-"
"""How ids of works that nobody knows begin; they stand in the series, and no Ibid. reaches over them."""


@frozen
class CiteItem:
    """One cite for a processor: CSL's citation item with its position already told."""

    id: str
    position: Position = Position.FIRST
    first_note: int | None = None
    """The number of the note that cites the work first."""
    last_note: int | None = None
    """The note before this one that cites the work last."""
    label: str | None = None
    locator: str | None = None
    prefix: str = ""
    suffix: str = ""
    first_label: str | None = None
    """What the paper calls the note that cites the work first ("xxiv"), where that is not its number."""


@frozen
class NoteItems:
    """The cites of one note, of which there is at least one."""

    number: int
    items: tuple[CiteItem, ...]


class Engine(Protocol):
    """A citation processor; what it gives is marked text (`marked_text`)."""

    @property
    def title(self) -> str:
        """Its name and version, as told to the user."""

    def format_entries(
        self, works: Sequence[CslItem], style: Style, locale: str, tick: Tick, language: str | None = None
    ) -> list[tuple[str, str]]:
        """The bibliography in its order: the id of each work and its entry.

        `language` is that of the alphabet by which it is sorted, where it is not that of the locale.
        """

    def format_notes(  # noqa: PLR0913, PLR0917 - what a processor needs
        self,
        works: Sequence[CslItem],
        notes: Sequence[NoteItems],
        style: Style,
        locale: str,
        tick: Tick,
        language: str | None = None,
    ) -> list[str]:
        """The text of each note, in the order given."""
