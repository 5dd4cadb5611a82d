"""BibLaTeX that keeps to biber's data model: `biber --validate-datamodel` has nothing to say of it.

Plain BibLaTeX (`biblatex`) uses the entry types that the manual names without giving them fields
(2.1.3: `@letter`, `@video`, `@legislation` ...), because programs know them, and leaves out what a work
has not. Publishers who validate want neither. Here such a work is a `@misc`, whose `entrysubtype` says
what it is; a work that lacks what its type requires is of the next type that does not; a field that the
type has not is a remark in `addendum`; and a date that nobody knows is EDTF's `XXXX`, beside which
`execute` has styles print "n.d.".
"""

import re
from collections.abc import Collection

from attrs import evolve

from footnotes.formats.bib.biblatex import BIBLATEX, UNDATED
from footnotes.formats.bib.data_model import load_data_model
from footnotes.formats.bib.entry_draft import EntryBag, EntryDraft
from footnotes.formats.bib.latex import escape_text
from footnotes.formats.bib.library import parse_bib, write_bib
from footnotes.formats.bib.remarks import label_words, list_all_labels
from footnotes.formats.bib.row_sources import ROLE_FIELDS
from footnotes.formats.edtf import is_in_calendar
from footnotes.formats.fields import BOOKS, CHAPTERS, FieldRow
from footnotes.formats.spelled_dates import spell_date
from footnotes.formats.types import choose_entry_type
from footnotes.formats.written import Written
from footnotes.model import AnyDate, Date, Library, LiteralDate, Reference

HEADER = "BibLaTeX within biber's data model"

NO_DATE = "nodate"
"""What styles print as "n.d." in the language of the document (BibLaTeX manual 4.9.2.10)."""

EXECUTE = "execute"
_DEFINE, _RESTORE = r"\def\undated{", r"}\restorefield{year}{\undated}\restorefield{labelyear}{\undated}"
"""Have a style print what is between them where it prints the year (BibLaTeX manual 2.2.3, 4.6.4).

To biber `XXXX` is a year, but an empty one: "Smith ()". Without a date it would miss one, and to it
`year = {n.d.}` is none. It does not look into `execute`.
"""

LAST_YEAR = 9999

_IS_STRICT = re.compile(rf"^% {HEADER}\b", re.MULTILINE)

NEXT_TYPES = {
    **dict.fromkeys(CHAPTERS, ("inbook",)),
    # The only book that may lack both author and editor (BibLaTeX manual 2.1.1, manual).
    **dict.fromkeys(BOOKS, ("manual",)),
    "article": ("online",),
    # "A more specific variant of the @article type" (2.1.3), and treated as one by styles.
    "review": ("article", "online"),
    "suppperiodical": ("article", "online"),
    "unpublished": ("online",),
}
"""By entry type those that hold the same with less; the last resort of all is `@misc`."""

_POINTERS = frozenset({"crossref", "entryset", "related", "xdata", "xref"})
"""Fields that name other entries (BibLaTeX manual 2.2.3)."""

_HANDS = frozenset({"author", "editor", "translator", "bookauthor"})
"""Name lists that stand in `namea` to `namec`, their type beside them, where the type has no such field."""


def parse_biblatex_strict(text: str) -> Library:
    """The works of a strict BibLaTeX file; what is broken is among the problems."""
    return parse_bib(text, BIBLATEX_STRICT)


def write_biblatex_strict(library: Library) -> Written:
    """The library as a file without an entry type, field or value that biber's data model has not."""
    keys = {work.key for work in library}
    works = tuple(_cut_loose(work, keys) for work in library)
    return write_bib(Library(works, library.problems), BIBLATEX_STRICT)


def _cut_loose(work: Reference, keys: Collection[str]) -> Reference:
    """The work without fields that point at entries which are not there: biber warns of each."""
    extra = tuple(
        (name, text)
        for name, text in work.extra
        if name.lower() not in _POINTERS or all(key.strip() in keys for key in text.split(","))
    )
    return work if extra == work.extra else evolve(work, extra=extra)


