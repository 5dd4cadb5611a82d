"""One work as the tagged values of an RIS record."""

import re
from collections.abc import Iterator

from footnotes.formats.edtf import format_edtf
from footnotes.formats.extra_lines import PERSON
from footnotes.formats.fields import CSL_NAMES
from footnotes.formats.keyword_lists import split_keywords
from footnotes.formats.name_words import spell_person
from footnotes.formats.ris.dates import spell_ris_date
from footnotes.formats.ris.extra import list_extra, write_extra
from footnotes.formats.ris.fields import (
    ACCESSED_TAG,
    COUNTED,
    EXTRA_TAG,
    KEYWORD_TAG,
    MANY,
    TAG_ROWS,
    TWINS,
    find_row,
    is_book_number,
)
from footnotes.formats.ris.types import CSL_TYPES, RIS_TYPES
from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    AnyDate,
    AnyName,
    Date,
    LiteralName,
    Name,
    Reference,
)

_RANGE = re.compile(r"([^\s,;–-]+)-([^\s,;–-]+)")


def list_fields(work: Reference, key: str) -> list[tuple[str, str]]:
    """Tag and value of all that the work states, in the order of a record."""
    ris_type = RIS_TYPES[work.type]
    fields = [("TY", ris_type), ("ID", key)]
    if CSL_TYPES[ris_type] != work.type:
        fields.append((EXTRA_TAG, f"type: {work.type}"))
    for variable in dict.fromkeys((*(row.variable for row in TAG_ROWS), *CSL_NAMES)):
        value = getattr(work, variable)
        if value:
            fields += _write_variable(variable, value, work)
    return [*fields, *list_extra(work)]


def _write_variable(variable: str, value: object, work: Reference) -> Iterator[tuple[str, str]]:
    row = find_row(variable, work.type)
    if variable in NAME_VARIABLES:
        yield from _write_names(variable, value, row.tag if row else None)  # type: ignore[arg-type]  # names
    elif variable in DATE_VARIABLES:
        yield from _write_date(variable, value)  # type: ignore[arg-type]  # a date
    elif variable in _SPECIAL:
        yield from _SPECIAL[variable](str(value), work)
    elif row is None:
        yield write_extra(variable, str(value))
    elif variable in TWINS:
        yield from ((tag, str(value)) for tag in (row.tag, TWINS[variable]))
    elif variable in MANY:
        yield from ((row.tag, piece) for piece in str(value).split(MANY[variable]))
    else:
        yield row.tag, str(value)


def _write_names(variable: str, names: tuple[AnyName, ...], tag: str | None) -> Iterator[tuple[str, str]]:
    for name in names:
        if tag is not None:
            yield tag, _spell_name(name)
        elif isinstance(name, LiteralName):
            yield write_extra(variable, name.literal)
        else:
            family, _, given = spell_person(name).partition(",")
            yield write_extra(variable, f"{family}{PERSON}{given.strip()}")


def _spell_name(name: AnyName) -> str:
    """EndNote's rule: a comma at the end says that an institution is no person, or two for one within."""
    if isinstance(name, Name):
        return spell_person(name).removesuffix(",")
    return name.literal.replace(",", ",,", 1) if has_comma(name) else f"{name.literal},"


def has_comma(name: AnyName) -> bool:
    """Whether it is an institution with a comma in its name."""
    return isinstance(name, LiteralName) and "," in name.literal.rstrip(",")


def _write_date(variable: str, date: AnyDate) -> Iterator[tuple[str, str]]:
    exact = format_edtf(date) if isinstance(date, Date) else date.literal
    plain = spell_ris_date(date) if isinstance(date, Date) else None
    if variable == "accessed" and plain:
        yield ACCESSED_TAG, plain
        return
    if variable == "issued" and isinstance(date, Date) and 0 < date.year <= 9999:  # noqa: PLR2004 - YYYY
        yield "PY", f"{date.year:04d}"
        if plain and plain != f"{date.year:04d}///":
            yield "DA", plain
    if variable != "issued" or plain is None:
        yield write_extra(variable, exact)


def _write_page(page: str, work: Reference) -> Iterator[tuple[str, str]]:
    match = _RANGE.fullmatch(page)
    yield "SP", match[1] if match else page
    if match:
        yield "EP", match[2]
    elif work.type in COUNTED:
        # Alone it would be the number of pages.
        yield "EP", page


def _write_isbn(isbn: str, work: Reference) -> Iterator[tuple[str, str]]:
    if is_book_number(isbn, work.type):
        yield "SN", isbn
    else:
        yield write_extra("isbn", isbn)


def _write_issn(issn: str, work: Reference) -> Iterator[tuple[str, str]]:
    if is_book_number(issn, work.type):
        yield write_extra("issn", issn)
    else:
        yield "SN", issn


def _write_keywords(text: str, work: Reference) -> Iterator[tuple[str, str]]:
    """A tag for each."""
    del work
    yield from ((KEYWORD_TAG, word) for word in split_keywords(text) or [text])


_SPECIAL = {"keyword": _write_keywords, "page": _write_page, "isbn": _write_isbn, "issn": _write_issn}
