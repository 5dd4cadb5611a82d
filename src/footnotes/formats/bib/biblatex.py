"""BibLaTeX for biber, both directions (BibLaTeX manual 3.19, chapters 2.1 to 2.3).

Its own beside `writing` and `reading`: dates in EDTF, roles as typed editors, and `maintitle`. A file is
read by `biblatex_strict.parse_by_header`, since its header may say that it is strict.
"""

from attrs import evolve

from footnotes.formats.bib.dialect import Dialect
from footnotes.formats.bib.entry_draft import EntryBag, EntryDraft
from footnotes.formats.bib.kinds import read_edtf_text
from footnotes.formats.bib.latex import escape_text, unescape_text
from footnotes.formats.bib.legacy_dates import take_legacy_date
from footnotes.formats.bib.library import write_bib
from footnotes.formats.bib.names import parse_names
from footnotes.formats.bib.remarks import labels_of
from footnotes.formats.bib.row_sources import ROLE_FIELDS
from footnotes.formats.edtf import format_edtf, is_in_calendar, parse_edtf
from footnotes.formats.fields import ARTICLES, CHAPTERS, ROLES, SERIES, VOLUME_TITLE, FieldRow
from footnotes.formats.spelled_dates import read_spelled_date, spell_date
from footnotes.formats.types import choose_entry_type
from footnotes.formats.written import Written
from footnotes.model import AnyDate, AnyName, Date, Library, LiteralDate, PartialDate, Reference

EDITOR_SLOTS = ROLE_FIELDS[1:4]
NAME_SLOTS = ROLE_FIELDS[4:]
UNDATED = "XXXX"
"""A date of which nothing is known (EDTF, level 1: unspecified digits)."""
OTHER_EDITOR = ROLE_FIELDS[0]
"""Where an entry's `editor` stands while it is read, if its type says that it is none."""
PRINTED_ROLES = frozenset({"compiler", "collaborator", "organizer"})
"""The roles for which BibLaTeX has words (manual 2.3.6)."""


def write_biblatex(library: Library) -> Written:
    """The library as a BibLaTeX file."""
    return write_bib(library, BIBLATEX)


def _put_date(draft: EntryDraft, row: FieldRow, date: AnyDate) -> bool:
    if row.biblatex is None:
        return isinstance(date, Date) and draft.remark(row.label, spell_date(date))
    if isinstance(date, Date):
        return draft.put(row.biblatex, format_edtf(_take_off_days(date)))
    # A date in words is no `date`; programs read it in the field that came before it (manual 2.3.8).
    return draft.put(_prefix_of(row) + "year", escape_text(date.literal))


def _take_off_days(date: Date) -> Date:
    """The date without a day that never was, for which biber would drop the year as well."""
    if is_in_calendar(date.start) and (date.end is None or is_in_calendar(date.end)):
        return date
    return evolve(date, start=_take_off_day(date.start), end=date.end and _take_off_day(date.end))


def _take_off_day(part: PartialDate) -> PartialDate:
    return part if is_in_calendar(part) else evolve(part, day=None)


def _take_date(bag: EntryBag, row: FieldRow) -> AnyDate | None:
    if row.biblatex is None:
        return read_spelled_date(bag.remarks.get(row.label, ""))
    value = bag.take(row.biblatex)
    if value is None:
        return take_legacy_date(bag, _prefix_of(row))
    text = read_edtf_text(value)
    if text == UNDATED:
        return None
    return parse_edtf(text) or (LiteralDate(text) if text else None)


def _prefix_of(row: FieldRow) -> str:
    return (row.biblatex or "").removesuffix("date")


def _put_role(draft: EntryDraft, row: FieldRow, value: str) -> bool:
    if not row.role or not value:
        return False
    free = (slot for slot in _slots_for(draft, row) if slot not in draft.fields and draft.admits(slot))
    slot = next(free, None)
    return slot is not None and draft.put(slot, value) and draft.put(f"{slot}type", row.role)


def _slots_for(draft: EntryDraft, row: FieldRow) -> tuple[str, ...]:
    """The name lists for a role, best first: styles print `editora` and know few words for it."""
    if row.role == "director":
        # A film has its director where a book has its editor; pandoc and Better BibTeX agree.
        return ("editor", *NAME_SLOTS)
    if draft.entry_type not in SERIES | ARTICLES:
        return NAME_SLOTS
    return (*EDITOR_SLOTS, *NAME_SLOTS) if row.role in PRINTED_ROLES else (*NAME_SLOTS, *EDITOR_SLOTS)


def _take_role(bag: EntryBag, row: FieldRow) -> tuple[AnyName, ...]:
    for slot in ROLE_FIELDS:
        if row.role and _role_of(bag, slot) == row.role:
            bag.take(f"{slot}type")
            return parse_names(bag.take(slot) or "", bag.syntax)
    return ()


def _role_of(bag: EntryBag, slot: str) -> str:
    return (bag.look(f"{slot}type") or "").strip().lower() if slot in bag.fields else ""


def _finish(draft: EntryDraft, work: Reference) -> None:
    """The title of a volume takes the place of the title of the whole, which is the main title."""
    del work
    volume = draft.fields.pop("volumetitle", None)
    place = _title_field(draft.entry_type)
    if volume is not None and place in draft.fields:
        draft.fields["maintitle"] = evolve(draft.fields[place], name="maintitle")
        draft.fields[place] = evolve(volume, name=place)
    elif volume is not None:
        draft.remark(VOLUME_TITLE, unescape_text(volume.value))


def _prepare(bag: EntryBag) -> EntryBag:
    """`maintitle` back to the title of the whole."""
    place = _title_field(bag.entry_type)
    if bag.entry_type in SERIES and "maintitle" in bag.fields and place in bag.fields:
        bag.fields["volumetitle"] = bag.fields[place]
        bag.fields[place] = bag.fields.pop("maintitle")
    if _role_of(bag, "editor") in ROLES:
        bag.fields[OTHER_EDITOR] = bag.fields.pop("editor")
        bag.fields[OTHER_EDITOR + "type"] = bag.fields.pop("editortype")
    return bag


def _title_field(entry_type: str) -> str:
    return "booktitle" if entry_type in CHAPTERS else "title"


BIBLATEX = Dialect(
    name="biblatex",
    header="BibLaTeX in UTF-8, for biber.",
    ascii_header="BibLaTeX, for biber.",
    remarks_field="addendum",
    labels=labels_of("biblatex"),
    choose_entry_types=lambda work: (choose_entry_type(work, "biblatex"),),
    put_date=_put_date,
    put_role=_put_role,
    finish=_finish,
    prepare=_prepare,
    take_date=_take_date,
    take_role=_take_role,
)
