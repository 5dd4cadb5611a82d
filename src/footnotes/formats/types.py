"""The 45 types of CSL and the entry types of the two dialects, read in both directions.

Where an entry type alone does not tell the CSL type, the field `entrysubtype` does (BibLaTeX
manual 2.3.2 and 2.1.1, `newspaper` and `magazine`; for other types the word of CSL, as
Better BibTeX writes it). Classic styles ignore that field, as they do any they do not know.

Types that BibLaTeX has a name but no driver for (manual 2.1.3: artwork, image, jurisdiction,
legal, legislation, letter, music, performance, review, standard, video) are used where they
exist: styles fall back to `@misc`, programs know what is meant.
"""

from attrs import frozen

from footnotes.model import Reference


@frozen
class TypeRow:
    """One CSL type: the entry types that hold it, and its word in `entrysubtype`."""

    csl: str
    biblatex: str
    bibtex: str
    subtype: str


TYPE_ROWS = (
    TypeRow("article", "online", "misc", "preprint"),
    TypeRow("article-journal", "article", "article", "journal"),
    TypeRow("article-magazine", "article", "article", "magazine"),
    TypeRow("article-newspaper", "article", "article", "newspaper"),
    TypeRow("bill", "legislation", "misc", "bill"),
    TypeRow("book", "book", "book", "book"),
    TypeRow("broadcast", "misc", "misc", "broadcast"),
    TypeRow("chapter", "incollection", "incollection", "chapter"),
    TypeRow("classic", "book", "book", "classic"),
    TypeRow("collection", "misc", "misc", "collection"),
    TypeRow("dataset", "dataset", "misc", "dataset"),
    TypeRow("document", "misc", "misc", "document"),
    TypeRow("entry", "inreference", "incollection", "entry"),
    TypeRow("entry-dictionary", "inreference", "incollection", "dictionary"),
    TypeRow("entry-encyclopedia", "inreference", "incollection", "encyclopedia"),
    TypeRow("event", "misc", "misc", "event"),
    TypeRow("figure", "image", "misc", "figure"),
    TypeRow("graphic", "artwork", "misc", "graphic"),
    TypeRow("hearing", "jurisdiction", "misc", "hearing"),
    TypeRow("interview", "misc", "misc", "interview"),
    TypeRow("legal_case", "jurisdiction", "misc", "legal_case"),
    TypeRow("legislation", "legislation", "misc", "legislation"),
    TypeRow("manuscript", "unpublished", "unpublished", "manuscript"),
    TypeRow("map", "misc", "misc", "map"),
    TypeRow("motion_picture", "video", "misc", "video"),
    TypeRow("musical_score", "misc", "misc", "score"),
    TypeRow("pamphlet", "booklet", "booklet", "pamphlet"),
    TypeRow("paper-conference", "inproceedings", "inproceedings", "paper"),
    TypeRow("patent", "patent", "misc", "patent"),
    TypeRow("performance", "performance", "misc", "performance"),
    TypeRow("periodical", "periodical", "misc", "periodical"),
    TypeRow("personal_communication", "letter", "misc", "letter"),
    TypeRow("post", "online", "misc", "post"),
    TypeRow("post-weblog", "online", "misc", "weblog"),
    TypeRow("regulation", "legislation", "misc", "regulation"),
    TypeRow("report", "report", "techreport", "report"),
    TypeRow("review", "review", "article", "review"),
    TypeRow("review-book", "review", "article", "bookreview"),
    TypeRow("software", "software", "misc", "software"),
    TypeRow("song", "music", "misc", "song"),
    TypeRow("speech", "unpublished", "unpublished", "speech"),
    TypeRow("standard", "standard", "misc", "standard"),
    TypeRow("thesis", "thesis", "phdthesis", "thesis"),
    TypeRow("treaty", "legal", "misc", "treaty"),
    TypeRow("webpage", "online", "misc", "webpage"),
)

