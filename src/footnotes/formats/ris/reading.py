"""The tagged values of an RIS record as one work."""

import re
from collections.abc import Callable, Sequence

from attrs import define, field

from footnotes.formats.extra_lines import EXTRA_LINE, TYPE, read_extra_date, read_extra_name
from footnotes.formats.keyword_lists import join_keywords, split_keywords
from footnotes.formats.name_words import part_particle, read_person
from footnotes.formats.page_spans import fold_pages
from footnotes.formats.ris.dates import read_ris_date
from footnotes.formats.ris.fields import (
    ACCESSED_TAG,
    COUNTED,
    DATE_TAGS,
    EXTRA_NAMES,
    EXTRA_TAG,
    KEYWORD_TAG,
    LATE_TAGS,
    MANY,
    PAGE_TAGS,
    SERIAL_TAG,
    find_variable,
    is_book_number,
)
from footnotes.formats.ris.types import CSL_TYPES
from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    WORK_TYPES,
    AnyDate,
    AnyName,
    Date,
    LiteralDate,
    LiteralName,
    Name,
    Reference,
)
from footnotes.text.identifiers import drop_resolver

_COUNT = re.compile(r"(?:[ivxlc]+, ?)?\d+(?: ?(?:p|pp|pages?|s)\.?)?", re.IGNORECASE)
"""How many pages there are, or on which of a book something stands."""
_LABEL = re.compile(r"\s*\((ISSN|ISBN)\)\s*$")

_COMMA_WITHIN = re.compile(r"([^,]+),,(.*[^,\s].*)")
"""`Ministry of Health,, Labour and Welfare` (EndNote's manual, "Author and Editor Names")."""
_SUFFIX = re.compile(r"\s*(?:(?:Jr|Sr|Esq|Ph\.?D|M\.?D)\.?|[IVX]+)", re.IGNORECASE)
"""What a person without a given name has there."""


@define
class _Draft:
    """What of a work has been read so far."""

    type: str
    key: str = ""
    values: dict[str, object] = field(factory=dict)
    names: dict[str, list[AnyName]] = field(factory=dict)
    extra: list[tuple[str, str]] = field(factory=list)
    dates: dict[str, str] = field(factory=dict)
    pages: dict[str, str] = field(factory=dict)
    keywords: list[str] = field(factory=list)


def read_record(fields: Sequence[tuple[str, str]]) -> Reference:
    """The work of a record; tags that are not known, and values too many, are its `extra`."""
    draft = _Draft(_tell_type(fields))
    for tag, value in sorted(fields, key=lambda pair: pair[0] in LATE_TAGS):
        _take(draft, tag, value)
    _settle_dates(draft)
    _settle_pages(draft)
    _settle_keywords(draft)
    values = {**draft.values, **{one: tuple(names) for one, names in draft.names.items()}}
    return Reference(type=draft.type, key=draft.key, extra=tuple(draft.extra), **values)  # type: ignore[arg-type]  # by name


def read_ris_name(text: str) -> AnyName | None:
    """`Family, Given, Suffix`; a comma at the end, or several words without one, are an institution.

    Of an institution with a comma in its name the first is two commas, as EndNote wants it.
    """
    text = text.strip()
    if not text.strip(","):
        return None
    match = _COMMA_WITHIN.fullmatch(text)
    if match is not None and not _SUFFIX.fullmatch(match[2]):
        return LiteralName(f"{match[1]},{match[2]}")
    if text.endswith(",") and text.count(",") == 1:
        return LiteralName(text[:-1].strip())
    if "," in text:
        return part_particle(read_person(text))
    return LiteralName(text) if " " in text else Name(text)


def _tell_type(fields: Sequence[tuple[str, str]]) -> str:
    told = next((value for tag, value in fields if tag == "TY"), "").upper()
    lines = [match for tag, value in fields if tag == EXTRA_TAG and (match := EXTRA_LINE.fullmatch(value))]
    named = [line[2] for line in lines if line[1].strip().lower() == TYPE and line[2] in WORK_TYPES]
    return [*named, CSL_TYPES.get(told, "document")][0]


def _take(draft: _Draft, tag: str, value: str) -> None:
    if not value:
        return
    reader = _READERS.get(tag)
    variable = find_variable(tag, draft.type)
    if reader is not None:
        reader(draft, tag, value)
    elif variable is None:
        draft.extra.append((tag, value))
    else:
        _put(draft, tag, variable, value)


def _put(draft: _Draft, tag: str, variable: str, value: str) -> None:
    if variable in NAME_VARIABLES:
        name = read_ris_name(value)
        if name is not None:
            draft.names.setdefault(variable, []).append(name)
    elif tag == "M1" and draft.type == "webpage" and isinstance(date := read_ris_date(value), Date):
        # EndNote has the date of access there.
        draft.values.setdefault("accessed", date)
    elif variable not in draft.values:
        draft.values[variable] = drop_resolver(value) if variable == "doi" else value
    elif variable in MANY:
        draft.values[variable] = f"{draft.values[variable]}{MANY[variable]}{value}"
    elif draft.values[variable] != value:
        draft.extra.append((tag, value))


