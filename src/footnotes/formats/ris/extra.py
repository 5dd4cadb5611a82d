"""Lines of Zotero's Extra in RIS, `M2  - original-date: 1920`: what has no tag of its own.

Authority: Zotero, "Citing Fields from Extra"; people are `Family || Given` there.
"""

import re
from collections.abc import Iterator

from footnotes.formats.edtf import parse_edtf
from footnotes.formats.fields import CSL_NAMES
from footnotes.formats.name_words import part_particle, read_person
from footnotes.formats.ris.fields import EXTRA_NAMES, EXTRA_TAG, HANDLED, find_variable
from footnotes.model import AnyDate, AnyName, LiteralDate, LiteralName, Reference

PERSON = " || "
"""What parts family from given in a name of Zotero's Extra."""

EXTRA_LINE = re.compile(r"([^:]+): ?(.*)")
"""The name of a variable, and its value."""

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


def read_extra_name(text: str) -> AnyName:
    """The person of a line, or an institution where nothing parts a family from its given name."""
    family, bars, given = text.partition(PERSON.rstrip())
    return part_particle(read_person(f"{family.strip()},{given}")) if bars else LiteralName(text)


def read_extra_date(text: str) -> AnyDate | None:
    """The date of a line: EDTF, or words."""
    return parse_edtf(text) or (LiteralDate(text) if text else None)
