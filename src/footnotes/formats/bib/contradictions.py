"""Whether words in the note of a BibTeX entry that look like a remark say other than its fields.

Then somebody wrote them (`Published 1855` in a reprint of 2001; Zotero's `Place: New York` of a book that
has an address), and they are part of the note.
"""

from footnotes.formats.bib.entry_draft import EntryBag
from footnotes.formats.bib.kinds import READERS, read_edtf_text
from footnotes.formats.bib.latex import unescape_text
from footnotes.formats.bib.legacy_dates import look_month
from footnotes.formats.edtf import parse_edtf
from footnotes.formats.fields import FieldRow, Kind, rows_for
from footnotes.formats.spelled_dates import read_spelled_date


def contradicts(bag: EntryBag, label: str, said: str) -> bool:
    """Whether the remark is none of ours: a field says other, or would have said it."""
    rows = rows_for(bag.entry_type)
    row = next((row for row in rows if row.label == label), None)
    if row is None:
        return True
    upto = rows[: rows.index(row) + 1]
    if any(one.variable == row.variable and one.kind is not Kind.DATE and one.bibtex for one in upto):
        return True
    return _says_other_date(bag, row, said) if row.kind is Kind.DATE else _says_other(bag, row, said)


def _says_other(bag: EntryBag, row: FieldRow, said: str) -> bool:
    value = bag.look(row.beside_in(bag.dialect) or "")
    return value is not None and READERS[row.kind](value) != said


def _says_other_date(bag: EntryBag, row: FieldRow, said: str) -> bool:
    date = read_spelled_date(said)
    value = bag.look(row.biblatex or "")
    if value is not None:
        return parse_edtf(read_edtf_text(value)) != date
    if row.bibtex is None or "year" not in bag.fields or date is None:
        return False
    year, month = unescape_text(bag.look("year") or ""), look_month(bag)
    return year != str(date.start.year) or month not in {None, date.start.month}
