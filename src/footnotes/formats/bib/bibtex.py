"""Classic BibTeX, both directions (btxdoc, chapter 3).

Its own beside `writing` and `reading`: a year and a macro for the month, everything finer as words in the
note with BibLaTeX's field beside them, and particles by case alone.
"""

from footnotes.formats.bib.dialect import Dialect
from footnotes.formats.bib.entry_draft import EntryBag, EntryDraft
from footnotes.formats.bib.kinds import read_edtf_text
from footnotes.formats.bib.latex import escape_text
from footnotes.formats.bib.legacy_dates import take_legacy_date
from footnotes.formats.bib.library import parse_bib, write_bib
from footnotes.formats.bib.remarks import labels_of
from footnotes.formats.bib.spellings import HOW_PUBLISHED
from footnotes.formats.bib.standing_fields import stands
from footnotes.formats.bib.syntax import MONTH_MACROS
from footnotes.formats.edtf import format_edtf, parse_edtf
from footnotes.formats.fields import FieldRow
from footnotes.formats.spelled_dates import read_spelled_date, spell_date
from footnotes.formats.types import choose_entry_type
from footnotes.formats.written import Written
from footnotes.model import AnyDate, AnyName, Date, Library, LiteralDate, PartialDate, Reference


def parse_bibtex(text: str) -> Library:
    """The works of a BibTeX file; what is broken is among the problems."""
    return parse_bib(text, BIBTEX)


def write_bibtex(library: Library) -> Written:
    """The library as a BibTeX file."""
    return write_bib(library, BIBTEX)


def _put_date(draft: EntryDraft, row: FieldRow, date: AnyDate) -> bool:
    if row.bibtex is None:
        return isinstance(date, Date) and _put_remark(draft, row, date)
    if not isinstance(date, Date):
        return draft.put(row.bibtex, escape_text(date.literal, draft.dialect))
    start = date.start
    draft.put(row.bibtex, str(start.year))
    if start.month is not None:
        draft.put("month", MONTH_MACROS[start.month - 1], enclosed=False)
    if date == Date(PartialDate(start.year, start.month)) and start.year > 0:
        return True
    if start.day is not None and date == Date(start):
        draft.put("day", str(start.day))
        return draft.remark(row.label, spell_date(date))
    return _put_remark(draft, row, date)


def _put_remark(draft: EntryDraft, row: FieldRow, date: Date) -> bool:
    """The date in words, which styles print, and in the field of BibLaTeX, which programs read."""
    if row.biblatex is not None:
        draft.put(row.biblatex, format_edtf(date))
    return draft.remark(row.label, spell_date(date))


def _take_date(bag: EntryBag, row: FieldRow) -> AnyDate | None:
    spelled = read_spelled_date(bag.remarks.get(row.label, ""))
    exact = _take_exact(bag, row.biblatex) if row.biblatex else None
    plain = take_legacy_date(bag) if row.bibtex else None
    return spelled or exact or plain


def _take_exact(bag: EntryBag, field: str) -> AnyDate | None:
    text = read_edtf_text(bag.take(field) or "")
    return parse_edtf(text) or (LiteralDate(text) if text else None)


def _put_role(draft: EntryDraft, row: FieldRow, value: str) -> bool:
    del draft, row, value
    return False


def _take_role(bag: EntryBag, row: FieldRow) -> tuple[AnyName, ...]:
    del bag, row
    return ()


def _finish(draft: EntryDraft, work: Reference) -> None:
    """A container in `howpublished`, which styles print, stands in `journal` too, where programs look."""
    del work
    container = draft.fields.get(HOW_PUBLISHED)
    if container is not None and not stands(draft, HOW_PUBLISHED):
        draft.put("journal", container.value)


def _prepare(bag: EntryBag) -> EntryBag:
    if bag.look("journal") == bag.look("howpublished"):
        bag.take("journal")
    return bag


BIBTEX = Dialect(
    name="bibtex",
    # formats.md, "Classic BibTeX on UTF-8 names": bibtex 0.99d cuts such letters in half.
    header="BibTeX in UTF-8: run bibtexu rather than bibtex, which breaks letters beyond ASCII.",
    ascii_header="BibTeX, for bibtex.",
    remarks_field="note",
    labels=labels_of("bibtex"),
    choose_entry_types=lambda work: (choose_entry_type(work, "bibtex"),),
    put_date=_put_date,
    put_role=_put_role,
    finish=_finish,
    prepare=_prepare,
    take_date=_take_date,
    take_role=_take_role,
)
