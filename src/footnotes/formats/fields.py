"""The variables of CSL and the fields of the two dialects: one table, read in both directions.

The first row of a variable whose condition fits the entry type gives its field; a row may hold
for some entry types only. A variable without a field is written as a remark (`label`) into
`addendum` (BibLaTeX) or `note` (BibTeX), there with the field of BibLaTeX beside it, which pandoc,
Zotero and JabRef read in both dialects; a role without a field into `editora` to `editorc` or `namea`
to `namec` beside its type (`role`), in BibTeX into a field of its own name; what has none of these is
reported as a loss (`reason`). In strict BibLaTeX, which keeps to biber's data model, a variable whose
field the entry type has not is a remark, too. The order of the rows is the order of the fields in a file.

Authorities: CSL 1.0.2, appendix IV; BibLaTeX manual 2.2; btxdoc 3.2. Fields that only other
programs read (pandoc, Zotero, JabRef) stand here too where classic styles ignore them.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, cached_property

from attrs import frozen


class Kind(StrEnum):
    """How a value is written."""

    NAMES = "names"
    DATE = "date"
    TITLE = "title"
    """Text in double braces, so that no style changes its case."""
    TEXT = "text"
    PROSE = "prose"
    """Text of several paragraphs."""
    LIST = "list"
    """A literal list, in which ` and ` separates (BibLaTeX manual 2.2.1)."""
    VERBATIM = "verbatim"
    PAGES = "pages"
    GENRE = "genre"
    LANGUAGE = "language"
    EPRINT = "eprint"


@frozen
class FieldRow:
    """Where a variable goes, and where it is read."""

    variable: str
    csl: str
    kind: Kind
    biblatex: str | None = None
    bibtex: str | None = None
    label: str = ""
    role: str = ""
    reason: str = ""
    when: frozenset[str] = frozenset()
    """The entry types for which the row holds; empty for all."""
    unless: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()
    """Further fields in which the variable is read (BibLaTeX manual 2.2.5, and use)."""

    def field_in(self, dialect: str) -> str | None:
        """The field of the dialect."""
        return self.biblatex if dialect == "biblatex" else self.bibtex

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """By dialect the fields in which the variable is read, best first."""
        return {
            dialect: tuple(filter(None, (self.field_in(dialect), self.beside_in(dialect), *self.also)))
            for dialect in ("biblatex", "bibtex")
        }

    def beside_in(self, dialect: str) -> str | None:
        """The field that stands beside a remark: classic styles print the one, programs read the other."""
        return self.biblatex if dialect == "bibtex" and self.bibtex is None and self.label else None

    def holds_for(self, entry_type: str) -> bool:
        """Whether the row is about entries of that type."""
        return (not self.when or entry_type in self.when) and entry_type not in self.unless


ARTICLES = frozenset({"article", "review", "suppperiodical", "periodical"})
CHAPTERS = frozenset(
    {
        "bookinbook",
        "conference",
        "inbook",
        "incollection",
        "inproceedings",
        "inreference",
        "suppbook",
        "suppcollection",
    }
)
BOOKS = frozenset(
    {
        "book",
        "collection",
        "manual",
        "mvbook",
        "mvcollection",
        "mvproceedings",
        "mvreference",
        "proceedings",
        "reference",
    }
)
SERIES = BOOKS | CHAPTERS
THESES = frozenset({"thesis", "phdthesis", "mastersthesis"})
REPORTS = frozenset({"report", "techreport"})
ONLINE = frozenset({"online", "electronic", "www"})
COURTS = frozenset({"jurisdiction"})
PATENTS = frozenset({"patent"})
LOOSE = frozenset({"misc", "software"})

BY_STYLE = "the style makes it when it formats the work"
FROM_PAGES = "programs take the first page from the pages"

VOLUME_TITLE = "Volume title: "

_N, _D, _T, _X = Kind.NAMES, Kind.DATE, Kind.TITLE, Kind.TEXT
_L, _V, _P = Kind.LIST, Kind.VERBATIM, Kind.PAGES

FIELD_ROWS = (
    # Names: BibLaTeX manual 2.2.2 and, for the types of editors, 2.3.6.
    FieldRow("author", "author", _N, "author", "author"),
    FieldRow("editor", "editor", _N, "editor", "editor"),
    FieldRow("translator", "translator", _N, "translator", "translator"),
    FieldRow("container_author", "container-author", _N, "bookauthor", "bookauthor"),
    FieldRow("director", "director", _N, None, "director", role="director"),
    FieldRow("compiler", "compiler", _N, None, "compiler", role="compiler"),
    FieldRow("collection_editor", "collection-editor", _N, None, "serieseditor", role="serieseditor"),
    FieldRow(
        "editorial_director", "editorial-director", _N, None, "editorialdirector", role="editorialdirector"
    ),
    FieldRow("interviewer", "interviewer", _N, None, "interviewer", role="interviewer"),
    FieldRow("recipient", "recipient", _N, None, "recipient", role="recipient"),
    FieldRow("composer", "composer", _N, None, "composer", role="composer"),
    FieldRow("performer", "performer", _N, None, "performer", role="performer"),
    FieldRow("producer", "producer", _N, None, "producer", role="producer"),
    FieldRow(
        "executive_producer", "executive-producer", _N, None, "executiveproducer", role="executiveproducer"
    ),
    FieldRow("script_writer", "script-writer", _N, None, "scriptwriter", role="scriptwriter"),
    FieldRow("series_creator", "series-creator", _N, None, "seriescreator", role="seriescreator"),
    FieldRow("host", "host", _N, None, "host", role="host"),
    FieldRow("guest", "guest", _N, None, "guest", role="guest"),
    FieldRow("narrator", "narrator", _N, None, "narrator", role="narrator"),
    FieldRow("illustrator", "illustrator", _N, None, "illustrator", role="illustrator"),
    FieldRow("curator", "curator", _N, None, "curator", role="curator"),
    FieldRow("organizer", "organizer", _N, None, "organizer", role="organizer"),
    FieldRow("chair", "chair", _N, None, "chair", role="chair"),
    FieldRow("original_author", "original-author", _N, None, "originalauthor", role="originalauthor"),
    FieldRow("reviewed_author", "reviewed-author", _N, None, "reviewedauthor", role="reviewedauthor"),
    FieldRow("contributor", "contributor", _N, None, "collaborator", role="collaborator"),
    # Titles. `volumetitle` never reaches a file: it and the title of the whole become
    # `maintitle` and `title` or `booktitle` (BibLaTeX manual 2.2.2, maintitle).
    FieldRow("title", "title", _T, "title", "title"),
    FieldRow("title_short", "title-short", _T, "shorttitle", "shorttitle"),
    FieldRow("container_title", "container-title", _T, "booktitle", "booktitle", when=CHAPTERS),
    FieldRow("container_title", "container-title", _X, "journaltitle", "journal", when=ARTICLES),
    FieldRow("container_title", "container-title", _L, "organization", when=ONLINE),
    FieldRow(
        "container_title",
        "container-title",
        _X,
        "journaltitle",
        "howpublished",
        label="In: ",
        also=("journal", "booktitle"),
    ),
    FieldRow("container_title_short", "container-title-short", _X, "shortjournal", "shortjournal"),
    FieldRow("volume_title", "volume-title", _T, "volumetitle", when=SERIES),
    FieldRow("volume_title", "volume-title", _X, label=VOLUME_TITLE),
    FieldRow("volume_title_short", "volume-title-short", _X, label="Short volume title: "),
    FieldRow("part_title", "part-title", _X, label="Part title: "),
    FieldRow("original_title", "original-title", _T, "origtitle", label="Original title: "),
    FieldRow("event_title", "event-title", _T, "eventtitle", label="Event: "),
    FieldRow("event_place", "event-place", _X, "venue", label="Event place: "),
    FieldRow("reviewed_title", "reviewed-title", _X, label="Reviewed title: "),
    FieldRow("reviewed_genre", "reviewed-genre", _X, label="Reviewed genre: "),
    # Numbers. `number` is of the series in books, of the issue in articles (manual 2.2.2 and 2.3.11).
    FieldRow("collection_title", "collection-title", _T, "series", "series", label="Series: "),
    FieldRow("collection_number", "collection-number", _X, "number", "number", when=SERIES),
    FieldRow("collection_number", "collection-number", _X, label="Series number: "),
    FieldRow("volume", "volume", _X, "volume", "volume", label="Volume: "),
    FieldRow("part", "part", _X, "part", label="Part: "),
    FieldRow("number_of_volumes", "number-of-volumes", _X, "volumes", "volumes", label="Volumes: "),
    FieldRow("issue", "issue", _X, "number", "number", when=ARTICLES),
    FieldRow("issue", "issue", _X, "issue", label="Issue: "),
    FieldRow("number", "number", _X, "eid", label="Number: ", when=ARTICLES | SERIES),
    FieldRow("number", "number", _X, "number", "number", label="Number: "),
    FieldRow("supplement", "supplement", _X, label="Supplement: "),
    FieldRow("edition", "edition", _X, "edition", "edition", label="Edition: "),
    FieldRow("version", "version", _X, "version", "version", label="Version: "),
    FieldRow("printing", "printing", _X, label="Printing: "),
    FieldRow("chapter_number", "chapter-number", _X, "chapter", "chapter", label="Chapter: "),
    FieldRow("section", "section", _X, label="Section: "),
    FieldRow("page", "page", _P, "pages", "pages", label="Pages: "),
    FieldRow("page_first", "page-first", _X, reason=FROM_PAGES),
    FieldRow("number_of_pages", "number-of-pages", _X, "pagetotal", "pagetotal", label="Number of pages: "),
    # What it is.
    FieldRow("genre", "genre", Kind.GENRE, "type", "type", label="Genre: "),
    FieldRow("medium", "medium", _X, label="Medium: "),
    FieldRow("dimensions", "dimensions", _X, label="Dimensions: "),
    FieldRow("scale", "scale", _X, label="Scale: "),
    FieldRow("status", "status", _X, "pubstate", label="Status: "),
    # Who published it, and where; @patent's location is where it is valid (manual 2.1.1).
    FieldRow("authority", "authority", _L, "institution", label="Authority: ", when=COURTS),
    FieldRow("authority", "authority", _X, label="Authority: "),
    FieldRow("publisher", "publisher", _L, "institution", "school", when=THESES),
    FieldRow("publisher", "publisher", _L, "institution", "institution", when=REPORTS),
    FieldRow("publisher", "publisher", _L, "organization", when=LOOSE),
    FieldRow(
        "publisher",
        "publisher",
        _L,
        "publisher",
        "publisher",
        label="Publisher: ",
        also=("organization", "institution", "school"),
    ),
    FieldRow("jurisdiction", "jurisdiction", _L, "location", label="Jurisdiction: ", when=PATENTS),
    FieldRow("jurisdiction", "jurisdiction", _X, label="Jurisdiction: "),
    FieldRow(
        "publisher_place",
        "publisher-place",
        _L,
        "location",
        "address",
        unless=PATENTS,
        also=("address", "location"),
    ),
    FieldRow("publisher_place", "publisher-place", _X, label="Place: "),
    FieldRow("division", "division", _X, label="Division: "),
    FieldRow("original_publisher", "original-publisher", _L, "origpublisher", label="Original publisher: "),
    FieldRow(
        "original_publisher_place",
        "original-publisher-place",
        _L,
        "origlocation",
        label="Original place: ",
    ),
    # Dates: BibLaTeX manual 2.3.8; classic BibTeX has year and month (btxdoc 3.2).
    FieldRow("issued", "issued", _D, "date", "year", label="Published "),
    FieldRow("original_date", "original-date", _D, "origdate", label="Originally published "),
    FieldRow("event_date", "event-date", _D, "eventdate", label="Held "),
    FieldRow("available_date", "available-date", _D, label="Available "),
    FieldRow("submitted", "submitted", _D, label="Submitted "),
    # Identifiers.
    FieldRow("doi", "DOI", _V, "doi", "doi"),
    FieldRow("isbn", "ISBN", _X, "isbn", "isbn", label="ISBN: "),
    FieldRow("issn", "ISSN", _X, "issn", "issn", label="ISSN: "),
    FieldRow("pmid", "PMID", Kind.EPRINT, "eprint", "pmid"),
    FieldRow("pmid", "PMID", _X, label="PMID: ", also=("pmid",)),
    FieldRow("pmcid", "PMCID", _X, None, "pmcid"),
    FieldRow("pmcid", "PMCID", _X, label="PMCID: ", also=("pmcid",)),
    FieldRow("url", "URL", _V, "url", "url"),
    FieldRow("accessed", "accessed", _D, "urldate", label="Accessed "),
    # Where the copy is.
    FieldRow("call_number", "call-number", _X, "library", "library"),
    FieldRow("archive", "archive", _X, label="Archive: "),
    FieldRow("archive_collection", "archive_collection", _X, label="Collection: "),
    FieldRow("archive_location", "archive_location", _X, label="Archive location: "),
    FieldRow("archive_place", "archive-place", _X, label="Archive place: "),
    FieldRow("source", "source", _X, label="Source: "),
    FieldRow("references", "references", _X, label="References: "),
    # About it.
    FieldRow("language", "language", Kind.LANGUAGE, "langid", "langid", also=("language", "hyphenation")),
    FieldRow("abstract", "abstract", Kind.PROSE, "abstract", "abstract"),
    FieldRow("annote", "annote", Kind.PROSE, "annotation", "annote", also=("annote", "annotation")),
    FieldRow("keyword", "keyword", _X, "keywords", "keywords"),
    FieldRow("note", "note", _X, "note", "note"),
    FieldRow("citation_label", "citation-label", _X, "label", None, reason=BY_STYLE),
    FieldRow("year_suffix", "year-suffix", _X, reason=BY_STYLE),
)

CSL_NAMES = {row.variable: row.csl for row in FIELD_ROWS}
"""The name that CSL gives to an attribute of `Reference`."""

ROLES = {row.role: row.variable for row in FIELD_ROWS if row.role}
"""The variable that a type of editor means."""


@cache
def rows_for(entry_type: str) -> tuple[FieldRow, ...]:
    """The rows that hold for an entry type, in order."""
    return tuple(row for row in FIELD_ROWS if row.holds_for(entry_type))
