"""What an imprint states: its fields, each with its place in the text."""

from collections.abc import Iterator

from attrs import frozen

from footnotes.model import AnyDate
from footnotes.parse.roles import FoundRole


@frozen
class ImprintField:
    """One CSL variable read from an imprint, with its place in the text of the imprint."""

    variable: str
    value: str | AnyDate
    start: int
    end: int


@frozen
class Imprint:
    """The fields of an imprint, in no particular order, and who edited or translated the work."""

    fields: tuple[ImprintField, ...]
    role: FoundRole | None = None


def trim_field(variable: str, text: str, start: int, end: int) -> Iterator[ImprintField]:
    """The field `variable` of what `text[start:end]` holds between separators, if it holds anything."""
    while start < end and text[start] in " ,;:":
        start += 1
    while start < end and text[end - 1] in " ,;:":
        end -= 1
    if start < end:
        yield ImprintField(variable, text[start:end], start, end)
