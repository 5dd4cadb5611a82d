"""Fields under the names of the other dialect, and dates that two of them state.

Files mix the dialects: BibLaTeX reads `journal`, `address`, `school` and `annote` as its own
(manual 2.2.5), and programs that write BibTeX add `date`, `urldate` and `journaltitle`.
"""

from attrs import evolve

from footnotes.formats.bib.entry_draft import EntryBag
from footnotes.formats.bib.kinds import read_edtf_text
from footnotes.formats.bib.legacy_dates import drop_repeated_date
from footnotes.formats.edtf import parse_edtf
from footnotes.formats.fields import PATENTS, THESES
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
    if bag.dialect == "bibtex" and bag.entry_type in PATENTS:
        # The location of a patent is where it is valid.
        aliases = {alias: name for alias, name in aliases.items() if alias != "location"}
    for alias, name in aliases.items():
        if alias not in bag.fields:
            continue
        if name not in bag.fields:
            # The field keeps its own name, under which it is written again.
            bag.fields[name] = bag.fields.pop(alias)
        elif bag.look(alias) == bag.look(name):
            bag.take(alias)


def settle_dates(bag: EntryBag) -> None:
    """`date` beside `year` and `month` counts; in BibTeX it is read as the year where there is none."""
    date = _look_date(bag, "date")
    if date is None:
        return
    dropped = drop_repeated_date(bag, date)
    if bag.dialect == "bibtex" and "year" not in bag.fields:
        stood = bag.fields.pop("date")
        bag.origins["year"] = (stood, *dropped)
        bag.fields["year"] = evolve(stood, name="year")


def _look_date(bag: EntryBag, name: str) -> Date | None:
    value = bag.look(name)
    return None if value is None else parse_edtf(read_edtf_text(value))
