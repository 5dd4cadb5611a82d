"""What a reader remembers of the fields of an entry, for `standing_fields` to write them as they stood.

Not remembered is what the writer would put alike: most fields of most entries.
"""

import re
from collections.abc import Iterable, Sequence

from footnotes.formats.bib.entry_draft import EntryBag, Fields
from footnotes.formats.bib.syntax import RawField
from footnotes.formats.fields import FieldRow, Kind

EXTRA = "extra "
HOW_PUBLISHED = "howpublished"
"""It stands alone where it did, and else with the `journal` that programs look for."""
OPTIONS, NOTE = "options", "note"

_PLAIN = frozenset({Kind.TEXT, Kind.PROSE, Kind.LIST, Kind.LANGUAGE})
_TEX = re.compile(r"[\\{}$~`&%#_^]|--|''|\sand\s|\n\s*\n")
"""What its writer may put otherwise, with the word that separates the items of a list."""
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


def list_taken(bag: EntryBag, row: FieldRow) -> Fields | None:
    """The fields that the value of a row was taken from, or None where its writer has to put it.

    Last among them stands what goes with several values: the options of names, a note with remarks.
    """
    is_remark = bool(row.label) and row.label in bag.remarks
    if row.kind is Kind.EPRINT or (is_remark and NOTE not in bag.origins):
        return None
    taken: Sequence[RawField] = bag.taken
    if bag.origins:
        taken = [one for field in taken for one in bag.origins.get(field.name.lower(), (field,))]
    if len(taken) == 1 and _is_written_alike(taken[0], row, bag.dialect):
        return None
    if row.kind is Kind.NAMES:
        # `editora` stands before `editoratype`.
        taken = [*sorted(taken, key=lambda field: field.name), *bag.origins.get(OPTIONS, ())]
    elif is_remark or (row.variable == NOTE and NOTE in bag.origins):
        taken = [*taken, *bag.origins[NOTE]]
    if not taken and row.kind is not Kind.GENRE:
        return None
    return tuple([(field.name.lower(), field.value) for field in taken])


def list_left(bag: EntryBag) -> dict[str, Fields]:
    """The fields that CSL has no variable for, where there is TeX in them."""
    return {
        EXTRA + field.name: ((field.name, field.value),)
        for field in bag.fields.values()
        if _TEX.search(field.value)
    }


def name_extra(extra: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The extra of a work under names that no variable has."""
    return {EXTRA + name: text for name, text in extra}


def _is_written_alike(field: RawField, row: FieldRow, dialect: str) -> bool:
    name = field.name.lower()
    if name != row.field_in(dialect) or name == HOW_PUBLISHED:
        return False
    if row.kind is Kind.TITLE:
        text = field.value
        return text[:1] == "{" and text[-1:] == "}" and _TEX.search(text[1:-1]) is None
    if row.kind is Kind.DATE:
        return dialect == "biblatex" and _DAY.fullmatch(field.value) is not None
    if row.kind is Kind.VERBATIM:
        # Mendeley writes several addresses into one field.
        return " " not in field.value
    return row.kind is Kind.PAGES or (row.kind in _PLAIN and _TEX.search(field.value) is None)