def parse_by_header(text: str) -> Library:
    """The works of a file of BibLaTeX, strict where its header says that its remarks hold fields."""
    return parse_bib(text, BIBLATEX_STRICT if _IS_STRICT.search(text) else BIBLATEX)


def _choose_entry_types(work: Reference) -> tuple[str, ...]:
    usual = choose_entry_type(work, "biblatex")
    wanted = (usual, *NEXT_TYPES.get(usual, ()), "misc")
    known = load_data_model().fields
    return tuple(dict.fromkeys(name for name in wanted if name in known))


def _put_date(draft: EntryDraft, row: FieldRow, date: AnyDate) -> bool:
    if isinstance(date, LiteralDate):
        return draft.remark(label_words(row), date.literal)
    if row.biblatex is None or not draft.admits(row.biblatex) or _is_refused(date):
        return BIBLATEX.put_date(draft, evolve(row, biblatex=None), date)
    return BIBLATEX.put_date(draft, row, date)


def _is_refused(date: Date) -> bool:
    """Whether biber has no such date: the 30th of February, or a year of five digits."""
    parts = (part for part in (date.start, date.end) if part is not None)
    return any(abs(part.year) > LAST_YEAR or not is_in_calendar(part) for part in parts)


def _take_date(bag: EntryBag, row: FieldRow) -> AnyDate | None:
    date = BIBLATEX.take_date(bag, row) or BIBLATEX.take_date(bag, evolve(row, biblatex=None))
    words = bag.remarks.get(label_words(row))
    return date if words is None else LiteralDate(words)


def _put_role(draft: EntryDraft, row: FieldRow, value: str) -> bool:
    hand = row.biblatex if row.biblatex in _HANDS else None
    return BIBLATEX.put_role(draft, evolve(row, role=hand) if hand else row, value)


def _finish(draft: EntryDraft, work: Reference) -> None:
    """A title, which cataloguers supply in brackets, and a date, where the work has none."""
    BIBLATEX.finish(draft, work)
    if "title" not in draft.fields:
        words = f"[{(work.genre or work.type.replace('_', ' ').replace('-', ' ')).capitalize()}]"
        draft.put("title", f"{{{escape_text(words)}}}")
        draft.reasons["title"] = f"an entry must have one: {words} is supplied"
    if "date" in load_data_model().list_missing(draft.entry_type, draft.fields):
        draft.put("date", UNDATED)
        if all(name.lower() != EXECUTE for name, _ in work.extra):
            draft.put(EXECUTE, f"{_DEFINE}{_spell_year(work.issued)}{_RESTORE}")


def _spell_year(date: AnyDate | None) -> str:
    """What a style prints for a date that biber does not take: its words, or that there is none."""
    if date is None:
        return rf"\bibstring{{{NO_DATE}}}"
    return escape_text(date.literal if isinstance(date, LiteralDate) else spell_date(date))


def _prepare(bag: EntryBag) -> EntryBag:
    for slot in ROLE_FIELDS:
        hand = (bag.look(f"{slot}type") or "").lower()
        if hand in _HANDS and slot in bag.fields and hand not in bag.fields:
            bag.fields[hand] = evolve(bag.fields.pop(slot), name=hand)
            bag.take(f"{slot}type")
    execute = bag.look(EXECUTE) or ""
    if execute.startswith(_DEFINE) and execute.endswith(_RESTORE):
        bag.take(EXECUTE)
    if (bag.look("pubstate") or "").lower() == NO_DATE:
        # So it was told before.
        bag.take("pubstate")
    name = "publisher" if bag.entry_type == "booklet" else "journaltitle"
    if "howpublished" in bag.fields and name not in bag.fields:
        bag.fields[name] = evolve(bag.fields.pop("howpublished"), name=name)
    return BIBLATEX.prepare(bag)


BIBLATEX_STRICT = evolve(
    BIBLATEX,
    header=f"{HEADER}, in UTF-8.",
    ascii_header=f"{HEADER}.",
    labels=list_all_labels(),
    choose_entry_types=_choose_entry_types,
    put_date=_put_date,
    put_role=_put_role,
    finish=_finish,
    prepare=_prepare,
    take_date=_take_date,
    model=load_data_model(),
)
