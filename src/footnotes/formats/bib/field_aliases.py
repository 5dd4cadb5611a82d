"""Fields under the names of the other dialect, and dates that two of them state.

Files mix the dialects: BibLaTeX reads `journal`, `address`, `school` and `annote` as its own
(manual 2.2.5), and programs that write BibTeX add `date`, `urldate` and `journaltitle`.
"""

from attrs import evolve

from footnotes.formats.bib.entry_draft import EntryBag
from footnotes.formats.bib.latex import unescape_text
from footnotes.formats.bib.legacy_dates import drop_repeated_date
from footnotes.formats.edtf import parse_edtf
from footnotes.formats.fields import THESES, Kind, rows_for
from footnotes.formats.spelled_dates import spell_date
from footnotes.model import Date

ALIASES = {
    "biblatex": {
        "journal": "journaltitle",
        "address": "location",
        "school": "institution",
        "annote": "annotation",
    },
    "bibtex": {"journaltitle": "journal", "location": "address", "annotation": "annote"},
}
"""By dialect: the name that is read as another where that one is free."""


def rename_aliases(bag: EntryBag) -> None:
    """Gives the fields of an entry the names of its dialect; what is there twice alike is there once."""
    aliases = ALIASES[bag.dialect]
    if bag.dialect == "bibtex" and bag.entry_type in THESES:
        aliases = aliases | {"institution": "school"}
    for alias, name in aliases.items():
        if alias not in bag.fields:
            continue
        if name not in bag.fields:
            field = bag.fields.pop(alias)
            bag.fields[name] = evolve(field, name=name)
        elif bag.look(alias) == bag.look(name):
            bag.take(alias)


def settle_dates(bag: EntryBag) -> None:
    """`date` beside `year` and `month` counts; in BibTeX the dates that it has no field for are remarks."""
    date = _look_date(bag, "date")
    if date is not None:
        drop_repeated_date(bag, date)
        if bag.dialect == "bibtex" and "year" not in bag.fields:
            bag.fields["year"] = evolve(bag.fields.pop("date"), name="year")
    if bag.dialect == "bibtex":
        _remark_dates(bag)


def _remark_dates(bag: EntryBag) -> None:
    for row in rows_for(bag.entry_type):
        if row.kind is not Kind.DATE or row.bibtex is not None or row.biblatex is None:
            continue
        date = _look_date(bag, row.biblatex)
        if date is not None and row.label not in bag.remarks:
            bag.remarks[row.label] = spell_date(date)
            bag.take(row.biblatex)


def _look_date(bag: EntryBag, name: str) -> Date | None:
    value = bag.look(name)
    return None if value is None else parse_edtf(unescape_text(value).replace("\u00a0", "~"))
