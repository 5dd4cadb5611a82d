"""From a work to an entry: what both dialects do alike."""

from collections.abc import Iterator, Mapping
from typing import Any

from footnotes.formats.archived_copies import take_copies, write_copy
from footnotes.formats.bib.data_model import INSTEAD
from footnotes.formats.bib.dialect import Dialect
from footnotes.formats.bib.entry_draft import EntryDraft
from footnotes.formats.bib.extra_fields import put_extra
from footnotes.formats.bib.genres import name_genre
from footnotes.formats.bib.kinds import WRITERS
from footnotes.formats.bib.languages import BABEL_NAMES, name_language
from footnotes.formats.bib.latex import escape_text, fold_blanks, unescape_text
from footnotes.formats.bib.name_writing import format_names
from footnotes.formats.bib.names import NameSyntax, keeps_particle
from footnotes.formats.bib.remarks import join_remarks
from footnotes.formats.bib.row_sources import rows_for_variables
from footnotes.formats.bib.standing_fields import (
    choose_fields,
    keep_entry_type,
    keeps_names,
    put_as_read,
    put_note,
    put_options,
)
from footnotes.formats.bib.syntax import RawEntry
from footnotes.formats.fields import FieldRow, Kind
from footnotes.formats.types import choose_entry_type, choose_subtype
from footnotes.model import AnyName, Reference

NO_FIELD = "there is no field for it"


def write_entry(work: Reference, key: str, dialect: Dialect) -> tuple[RawEntry, EntryDraft]:
    """The entry of a work, and its draft: why something has no place there, and what stands elsewhere."""
    drafts = (_draft_entry(work, entry_type, dialect) for entry_type in _list_entry_types(work, dialect))
    draft = _choose_draft(drafts)
    return RawEntry(draft.entry_type, key, tuple(draft.fields.values())), draft


def _list_entry_types(work: Reference, dialect: Dialect) -> tuple[str, ...]:
    kept = keep_entry_type(work, dialect.name) if dialect.model is None else None
    return dialect.choose_entry_types(work) if kept is None else (kept,)


def _choose_draft(drafts: Iterator[EntryDraft]) -> EntryDraft:
    """The first that lacks nothing, else the last."""
    for draft in drafts:
        if draft.model is None or not any(draft.model.list_missing(draft.entry_type, draft.fields)):
            break
    return draft


def _draft_entry(work: Reference, entry_type: str, dialect: Dialect) -> EntryDraft:
    stated = work.stated()
    # A model asks for other fields than the file had: but for its titles nothing stands as it stood.
    stood = choose_fields(work, stated, "" if dialect.model else dialect.name, entry_type)
    useprefix = _needs_useprefix(stated) and not keeps_names(stood, stated)
    syntax = NameSyntax(dialect.name, useprefix=useprefix)
    draft = EntryDraft(entry_type, syntax, model=dialect.model, stood=stood)
    _put_variables(draft, stated, dialect)
    if subtype := choose_subtype(work, entry_type):
        draft.put("entrysubtype", subtype)
        if dialect.name == "bibtex" or entry_type != choose_entry_type(work, dialect.name):
            draft.moves["type"] = "entrysubtype"
    dialect.finish(draft, work)
    put_options(draft)
    put_extra(draft, work)
    put_note(draft)
    _put_remarks(draft, dialect)
    _put_copy(draft, work, dialect)
    return draft


def _needs_useprefix(stated: Mapping[str, Any]) -> bool:
    return any(isinstance(value, tuple) and keeps_particle(value) for value in stated.values())


