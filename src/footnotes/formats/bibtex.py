"""Classic BibTeX, both directions (btxdoc, chapter 3).

Its own beside `bib_writing` and `bib_reading`: a year and a macro for the month, everything
finer as words in the note, particles by case alone, and no roles but author, editor and
translator.
"""

from footnotes.formats.bib_library import Written, parse_bib, write_bib
from footnotes.formats.bib_syntax import MONTH_MACROS
from footnotes.formats.dialect import Dialect
from footnotes.formats.entry_draft import EntryBag, EntryDraft
from footnotes.formats.fields import FieldRow
from footnotes.formats.latex import escape_text
from footnotes.formats.legacy_dates import take_legacy_date
from footnotes.formats.spelled_dates import read_spelled_date, spell_date
from footnotes.model import AnyDate, AnyName, Date, Library, PartialDate


def parse_bibtex(text: str) -> Library:
    """The works of a BibTeX file; what is broken is among the problems."""
    return parse_bib(text, BIBTEX)


def write_bibtex(library: Library) -> Written:
    """The library as a BibTeX file."""
    return write_bib(library, BIBTEX)


def _put_date(draft: EntryDraft, row: FieldRow, date: AnyDate) -> bool:
    if row.bibtex is None:
        return isinstance(date, Date) and draft.remark(row.label, spell_date(date))
    if not isinstance(date, Date):
        return draft.put(row.bibtex, escape_text(date.literal, draft.dialect))
    draft.put(row.bibtex, str(date.start.year))
    if date.start.month is not None:
        draft.put("month", MONTH_MACROS[date.start.month - 1], enclosed=False)
    if date != Date(PartialDate(date.start.year, date.start.month)):
        draft.remark(row.label, spell_date(date))
    return True


def _take_date(bag: EntryBag, row: FieldRow) -> AnyDate | None:
    spelled = read_spelled_date(bag.remarks.get(row.label, ""))
    if row.bibtex is None:
        return spelled
    plain = take_legacy_date(bag)
    return spelled or plain


def _put_role(draft: EntryDraft, row: FieldRow, value: str) -> bool:
    del draft, row, value
    return False


def _take_role(bag: EntryBag, row: FieldRow) -> tuple[AnyName, ...]:
    del bag, row
    return ()


def _finish(draft: EntryDraft) -> None:
    del draft


def _prepare(bag: EntryBag) -> EntryBag:
    return bag


BIBTEX = Dialect(
    name="bibtex",
    # formats.md, "Classic BibTeX on UTF-8 names": bibtex 0.99d cuts such letters in half.
    header="BibTeX in UTF-8: run bibtexu rather than bibtex, which breaks letters beyond ASCII.",
    ascii_header="BibTeX, for bibtex.",
    remarks_field="note",
    put_date=_put_date,
    put_role=_put_role,
    finish=_finish,
    prepare=_prepare,
    take_date=_take_date,
    take_role=_take_role,
)
