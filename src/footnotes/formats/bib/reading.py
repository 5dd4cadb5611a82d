"""From an entry to a work: what both dialects do alike."""

import re
from typing import Any

from attrs import evolve

from footnotes.formats.archived_copies import split_copy
from footnotes.formats.bib.contradictions import contradicts
from footnotes.formats.bib.dialect import Dialect
from footnotes.formats.bib.entry_draft import EntryBag, Fields
from footnotes.formats.bib.extra_fields import read_extra, set_title_aside
from footnotes.formats.bib.field_aliases import rename_aliases, settle_dates
from footnotes.formats.bib.genres import read_genre
from footnotes.formats.bib.kinds import READERS
from footnotes.formats.bib.languages import LANGUAGE_TAGS, is_narrower
from footnotes.formats.bib.latex import escape_text, unescape_text
from footnotes.formats.bib.name_options import take_useprefix
from footnotes.formats.bib.names import NameSyntax, parse_names
from footnotes.formats.bib.remarks import split_remarks
from footnotes.formats.bib.row_sources import list_stated_rows
from footnotes.formats.bib.spellings import list_left, list_taken, name_extra
from footnotes.formats.bib.syntax import RawEntry, RawField
from footnotes.formats.fields import FieldRow, Kind
from footnotes.formats.types import (
    CLASSIC_TYPES,
    ENTRY_TYPE,
    OTHER_NAMES,
    PLAIN_TYPES,
    SUBTYPES,
    is_modern,
    tell_csl_type,
)
from footnotes.model import AnyName, Frame, LiteralName, Name, Reference, Spelling

SUBTITLES = (
    ("title", "subtitle"),
    ("booktitle", "booksubtitle"),
    ("maintitle", "mainsubtitle"),
    ("journaltitle", "journalsubtitle"),
)
"""Fields that continue a title; CSL has one variable for both."""

_TWO_ANDS = re.compile(r"(?<!\s)(?:\s+and){2,}\s+", re.IGNORECASE)
_LOOSE_AND = re.compile(r"\A\s*and\s+|\s+and\s*\Z", re.IGNORECASE)
"""JSTOR ends some lists of names with it."""
_NOBODY = (Name(family=""), LiteralName(""))
_GROUPED_SIGN = re.compile(r"\{\\([_%&#$])\}")
r"""Mendeley writes `a{\_}b` in addresses."""
_DOI_ADDRESS = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)
"""Publishers put the address of a DOI where the DOI belongs."""

_UNESCAPED = frozenset(kind for kind, read in READERS.items() if read is unescape_text)
"""The kinds that are text and nothing else, which most values are."""

_STOPS = (":", "?", "!", ".", ";")


def read_entry(entry: RawEntry, dialect: Dialect, frame: Frame | None = None) -> Reference:
    """The work that an entry states; what CSL has no variable for is its `extra`.

    With the `frame` of its file it remembers the fields as they stand, for a writer of the dialect.
    """
    bag = EntryBag.of(entry, dialect.name)
    rename_aliases(bag)
    _join_subtitles(bag)
    _move_address(bag)
    set_title_aside(bag)
    bag = take_useprefix(dialect.prepare(bag))
    _take_remarks(bag, dialect)
    settle_dates(bag)
    csl_type = tell_csl_type(bag.entry_type, _take_subtype(bag))
    entry_type = _take_modern_type(bag, csl_type) or entry.entry_type
    values: dict[str, Any] = {"type": csl_type}
    stood: dict[str, Fields] = {}
    for row in list_stated_rows(bag):
        if row.variable in values:
            continue
        bag.taken.clear()
        if value := _take(bag, row, dialect):
            values[row.variable] = value
        if frame is None:
            continue
        is_told = value or row.kind is Kind.GENRE or (row.variable == "note" and bag.remarks)
        if is_told and (taken := list_taken(bag, row)) is not None:
            stood[row.variable] = taken
    extra = read_extra(bag)
    spelling = None
    if frame is not None:
        stood |= list_left(bag)
        spelling = Spelling(
            dialect.name,
            entry.entry_type,
            {**values, **name_extra(extra)},
            stood,
            entry.key,
            frame,
            entry.pointers,
            entry.inherited,
        )
    work = Reference(key=entry.key, extra=extra, spelling=spelling, **values)
    return _remember_entry_type(work, entry_type, dialect)


def _take(bag: EntryBag, row: FieldRow, dialect: Dialect) -> object:
    kind = row.kind
    if kind is Kind.DATE:
        return dialect.take_date(bag, row)
    if kind is Kind.NAMES:
        field = row.field_in(bag.dialect)
        if field is None:
            return dialect.take_role(bag, row)
        return _read_names(bag.take(field) or "", bag.syntax)
    if bag.note is not None and row.variable == "note":
        return bag.note
    if kind is Kind.EPRINT and not _is_pubmed(bag):
        return None
    return _take_text(bag, row)


