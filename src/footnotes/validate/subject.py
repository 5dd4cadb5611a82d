"""What the rules look at: a work, its entry in the file, and the dialect in which it is judged."""

from attrs import frozen

from footnotes.model import Reference
from footnotes.validate.places import Entry


@frozen
class Subject:
    """A work and how the file has it; `entry` is None where the places of the format are not known."""

    work: Reference
    entry: Entry | None
    dialect: str
    twins: tuple[str, ...] = ()
    """Keys of earlier entries that are this one's but for capitals."""

    def read_raw(self, variable: str) -> str | None:
        """The text of the field that holds a variable, as the file has it."""
        found = self.entry.find(variable) if self.entry else None
        return found.text if found else None
