"""What the rules look at: a work, its entry in the file, and the dialect in which it is judged."""

from collections.abc import Mapping

from attrs import field, frozen

from footnotes.model import Reference
from footnotes.validate.entries import Entry


@frozen
class Subject:
    """A work and how the file has it; `entry` is None where the places of the format are not known."""

    work: Reference
    entry: Entry | None
    dialect: str
    twins: tuple[str, ...] = ()
    """Keys of earlier entries that are this one's but for capitals."""
    format: str = "csl-json"
    """The format of the file."""
    places: Mapping[str, int] = field(factory=dict)
    """Where the entries of the file stand among each other, by their keys."""
    this_year: int = 9999
    """The year in which it is judged."""

    def find_place(self, key: str) -> int | None:
        """Where the entry with that key stands among the others."""
        return self.places.get(fold_key(key, self.dialect))

    def read_raw(self, variable: str) -> str | None:
        """The text of the field that holds a variable, as the file has it."""
        found = self.entry.find(variable) if self.entry else None
        return found.text if found else None


def fold_key(key: str, dialect: str) -> str:
    """A key as programs of the dialect compare it."""
    return key.lower() if dialect == "bibtex" else key