def _read_names(value: str, syntax: NameSyntax) -> tuple[AnyName, ...]:
    """The names of a list; before, behind and between two `and` there is none, nor in a comma alone."""
    names = parse_names(_LOOSE_AND.sub("", _TWO_ANDS.sub(" and ", value)), syntax)
    return tuple(name for name in names if name not in _NOBODY)


def _take_text(bag: EntryBag, row: FieldRow) -> str | None:
    kind, fields = row.kind, bag.fields
    for name in row.names[bag.dialect]:
        if name in fields:
            value = bag.take(name) or ""
            return unescape_text(value) if kind in _UNESCAPED else _read_text(bag, row, value)
    if kind is Kind.GENRE:
        return bag.remarks.get(row.label) or read_genre(None, bag.entry_type)
    return bag.remarks.get(row.label) if row.label else None


def _read_text(bag: EntryBag, row: FieldRow, value: str) -> str | None:
    if row.kind is Kind.LANGUAGE:
        return _read_language(bag, unescape_text(value))
    if row.kind is Kind.GENRE:
        return read_genre(unescape_text(value), bag.entry_type)
    if row.kind is Kind.VERBATIM:
        text = READERS[row.kind](_GROUPED_SIGN.sub(r"\\\1", value))
        return _DOI_ADDRESS.sub("", text) if row.variable == "doi" else text
    return READERS[row.kind](value)


def _read_language(bag: EntryBag, text: str) -> str:
    """The tag of a name, or the narrower one that stands beside it in `language`."""
    tag = LANGUAGE_TAGS.get(text.lower(), text)
    if is_narrower(bag.look("language") or "", tag or "?"):
        return unescape_text(bag.take("language") or "")
    return tag


def _is_pubmed(bag: EntryBag) -> bool:
    if bag.dialect != "biblatex":
        return True
    if (bag.look("eprinttype") or "").lower() != "pubmed":
        return False
    bag.take("eprinttype")
    return True


def _take_modern_type(bag: EntryBag, csl_type: str) -> str | None:
    """BibLaTeX's type for which a classic one stands: `@book` with `entrysubtype = {mvbook}`."""
    told = (bag.look("entrysubtype") or "").lower()
    if bag.entry_type not in CLASSIC_TYPES or not is_modern(told) or PLAIN_TYPES[told] != csl_type:
        return None
    bag.take("entrysubtype")
    return told


def _take_subtype(bag: EntryBag) -> str | None:
    subtype = (bag.look("entrysubtype") or "").lower()
    if subtype not in SUBTYPES:
        return None
    bag.take("entrysubtype")
    return subtype


def _take_remarks(bag: EntryBag, dialect: Dialect) -> None:
    """The remarks are known by their labels; an addendum that says anything else stays as it is."""
    value = bag.look(dialect.remarks_field)
    if value is None:
        return
    text, bag.copies = split_copy(unescape_text(value))
    note, bag.remarks = split_remarks(text, dialect.labels)
    if dialect.remarks_field == "note" and any(contradicts(bag, *remark) for remark in bag.remarks.items()):
        note, bag.remarks = text, {}
    if dialect.remarks_field == "note":
        if bag.remarks or bag.copies:
            if not bag.copies:
                bag.origins["note"] = (bag.fields["note"],)
            bag.take("note")
            bag.note = note
    elif note:
        bag.remarks = {}
        _shorten(bag, dialect.remarks_field, text)
    else:
        bag.take(dialect.remarks_field)


def _shorten(bag: EntryBag, name: str, text: str) -> None:
    """Words of the user's own stay in the field; the archived copy behind them is read."""
    if bag.copies:
        bag.fields[name] = RawField(bag.fields[name].name, escape_text(text, bag.dialect))


def _join_subtitles(bag: EntryBag) -> None:
    for title, subtitle in SUBTITLES:
        first, second = bag.look(title), bag.look(subtitle)
        if first and second:
            joint = " " if first.rstrip("}").endswith(_STOPS) else ": "
            bag.origins[title] = (bag.fields[title], bag.fields.pop(subtitle))
            bag.fields[title] = RawField(title, first + joint + second)


def _move_address(bag: EntryBag) -> None:
    r"""`howpublished = {\url{..}}` is the old way to state an address."""
    value = bag.look("howpublished") or ""
    if value.lstrip("{ ").startswith("\\url") and "url" not in bag.fields:
        bag.origins["url"] = (bag.fields.pop("howpublished"),)
        bag.fields["url"] = RawField("url", value.strip("{ ") if value.startswith("{") else value)


def _remember_entry_type(work: Reference, entry_type: str, dialect: Dialect) -> Reference:
    if entry_type in OTHER_NAMES or entry_type in dialect.choose_entry_types(work):
        return work
    return evolve(work, extra=((ENTRY_TYPE, entry_type), *work.extra))
