"""An entry of a library as its file has it."""

from collections.abc import Mapping

from attrs import field, frozen

from footnotes.formats.fields import FIELD_ROWS
from footnotes.model import Span

_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "issued": ("date", "year"),
    "accessed": ("urldate",),
    "original_date": ("origdate", "origyear"),
    "event_date": ("eventdate",),
    "language": ("langid", "language"),
    "publisher": ("publisher", "institution", "school", "organization"),
}
"""Fields of .bib files that the table of fields does not name for a variable."""


@frozen
class Field:
    """A field as the file has it: its name, its text without the outermost braces, and its place."""

    name: str
    text: str
    span: Span
    value: object = None
    """The value as JSON and YAML have it."""


@frozen
class Entry:
    """An entry as the file has it: its type and key, its place, and its fields by name in lower case."""

    type: str
    key: str
    span: Span
    fields: Mapping[str, Field] = field(factory=dict)
    lines: tuple[Field, ...] = ()
    """All fields in order, where a name may come several times."""

    def find(self, variable: str) -> Field | None:
        """The field that holds a variable, whatever the format calls it."""
        names = _name_fields(variable)
        return next((self.fields[name] for name in names if name in self.fields), None)


def _name_fields(variable: str) -> tuple[str, ...]:
    rows = [row for row in FIELD_ROWS if row.variable == variable]
    csl = [row.csl.lower() for row in rows] or [variable.lower().replace("_", "-")]
    bib = [name for row in rows for name in (row.biblatex, row.bibtex, *row.also) if name]
    return tuple(dict.fromkeys([variable, *csl, *bib, *_OTHER_NAMES.get(variable, ())]))