def _put_variables(draft: EntryDraft, stated: Mapping[str, Any], dialect: Dialect) -> None:
    done: set[str] = set()
    for row in rows_for_variables(draft.entry_type, frozenset(stated)):
        value = stated.get(row.variable)
        if row.variable in done:
            continue
        if put_as_read(draft, row):
            done.add(row.variable)
            continue
        if row.kind is Kind.GENRE:
            value = _name_genre(value or "", draft, dialect)
        if not value:
            continue
        remarks = len(draft.remarks)
        if _put(draft, row, value, dialect):
            done.add(row.variable)
            draft.reasons.pop(row.variable, None)
            _note_move(draft, row, dialect, is_remark=len(draft.remarks) > remarks)
        else:
            draft.reasons[row.variable] = row.reason or NO_FIELD


def _name_genre(genre: str, draft: EntryDraft, dialect: Dialect) -> str:
    """The word for the genre; a plain one for none where a type is demanded, or styles print their own."""
    if not genre and dialect.model is None and dialect.name == "biblatex":
        return ""
    return name_genre(genre, draft.entry_type, dialect.name) or genre


def _note_move(draft: EntryDraft, row: FieldRow, dialect: Dialect, *, is_remark: bool) -> None:
    instead = INSTEAD.get((draft.entry_type, row.variable), "")
    if is_remark:
        draft.moves[row.variable] = dialect.remarks_field
    elif draft.model is not None and instead in draft.fields:
        draft.moves[row.variable] = instead
    elif row.role and row.bibtex and dialect.name == "bibtex":
        draft.moves[row.variable] = row.bibtex


def _put(draft: EntryDraft, row: FieldRow, value: object, dialect: Dialect) -> bool:
    if row.kind is Kind.DATE:
        return dialect.put_date(draft, row, value)  # type: ignore[arg-type]  # the kind says so
    if row.kind is Kind.NAMES:
        return _put_names(draft, row, value, dialect)  # type: ignore[arg-type]  # the kind says so
    field = _find_field(draft, row, str(value))
    if field is not None:
        return _put_text(draft, row, field, str(value))
    if beside := row.beside_in(draft.dialect):
        _put_text(draft, row, beside, str(value))
    return draft.remark(row.label, fold_blanks(str(value)))


def _find_field(draft: EntryDraft, row: FieldRow, text: str) -> str | None:
    """The field of the dialect, or what stands for it where the model has it not for the entry type."""
    field = row.field_in(draft.dialect)
    if field is None or draft.admits(field, text):
        return field
    instead = INSTEAD.get((draft.entry_type, row.variable))
    return instead if instead is not None and draft.admits(instead, text) else None


def _put_text(draft: EntryDraft, row: FieldRow, field: str, text: str) -> bool:
    if row.kind is Kind.LANGUAGE:
        name = name_language(text)
        is_named = name is not None and draft.put(field, name)
        return is_named if text in BABEL_NAMES else draft.put("language", escape_text(text))
    is_put = draft.put(field, WRITERS[row.kind](text, draft.dialect))
    if row.kind is Kind.EPRINT and draft.dialect == "biblatex":
        return is_put and draft.put("eprinttype", "pubmed")
    return is_put


def _put_names(draft: EntryDraft, row: FieldRow, names: tuple[AnyName, ...], dialect: Dialect) -> bool:
    field = row.field_in(draft.dialect)
    value = format_names(names, draft.syntax)
    if field is None or not draft.admits(field):
        return dialect.put_role(draft, row, value)
    return draft.put(field, value)


def _put_remarks(draft: EntryDraft, dialect: Dialect) -> None:
    if not draft.remarks:
        return
    name = dialect.remarks_field
    held = draft.fields.pop(name, None)
    note = unescape_text(held.value) if held is not None and name == "note" else ""
    draft.put(name, escape_text(join_remarks(note, draft.remarks), draft.dialect))


def _put_copy(draft: EntryDraft, work: Reference, dialect: Dialect) -> None:
    """The archived copy as the last remark, behind whatever stands in the field."""
    told = take_copies(work.extra)
    if told:
        held = draft.fields.pop(dialect.remarks_field, None)
        value = join_remarks(held.value if held else "", [write_copy(told, draft.dialect)])
        draft.put(dialect.remarks_field, value)