def _take_type(draft: _Draft, tag: str, value: str) -> None:
    if value.upper() not in CSL_TYPES:
        draft.extra.append((tag, value))


def _take_key(draft: _Draft, tag: str, value: str) -> None:
    if draft.key:
        draft.extra.append((tag, value))
    else:
        draft.key = value


def _take_date(draft: _Draft, tag: str, value: str) -> None:
    if tag in draft.dates:
        draft.extra.append((tag, value))
    else:
        draft.dates[tag] = value


def _take_page(draft: _Draft, tag: str, value: str) -> None:
    if tag in draft.pages:
        draft.extra.append((tag, value))
    else:
        draft.pages[tag] = value


def _take_keywords(draft: _Draft, tag: str, value: str) -> None:
    """One keyword in most files, several with semicolons in some."""
    del tag
    draft.keywords += split_keywords(value) if ";" in value else [value]


def _take_serial(draft: _Draft, tag: str, value: str) -> None:
    """The number by its label, which Scopus writes behind it, else by its signs."""
    for piece in value.split(";") if _LABEL.search(value) else (value,):
        label = _LABEL.search(piece)
        variable = "isbn" if is_book_number(value, draft.type) else "issn"
        named = label[1].lower() if label else variable
        _put(draft, tag, named, _LABEL.sub("", piece).strip())


def _take_extra(draft: _Draft, tag: str, value: str) -> None:
    """A line of Zotero's Extra: a variable of CSL, or words of the user's own."""
    match = EXTRA_LINE.fullmatch(value)
    if match is None:
        draft.extra.append((tag, value))
        return
    name, text = match[1].strip().lower(), match[2]
    variable = EXTRA_NAMES.get(name) or EXTRA_NAMES.get(name.replace(" ", "-"))
    if name == TYPE and text in WORK_TYPES:
        return
    if variable is None:
        draft.extra.append((match[1], text))
    elif variable in NAME_VARIABLES:
        draft.names.setdefault(variable, []).append(read_extra_name(text))
    elif variable in DATE_VARIABLES:
        draft.values[variable] = read_extra_date(text)
    else:
        draft.values.setdefault(variable, text)


def _settle_dates(draft: _Draft) -> None:
    """Of several dates of publication the finest holds; the others are kept if they say something else."""
    if text := draft.dates.pop(ACCESSED_TAG, ""):
        draft.values.setdefault("accessed", read_ris_date(text))
    read = {tag: read_ris_date(text) for tag, text in draft.dates.items()}
    if isinstance(read.get("DA"), LiteralDate) and isinstance(year := read.get("PY"), Date):
        # EndNote has the day and month without the year there.
        spelled = (read_ris_date(f"{draft.dates['DA']}{joint}{year.start.year}") for joint in (" ", ", "))
        read["DA"] = next((date for date in spelled if isinstance(date, Date)), read["DA"])
    exact = draft.values.get("issued") or max(read.values(), key=_count_parts, default=None)
    if exact is not None:
        draft.values["issued"] = exact
    for tag, date in read.items():
        if (
            not (isinstance(date, Date) and isinstance(exact, Date) and _covers(date, exact))
            and date != exact
        ):
            draft.extra.append((tag, draft.dates[tag]))


def _count_parts(date: AnyDate | None) -> int:
    if not isinstance(date, Date):
        return 0
    parts = (date.start.month, date.start.day, date.start.season)
    return 1 + sum(part is not None for part in parts)


def _covers(coarse: Date, fine: Date) -> bool:
    """Whether a date says nothing but the beginning of another."""
    one, other = coarse.start, fine.start
    if one.year != other.year or one.season is not None:
        return False
    return one.month in {None, other.month} and one.day in {None, other.day}


def _settle_pages(draft: _Draft) -> None:
    first, last = (fold_pages(draft.pages.get(tag, "")) for tag in PAGE_TAGS)
    if first and not last and draft.type in COUNTED and _COUNT.fullmatch(first):
        draft.values.setdefault("number_of_pages", first)
        return
    if first and last and last != first and "-" not in first:
        draft.values["page"] = f"{first}-{last}"
    elif first or last:
        draft.values["page"] = first or last


def _settle_keywords(draft: _Draft) -> None:
    if draft.keywords:
        told = split_keywords(str(draft.values.get("keyword", "")))
        draft.values["keyword"] = join_keywords([*told, *draft.keywords])


_READERS: dict[str, Callable[[_Draft, str, str], None]] = {
    "TY": _take_type,
    "ID": _take_key,
    **dict.fromkeys((*DATE_TAGS, ACCESSED_TAG), _take_date),
    **dict.fromkeys(PAGE_TAGS, _take_page),
    SERIAL_TAG: _take_serial,
    KEYWORD_TAG: _take_keywords,
    EXTRA_TAG: _take_extra,
}
