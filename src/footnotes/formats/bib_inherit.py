"""`crossref` and `xdata`: an entry takes from another what it lacks (BibLaTeX manual 2.4.1).

Kept simple: fields of the parent fill what the child has not, `xdata` first and unchanged, then
one level of `crossref`, with the title of a book becoming the `booktitle` of its chapter and
that of a periodical the `journaltitle` of its article. An `@xdata` is no work. The pointers
are used up: what was inherited is written out.
"""

from collections.abc import Iterable, Mapping

from attrs import evolve

from footnotes.formats.bib_syntax import RawEntry, RawField
from footnotes.formats.fields import ARTICLES, CHAPTERS

POINTERS = ("xdata", "crossref")
NOT_INHERITED = frozenset(
    {
        "crossref",
        "entryset",
        "entrysubtype",
        "execute",
        "ids",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shortauthor",
        "shorteditor",
        "shorthand",
        "shorthandintro",
        "shorttitle",
        "sorttitle",
        "sortkey",
        "xdata",
        "xref",
    }
)
"""BibLaTeX manual, appendix B."""

_TITLES = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_PERIODICALS = {"title": "journaltitle", "subtitle": "journalsubtitle", "titleaddon": "journaltitleaddon"}


def inherit_fields(entries: Iterable[RawEntry]) -> tuple[RawEntry, ...]:
    """The entries with what they inherit, without those that exist only to be inherited from."""
    entries = tuple(entries)
    for pointer in POINTERS:
        by_key = {entry.key: entry for entry in entries}
        entries = tuple(_complete(entry, pointer, by_key) for entry in entries)
    return tuple(entry for entry in entries if entry.entry_type != "xdata")


def _complete(entry: RawEntry, pointer: str, by_key: Mapping[str, RawEntry]) -> RawEntry:
    fields = {field.name.lower(): field for field in entry.fields}
    if pointer not in fields:
        return entry
    keys = [key.strip() for key in fields[pointer].value.split(",")]
    parents = [by_key[key] for key in keys if key in by_key]
    if len(parents) == len(keys):
        del fields[pointer]
    for parent in parents:
        _fill(fields, entry, parent)
    return evolve(entry, fields=tuple(fields.values()))


def _fill(fields: dict[str, RawField], child: RawEntry, parent: RawEntry) -> None:
    names: dict[str, str] = {}
    if parent.entry_type != "xdata" and child.entry_type in CHAPTERS:
        names = _TITLES
    elif parent.entry_type == "periodical" and child.entry_type in ARTICLES:
        names = _PERIODICALS
    for field in parent.fields:
        name = names.get(field.name.lower(), field.name)
        if field.name.lower() not in NOT_INHERITED:
            fields.setdefault(name.lower(), evolve(field, name=name))
