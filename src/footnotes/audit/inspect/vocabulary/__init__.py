"""The words that pages are known by, as TOML: a new phrase or language touches one file and no code."""

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any


@functools.cache
def load_vocabulary(name: str) -> Mapping[str, Any]:
    """The tables of the file `name` of this package (without `.toml`)."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@functools.cache
def list_phrases(name: str, *tables: str) -> tuple[str, ...]:
    """All phrases of a table of a file; empty names are passed over, and languages put together."""
    entries: Any = load_vocabulary(name)
    for table in filter(None, tables):
        entries = entries[table]
    groups = entries.values() if isinstance(entries, dict) else [entries]
    return tuple(phrase for group in groups for phrase in group)
