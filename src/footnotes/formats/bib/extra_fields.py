"""Fields that CSL has no variable for, kept in the `extra` of a work and written back."""

import re

from footnotes.formats.archived_copies import NAMES, take_copies
from footnotes.formats.bib.braces import is_balanced
from footnotes.formats.bib.entry_draft import EntryBag, EntryDraft
from footnotes.formats.bib.latex import escape_text, fold_blanks, unescape_text
from footnotes.formats.bib.standing_fields import get_extra
from footnotes.formats.fields import BOOKS, Kind, rows_for
from footnotes.formats.types import ENTRY_TYPE
from footnotes.model import Reference

RAW_FIELDS = frozenset(
    {
        "afterword",
        "annotator",
        "commentator",
        "crossref",
        "editora",
        "editorb",
        "editorc",
        "entryset",
        "eprint",
        "execute",
        "file",
        "foreword",
        "groups",
        "holder",
        "ids",
        "introduction",
        "namea",
        "nameb",
        "namec",
        "options",
        "related",
        "shortauthor",
        "shorteditor",
        "sortname",
        "verba",
        "verbb",
        "verbc",
        "xdata",
        "xref",
    }
)
"""Fields whose braces or signs mean something: kept to the letter in `extra`."""

NOT_IN_MODEL = "biber's data model has no such field for the entry type"
TAKEN = "a field of this name is taken, or is no field name"

OWN_TITLE = "booktitle"
_ASIDE = "booktitle of the whole"
_FIELD_NAME = re.compile(r"[A-Za-z_][\w.:+/-]*", re.ASCII)


def read_extra(bag: EntryBag) -> tuple[tuple[str, str], ...]:
    """Names and texts of the fields that nobody has taken, and of the archived copy."""
    unknown = ((field.name, _read_unknown(name, field.value)) for name, field in bag.fields.items())
    return (*unknown, *bag.copies.items())


def set_title_aside(bag: EntryBag) -> None:
    """Leaves a `booktitle` that repeats the title of a whole, since it is there for the parts to inherit.

    BibTeX gives a part the fields of its parent under their own names (btxdoc 2.2.2).
    """
    own = bag.look(OWN_TITLE)
    if own and bag.entry_type in BOOKS and unescape_text(own) == unescape_text(bag.look("title") or ""):
        bag.fields[_ASIDE] = bag.fields.pop(OWN_TITLE)


def put_extra(draft: EntryDraft, work: Reference) -> None:
    """Writes the extra of a work but what stands elsewhere: the entry type, and the archived copy."""
    remarked = {ENTRY_TYPE, *(NAMES if take_copies(work.extra) else ())}
    for name, text in work.extra:
        if name in remarked:
            continue
        raw = name.lower() in RAW_FIELDS and is_balanced(text)
        value = get_extra(draft, name) or (fold_blanks(text) if raw else escape_text(text, draft.dialect))
        if not draft.admits(name, value):
            draft.reasons["extra"] = NOT_IN_MODEL
        elif not (_is_free(draft, name) or _is_own_title(draft, name, text)) or not draft.put(name, value):
            draft.reasons["extra"] = TAKEN


def _read_unknown(name: str, value: str) -> str:
    return fold_blanks(value) if name in RAW_FIELDS else unescape_text(value)


def _is_own_title(draft: EntryDraft, name: str, text: str) -> bool:
    """Whether it would be set aside again."""
    title = draft.fields.get("title")
    is_same = title is not None and unescape_text(title.value) == text
    return name == OWN_TITLE and draft.entry_type in BOOKS and is_same


def _is_free(draft: EntryDraft, name: str) -> bool:
    """Whether a field of that name would be read as what CSL has no variable for.

    The reader takes a variable from the first of its fields that an entry has, and leaves the others.
    """
    if _FIELD_NAME.fullmatch(name) is None:
        return False
    held: set[str] = set()
    for row in rows_for(draft.entry_type):
        if row.field_in(draft.dialect) in draft.fields:
            held.add(row.variable)
        is_its = name.lower() in row.names[draft.dialect]
        if is_its and row.variable not in held and row.kind != Kind.EPRINT:
            return False
    return True
