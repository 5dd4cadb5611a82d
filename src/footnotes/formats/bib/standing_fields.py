r"""Fields as they stood: a value that nobody has changed since it was read is written as the file had it.

CSL's variables do not say which letters of a title are protected, that a name was written with TeX's
accents, whether a day had a field or that a particle had no option beside it. Classic styles,
biber and pandoc make something of each, so that a library that is only read and written again would
be another one to them. `choose_fields` tells which fields still hold, and `put_as_read` writes them.
Into the other dialect goes only the spelling of titles.
"""

import re
from collections.abc import Mapping
from typing import Any

from footnotes.formats.bib.braces import is_balanced
from footnotes.formats.bib.entry_draft import EntryDraft, Fields
from footnotes.formats.bib.latex import fold_blanks
from footnotes.formats.bib.spellings import EXTRA, NOTE, OPTIONS, name_extra
from footnotes.formats.bib.syntax import MONTH_MACROS
from footnotes.formats.fields import FIELD_ROWS, FieldRow, Kind
from footnotes.model import NAME_VARIABLES, Reference

_PARAGRAPH = re.compile(r"\n\s*\n")
_SIGNS_COUNT = frozenset({Kind.NAMES, Kind.VERBATIM, Kind.DATE})
_UNESCAPED = re.compile(r"(?<!\\)[&%#]")
_ADDRESS = re.compile(r"\\(?:url|href|path)\b")
_TITLES_IN_BRACES = frozenset(row.variable for row in FIELD_ROWS if row.kind is Kind.TITLE)
_NAMES = frozenset(NAME_VARIABLES)
_TITLES = ("title", "container_title", "volume_title")
_MACRO = re.compile(rf"\b({'|'.join(MONTH_MACROS)})\b")


def choose_fields(
    work: Reference, stated: dict[str, Any], dialect: str, entry_type: str
) -> dict[str, Fields]:
    """By variable the fields that say what the work still says, in this dialect and entry type."""
    spelling = work.spelling
    if spelling is None:
        return {}
    read, says = spelling.values, stated
    if work.extra:
        says = {**stated, **name_extra(work.extra)}
    fields = {
        variable: stood
        for variable, stood in spelling.fields.items()
        if read.get(variable) == says.get(variable) and _can_stand(stood)
    }
    if spelling.format != dialect or spelling.entry_type != entry_type:
        return _choose_titles(fields)
    remarked = _list_remarked(spelling.fields)
    if not remarked.issubset(fields):
        # One note holds the remarks of several variables.
        fields = {name: stood for name, stood in fields.items() if name not in remarked}
    if not keeps_names(fields, stated):
        # One option tells of all names whether their particles stay.
        fields = {name: stood for name, stood in fields.items() if name not in _NAMES}
    if "volume_title" in read or "volume_title" in stated:
        fields = _keep_titles(fields, {**read, **stated})
    return fields


def keep_entry_type(work: Reference, dialect: str) -> str | None:
    """The entry type of the file in this dialect, if the work is still of the type that it told."""
    spelling = work.spelling
    if spelling is None or spelling.format != dialect or spelling.values.get("type") != work.type:
        return None
    return spelling.entry_type


def put_as_read(draft: EntryDraft, row: FieldRow) -> bool:
    """Writes the fields that stated the value of a row; False where its writer has to."""
    stood = draft.stood.get(row.variable)
    if stood is None:
        return False
    is_put = True
    for name, text in stood:
        if name != OPTIONS and (name != NOTE or row.variable == NOTE):
            is_put = _put(draft, row, name or row.field_in(draft.dialect), text) and is_put
    return is_put


def put_options(draft: EntryDraft) -> None:
    """The option that says whether particles stay: as it stood with the names, or as they need it."""
    if draft.syntax.useprefix:
        draft.put(OPTIONS, "useprefix=true")
    for variable, stood in draft.stood.items():
        if variable in _NAMES and stood[-1][0] == OPTIONS:
            draft.put(OPTIONS, stood[-1][1])


def get_extra(draft: EntryDraft, name: str) -> str:
    """How a field without a variable stood, or an empty text."""
    stood = draft.stood.get(EXTRA + name, ())
    return _fold_paragraphs(stood[0][1]) if stood else ""


def stands(draft: EntryDraft, field: str) -> bool:
    """Whether a field of that name is written as it stood."""
    return any(name == field for stood in draft.stood.values() for name, _ in stood)


def put_note(draft: EntryDraft) -> None:
    """A note with remarks as it stood, last: there it stands when it is made anew."""
    if _list_remarked(draft.stood):
        draft.fields.pop(NOTE, None)
        draft.put(NOTE, fold_blanks(draft.stood[NOTE][-1][1]))


def keeps_names(stood: Mapping[str, Fields], stated: Mapping[str, Any]) -> bool:
    """Whether all names of a work are written as they stood, their options with them."""
    return all(variable in stood for variable in stated if variable in _NAMES)


def _keep_titles(fields: dict[str, Fields], named: Mapping[str, Any]) -> dict[str, Fields]:
    """All titles or none: that of a whole and that of its volume change places when they are written."""
    if all(name in fields for name in _TITLES if name in named):
        return fields
    return {name: stood for name, stood in fields.items() if name not in _TITLES}


def _list_remarked(fields: Mapping[str, Fields]) -> set[str]:
    """The variables that a remark in the note states; the note is among them if there are any."""
    named = {name for name, stood in fields.items() if stood and stood[-1][0] == NOTE}
    return named if named > {NOTE} else set()


def _put(draft: EntryDraft, row: FieldRow, name: str | None, text: str) -> bool:
    if name is None:
        return False
    text = _fold_paragraphs(text)
    if name == "month":
        return _put_month(draft, text)
    if row.kind not in _SIGNS_COUNT and _ADDRESS.search(text) is None:
        text = _UNESCAPED.sub(r"\\\g<0>", text)
    return draft.put(name, text)


def _put_month(draft: EntryDraft, text: str) -> bool:
    """A month as its macro, two or a day with it as BibTeX joins them: `mar # {--} # apr`."""
    if text.lower() in MONTH_MACROS:
        return draft.put("month", text.lower(), enclosed=False)
    pieces = [piece for piece in _MACRO.split(text) if piece]
    if len(pieces) == 1:
        return draft.put("month", text)
    joined = " # ".join(piece if piece in MONTH_MACROS else f"{{{piece}}}" for piece in pieces)
    return draft.put("month", joined, enclosed=False)


def _choose_titles(fields: Mapping[str, Fields]) -> dict[str, Fields]:
    """The braces in titles, for the other dialect: macros are not the same there, nor names of fields."""
    return {
        name: (("", stood[0][1]),)
        for name, stood in fields.items()
        if name in _TITLES_IN_BRACES and len(stood) == 1 and "\\" not in stood[0][1]
    }


def _can_stand(stood: Fields) -> bool:
    for _, text in stood:
        if ("{" in text or "}" in text or "\\" in text) and not is_balanced(_fold_paragraphs(text)):
            return False
    return True


def _fold_paragraphs(text: str) -> str:
    """Blanks folded, but between paragraphs."""
    return "\n\n".join(fold_blanks(paragraph) for paragraph in _PARAGRAPH.split(text.strip()))
