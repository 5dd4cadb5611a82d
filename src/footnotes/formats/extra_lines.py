"""Lines of Zotero's field Extra that state a variable: `original-date: 1920`.

Authorities: Zotero, "Citing Fields from Extra" (case does not matter; a person is `Family || Given`);
citeproc-js, "cheater syntax" of notes (the letters of CSL; lines, or `{:original-date:1920}` anywhere).
"""

import re
from typing import Any

from attrs import define, field

from footnotes.formats.edtf import parse_edtf
from footnotes.formats.fields import CSL_NAMES
from footnotes.formats.name_words import part_particle, read_person
from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    WORK_TYPES,
    AnyDate,
    AnyName,
    LiteralDate,
    LiteralName,
)

PERSON = " || "
"""What parts family from given in a name."""

EXTRA_LINE = re.compile(r"([^:]+): ?(.*)")
"""The name of a variable, and its value."""

TYPE = "type"
_VARIABLES = {csl: variable for variable, csl in CSL_NAMES.items() if variable != "note"}
_LABELS = {csl.title().replace("-", " "): variable for csl, variable in _VARIABLES.items() if "-" in csl}
_IN_NOTES = {**_VARIABLES, **_LABELS}
"""Words of a note that are surely no user's own: CSL's in its letters, Zotero's labels of several words."""
_BRACED = re.compile(r"\{:([^:{}\n]+):([^{}\n]*)\}")


def read_extra_name(text: str) -> AnyName:
    """The person of a line, or an institution where nothing parts a family from its given name."""
    family, bars, given = text.partition(PERSON.rstrip())
    return part_particle(read_person(f"{family.strip()},{given}")) if bars else LiteralName(text)


def read_extra_date(text: str) -> AnyDate | None:
    """The date of a line: EDTF, or words."""
    return parse_edtf(text) or (LiteralDate(text) if text else None)


@define
class _Taking:
    """What lines have stated so far, beside what a work states elsewhere."""

    values: dict[str, Any]
    type: str | None = None
    names: dict[str, list[AnyName]] = field(factory=dict)

    def take(self, name: str, text: str) -> bool:
        """Whether the line is one of a variable that was not stated."""
        if name == TYPE and text in WORK_TYPES:
            self.type = text
            return True
        variable = _IN_NOTES.get(name)
        if variable is None or not text or (variable in self.values and variable not in self.names):
            return False
        if variable in NAME_VARIABLES:
            self.names.setdefault(variable, []).append(read_extra_name(text))
            self.values[variable] = tuple(self.names[variable])
        else:
            self.values[variable] = read_extra_date(text) if variable in DATE_VARIABLES else text
        return True


def take_note_lines(values: dict[str, Any]) -> str | None:
    """Moves what the note says in such lines to the variables, and gives the type it tells, if it does.

    What the work states elsewhere stays, and so does the line then.
    """
    note = values.get("note")
    if not isinstance(note, str) or ":" not in note:
        return None
    taking = _Taking(values)
    rest = _BRACED.sub(
        lambda match: "" if taking.take(match[1].strip(), match[2].strip()) else match[0], note
    )
    lines = [line for line in rest.split("\n") if not _takes(taking, line)]
    if rest == note and len(lines) == note.count("\n") + 1:
        return None
    if left := "\n".join(lines).strip():
        values["note"] = left
    else:
        del values["note"]
    return taking.type


def _takes(taking: _Taking, line: str) -> bool:
    match = EXTRA_LINE.fullmatch(line)
    return match is not None and taking.take(*_strip(match))


def _strip(match: re.Match[str]) -> tuple[str, str]:
    return match[1].strip(), match[2].strip()
