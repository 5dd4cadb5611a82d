"""Lines of Zotero's Extra in RIS, `M2  - original-date: 1920`: what has no tag of its own.

How they are read is in `extra_lines`.
"""

import re
from collections.abc import Iterator

from footnotes.formats.fields import CSL_NAMES
from footnotes.formats.ris.fields import EXTRA_NAMES, EXTRA_TAG, HANDLED, find_variable
from footnotes.model import Reference

_FOREIGN_TAG = re.compile(r"[A-Z][A-Z0-9]")


def write_extra(variable: str, value: str) -> tuple[str, str]:
    """The tag and the line of a variable."""
    return EXTRA_TAG, f"{CSL_NAMES[variable]}: {value}"


def list_extra(work: Reference) -> Iterator[tuple[str, str]]:
    """Foreign tags as they were, and all else as lines of Extra, under its own name."""
    for name, value in work.extra:
        if (
            _FOREIGN_TAG.fullmatch(name) and name not in HANDLED and not find_variable(name, work.type)
        ) or (name == EXTRA_TAG and ":" not in value):
            yield name, value
        elif name and ":" not in name and name.lower() not in {*EXTRA_NAMES, "type"}:
            yield EXTRA_TAG, f"{name}: {value}"
