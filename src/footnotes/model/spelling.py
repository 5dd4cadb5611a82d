"""How a file put the values of a work, so that its format can put them so again."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen


@frozen
class Frame:
    """What a library file holds besides its works, for a writer of `format` to put it there again.

    One object for all works of a file, so that those of one file are known by it.
    """

    format: str
    preambles: tuple[str, ...] = ()
    """TeX code for the bibliography."""
    comments: tuple[str, ...] = ()
    """Comments and settings of programs, as they stood."""
    templates: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """Keys and fields of entries that are no works, from which works inherit."""


@frozen
class Pointer:
    """A field that named other entries to inherit from: its name, its text, and the keys that it meant."""

    name: str
    text: str
    keys: tuple[str, ...]


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
    key: str = ""
    """The key that the work had there."""
    frame: Frame | None = None
    pointers: tuple[Pointer, ...] = ()
    inherited: frozenset[str] = frozenset()
    """The names of the fields that the entry has by its pointers alone."""