PLAIN_TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "commentary": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "figure",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""The CSL type of an entry without `entrysubtype` (BibLaTeX manual 2.1.1 to 2.1.4)."""

CLASSIC_TYPES = frozenset(
    {
        "article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings", "manual",
        "mastersthesis", "misc", "phdthesis", "proceedings", "techreport", "unpublished",
    }
)  # fmt: skip
"""The entry types that classic styles know (btxdoc 3.1); any other is a `@misc` to them."""

OTHER_NAMES = frozenset(
    {"conference", "electronic", "mastersthesis", "online", "phdthesis", "techreport", "www"},
)
"""Entry types that another one with a field says as well (BibLaTeX manual 2.1.4)."""

SUBTYPES = {row.subtype: row.csl for row in TYPE_ROWS}
"""The CSL type that a word in `entrysubtype` tells."""

ENTRY_TYPE = "entrytype"
"""The name in `extra` of an entry type that the CSL type does not tell, such as `proceedings`."""

_ROWS = {row.csl: row for row in TYPE_ROWS}
_UNKNOWN = _ROWS["document"]


def choose_entry_type(work: Reference, dialect: str) -> str:
    """The entry type for a work, chosen so that what the dialect demands of it is there.

    A book without author but with editor is a `@collection` (manual 2.1.1), a chapter
    without editor an `@inbook`, a page without address in the web no `@online`, and what is
    contained in something but has no entry type of its own an `@article`, so that styles
    print the container.
    """
    row = _ROWS.get(work.type, _UNKNOWN)
    entry_type = row.biblatex if dialect == "biblatex" else row.bibtex
    kept = dict(work.extra).get(ENTRY_TYPE, "").lower()
    if kept != entry_type and PLAIN_TYPES.get(kept) == work.type:
        return kept if dialect == "biblatex" else _name_classic(kept, entry_type)
    if entry_type == row.biblatex == "misc" and work.container_title:
        return "article"
    if dialect == "biblatex":
        return _adapt_to_biblatex(entry_type, work)
    is_masters = entry_type == "phdthesis" and "master" in (work.genre or "").lower()
    return "mastersthesis" if is_masters else entry_type


def choose_subtype(work: Reference, entry_type: str) -> str | None:
    """The `entrysubtype` that a work needs beside its entry type."""
    row = _ROWS.get(work.type, _UNKNOWN)
    if tell_csl_type(entry_type, None) != row.csl:
        return row.subtype
    kept = dict(work.extra).get(ENTRY_TYPE, "").lower()
    return (
        kept if entry_type in CLASSIC_TYPES and is_modern(kept) and PLAIN_TYPES[kept] == work.type else None
    )


def is_modern(entry_type: str) -> bool:
    """Whether it is an entry type that only BibLaTeX has."""
    return entry_type in PLAIN_TYPES and entry_type not in CLASSIC_TYPES


def _name_classic(kept: str, entry_type: str) -> str:
    """The classic entry type that is nearest to one of BibLaTeX."""
    return kept if kept in CLASSIC_TYPES else "proceedings" if kept == "mvproceedings" else entry_type


def tell_csl_type(entry_type: str, subtype: str | None) -> str:
    """The CSL type of an entry; what is not known is a document."""
    if subtype is not None and subtype in SUBTYPES:
        return SUBTYPES[subtype]
    return PLAIN_TYPES.get(entry_type, "document")


def _adapt_to_biblatex(entry_type: str, work: Reference) -> str:
    if entry_type == "book" and not work.author and work.editor:
        return "collection"
    if entry_type == "incollection" and not work.editor:
        return "inbook"
    if entry_type == "online" and not (work.url or work.doi):
        return "misc"
    if entry_type == "unpublished" and work.container_title:
        # Styles print the container of neither a speech nor a manuscript, but that of a page.
        return "online" if work.url or work.doi else "article"
    return entry_type
