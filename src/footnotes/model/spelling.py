"""How a file put the values of a work, so that its format can put them so again."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen


@frozen
class Spelling:
    """The fields of the entry that a work was read from, as they stood in the file.

    CSL's variables say what a field means; they do not say which letters of a title its author
    protects, or whether a day stands in a field or in words. `values` are the variables as they were
    read: where the work still says the same, a writer of `format` may spell it as `fields` do, by variable
    the names and texts of the fields that stated it.
    """

    format: str
    entry_type: str
    values: Mapping[str, Any]
    fields: Mapping[str, tuple[tuple[str, str], ...]]
