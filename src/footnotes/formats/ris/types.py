"""The 45 types of CSL and the types of RIS, one table read in both directions.

A type of RIS that several CSL types share is read as the first of its rows; the others say theirs in a line
`M2  - type: review-book`, which Zotero reads in its field Extra. `ALSO` are types that are only read.
Authority: the RIS format specifications (Research Information Systems, 2012), Zotero's RIS translator.
"""

TYPE_ROWS = (
    ("article", "UNPB"),
    ("article-journal", "JOUR"),
    ("article-magazine", "MGZN"),
    ("article-newspaper", "NEWS"),
    ("bill", "BILL"),
    ("book", "BOOK"),
    ("broadcast", "MULTI"),
    ("chapter", "CHAP"),
    ("classic", "CLSWK"),
    ("collection", "GEN"),
    ("dataset", "DATA"),
    ("document", "GEN"),
    ("entry", "ENCYC"),
    ("entry-dictionary", "DICT"),
    ("entry-encyclopedia", "ENCYC"),
    ("event", "GEN"),
    ("figure", "FIGURE"),
    ("graphic", "ART"),
    ("hearing", "HEAR"),
    ("interview", "PCOMM"),
    ("legal_case", "CASE"),
    ("legislation", "STAT"),
    ("manuscript", "MANSCPT"),
    ("map", "MAP"),
    ("motion_picture", "MPCT"),
    ("musical_score", "MUSIC"),
    ("pamphlet", "PAMP"),
    ("paper-conference", "CPAPER"),
    ("patent", "PAT"),
    ("performance", "GEN"),
    ("periodical", "JFULL"),
    ("personal_communication", "PCOMM"),
    ("post", "WEB"),
    ("post-weblog", "BLOG"),
    ("regulation", "STAT"),
    ("report", "RPRT"),
    ("review", "JOUR"),
    ("review-book", "JOUR"),
    ("software", "COMP"),
    ("song", "SOUND"),
    ("speech", "SLIDE"),
    ("standard", "STAND"),
    ("thesis", "THES"),
    ("treaty", "STAT"),
    ("webpage", "WEB"),
)

ALSO = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "CHART": "figure",
    "CONF": "paper-conference",
    "CTLG": "book",
    "DBASE": "dataset",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "EQUA": "figure",
    "GEN": "document",
    "GOVDOC": "report",
    "GRANT": "report",
    "GRNT": "report",
    "ICOMM": "personal_communication",
    "INPR": "article",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "NEWS": "article-newspaper",
    "PCOMM": "personal_communication",
    "SER": "book",
    "SLIDE": "speech",
    "STAT": "legislation",
    "STD": "standard",
    "UNBILL": "bill",
    "UNPD": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
"""What else is read, and which of several rows a type of RIS means by itself."""

RIS_TYPES = dict(TYPE_ROWS)
"""The type of RIS for a type of CSL."""

CSL_TYPES = {**{ris: csl for csl, ris in reversed(TYPE_ROWS)}, **ALSO}
"""The type of CSL for a type of RIS."""
