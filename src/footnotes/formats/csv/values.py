"""Names and dates in a cell: `Family, Given; Family, Given` and EDTF, and back.

    de Waal, Thomas; Humboldt, Alexander von; King, Martin Luther, Jr.; {REAL TV}

Particles go by case, as in BibTeX: before the surname they stay with it, behind the given name they go.
Braces hold what is no person. What these words cannot say is written as CSL-JSON has it.
"""

import json
from typing import Any

from footnotes.formats.csl.dates import csl_to_date
from footnotes.formats.csl.names import csl_to_name, name_to_csl
from footnotes.formats.edtf import format_edtf, parse_edtf
from footnotes.formats.name_words import read_person, spell_apart
from footnotes.formats.spelled_dates import read_date_in_words
from footnotes.model import AnyDate, AnyName, Date, LiteralDate, LiteralName, Name, PartialDate

_BETWEEN = "; "
_SPECIAL = set(";{}[]")


def write_names(names: tuple[AnyName, ...]) -> str:
    """The names of a cell; `read_names` gives them back."""
    text = _BETWEEN.join(_write_name(name) for name in names)
    if read_names(text) == names:
        return text
    return json.dumps([name_to_csl(name) for name in names], ensure_ascii=False)


def read_names(cell: str) -> tuple[AnyName, ...]:
    """The names that a cell lists; one without a comma stands as it is."""
    if cell.startswith("["):
        listed = _read_json(cell)
        found = [csl_to_name(one) for one in listed] if isinstance(listed, list) else []
        if found and None not in found:
            return tuple(one for one in found if one is not None)
    pieces = (piece.strip() for piece in cell.split(";"))
    return tuple(_read_name(piece) for piece in pieces if piece)


def write_date(date: AnyDate) -> str:
    """The date of a cell: EDTF, or the words of a date that does not parse."""
    if isinstance(date, Date):
        return format_edtf(date)
    return date.literal if read_date(date.literal) == date else json.dumps({"literal": date.literal})


def read_date(cell: str) -> AnyDate | None:
    """The date that a cell states; clock times behind a day are left to the day."""
    text = cell.strip()
    if text.startswith("{"):
        value = _read_json(text)
        if isinstance(value, dict) and (date := csl_to_date(value)):
            return date
    day, _, clock = text.partition(" ")
    exact = parse_edtf(text) or (clock[:1].isdigit() and parse_edtf(day))
    return exact or read_date_in_words(text) or _keep(cell)


def _keep(cell: str) -> LiteralDate | None:
    return LiteralDate(cell) if cell else None


def says_year(date: object, cell: str) -> bool:
    """Whether a date is of the year that a cell says."""
    return isinstance(date, Date) and read_date(cell) == Date(PartialDate(date.start.year))


def _write_name(name: AnyName) -> str:
    if isinstance(name, Name):
        return spell_apart(name)
    plain = name.literal
    return f"{{{plain}}}" if "," in plain or _SPECIAL & set(plain) or not plain else plain


def _read_name(text: str) -> AnyName:
    if text.startswith("{") and text.endswith("}"):
        return LiteralName(text[1:-1])
    return read_person(text) if "," in text else LiteralName(text)


def _read_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
