"""New fields in an entry's own manner: its commas, its indentation, its columns, its capitals."""

from collections.abc import Mapping

from attrs import frozen

from footnotes.audit.enrich.enriched import LeaveEntryError, TextEdit
from footnotes.formats.bib.dialect import Dialect
from footnotes.formats.bib.places import FieldText
from footnotes.formats.bib.syntax import RawEntry
from footnotes.model import Span


@frozen
class EntryText:
    """An entry in the text of its file, with the places of its fields."""

    text: str
    entry: RawEntry
    fields: tuple[FieldText, ...]
    dialect: Dialect

    def find(self, *names: str) -> FieldText | None:
        """The field of one of these names (in lower case); of two of one name the first, as in BibTeX."""
        return next((one for one in self.fields if one.name.lower() in names), None)


def insert_fields(entry: EntryText, new: Mapping[str, str]) -> TextEdit:
    """One insertion behind the last field, before whatever closes the entry.

    Raises LeaveEntryError where between the last fields stands what is neither comma nor blank, such as a
    comment: what is put beside it might become part of it.
    """
    if not entry.fields:
        raise LeaveEntryError("its fields cannot be told apart")
    gap = _find_gap(entry)
    end = entry.fields[-1].value_span.end
    words = "".join(f"{gap}{_write_name(entry, name)}{{{value}}}" for name, value in new.items())
    return TextEdit(Span(end, end), words)


def _find_gap(entry: EntryText) -> str:
    """What stands between the last two fields, or the key and the only one: a comma and blanks."""
    start = entry.fields[-1].name_span.start
    if len(entry.fields) > 1:
        gap = entry.text[entry.fields[-2].value_span.end : start]
    else:
        gap = entry.text[entry.text.rindex(",", 0, start) : start]
    if gap.replace(",", "", 1).strip():
        raise LeaveEntryError("there is a comment among its last fields")
    return gap


def _write_name(entry: EntryText, name: str) -> str:
    """The name with the sign behind it, in the column where the others have theirs."""
    if all(one.name.isupper() for one in entry.fields):
        name = name.upper()
    middles = [entry.text[one.name_span.end : one.value_span.start] for one in entry.fields]
    columns = {len(one.name) + middle.index("=") for one, middle in zip(entry.fields, middles, strict=True)}
    before, _, after = middles[-1].partition("=")
    if len(columns) == 1 and len({len(one.name) for one in entry.fields}) > 1:
        before = " " * max(columns.pop() - len(name), 1)
    return f"{name}{before}={after}"
