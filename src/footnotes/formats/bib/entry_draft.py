"""An entry in the making, and an entry being used up: what the dialects write into and read from."""

from collections.abc import Mapping

from attrs import Factory, define

from footnotes.formats.bib.data_model import DataModel
from footnotes.formats.bib.names import NameSyntax
from footnotes.formats.bib.syntax import RawEntry, RawField

Fields = tuple[tuple[str, str], ...]
"""The names and texts of fields as they stand in a file."""


@define
class EntryDraft:
    """The fields gathered so far, the remarks for `addendum` or `note`, and why values were left."""

    entry_type: str
    syntax: NameSyntax
    fields: dict[str, RawField] = Factory(dict)
    remarks: list[str] = Factory(list)
    reasons: dict[str, str] = Factory(dict)
    moves: dict[str, str] = Factory(dict)
    """By variable the field where it stands, if that is none of its own."""
    model: DataModel | None = None
    """What the entry may hold, where the dialect keeps to a model."""
    stood: Mapping[str, Fields] = Factory(dict)
    """By variable the fields that state it in the file it was read from, if they may stand again."""

    @property
    def dialect(self) -> str:
        """The dialect that is written."""
        return self.syntax.dialect

    def put(self, name: str, value: str, *, enclosed: bool = True) -> bool:
        """Adds a field; False where it is taken, not admitted, or there is nothing to write."""
        if not value or name.lower() in self.fields or not self.admits(name, value):
            return False
        self.fields[name.lower()] = RawField(name, value, enclosed)
        return True

    def admits(self, name: str, value: str = "") -> bool:
        """Whether the model, if there is one, has that field for the entry type."""
        return self.model is None or self.model.admits(self.entry_type, name.lower(), value)

    def remark(self, label: str, text: str) -> bool:
        """Adds a remark; False where the dialect has no label for it."""
        if not label or not text:
            return False
        self.remarks.append(label + text)
        return True


@define
class EntryBag:
    """The fields of an entry that nobody has taken yet; what is left at the end is extra."""

    entry_type: str
    syntax: NameSyntax
    fields: dict[str, RawField]
    remarks: dict[str, str] = Factory(dict)
    copies: dict[str, str] = Factory(dict)
    """What the last remark says of the archived copy, by the names of `archived_copies`."""
    note: str | None = None
    """The note without its remarks, decoded, where the dialect keeps them there."""
    taken: list[RawField] = Factory(list)
    """What was used up, in order."""
    origins: dict[str, tuple[RawField, ...]] = Factory(dict)
    """By the name of a field that was made of others: these, as they stood."""

    @classmethod
    def of(cls, entry: RawEntry, dialect: str) -> "EntryBag":
        """The bag of all fields of an entry."""
        return cls(
            entry.entry_type,
            NameSyntax(dialect),
            {field.name.lower(): field for field in entry.fields},
        )

    @property
    def dialect(self) -> str:
        """The dialect that is read."""
        return self.syntax.dialect

    def look(self, name: str) -> str | None:
        """The value of a field, which stays."""
        field = self.fields.get(name)
        return None if field is None else field.value

    def take(self, name: str) -> str | None:
        """The value of a field, which is used up."""
        field = self.fields.pop(name, None)
        if field is None:
            return None
        self.taken.append(field)
        return field.value
