"""The variables of CSL and the tags of RIS: one table, read in both directions.

A variable without a tag is a line `M2  - original-date: 1920`: M2 is the tag of Zotero's field Extra, where
Zotero and its readers take `variable: value` for that variable (Zotero, "Citing Fields from Extra").
Authority for the tags: the RIS format specifications (2012); where these are silent, Zotero's translator.
"""

import re

from attrs import frozen

from footnotes.formats.fields import CSL_NAMES

EXTRA_TAG = "M2"

CONTAINED = frozenset(
    {
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "chapter",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "paper-conference",
        "review",
        "review-book",
    }
)
"""Types of works that are part of another; of these T2 is the container, of others the series."""
BOOKS = frozenset({"book", "classic", "report", "thesis", "map", "musical_score", "collection", "pamphlet"})
COUNTED = frozenset({"book", "classic", "thesis"})
"""Types of which SP alone is the number of pages (RIS format specifications, 2012)."""
PERIODICALS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "review-book"}
)


@frozen
class TagRow:
    """The tag that a variable is written to, and those that it is read from."""

    variable: str
    tag: str
    also: tuple[str, ...] = ()
    when: frozenset[str] = frozenset()
    """The types for which the row holds; empty for all."""
    unless: frozenset[str] = frozenset()


TAG_ROWS = (
    TagRow("author", "AU", ("A1",)),
    TagRow("contributor", "A3", when=frozenset({"thesis"})),
    TagRow("collection_editor", "A3", unless=frozenset({"thesis"})),
    TagRow("translator", "A4"),
    TagRow("editor", "ED", ("A2",)),
    TagRow("title", "TI", ("T1", "CT")),
    TagRow("title", "", ("BT",), unless=CONTAINED),
    TagRow("title", "", ("JF", "JO"), when=frozenset({"periodical"})),
    TagRow("title_short", "ST"),
    TagRow("collection_title", "T2", ("T3",), when=BOOKS),
    TagRow("container_title", "T2", ("JO", "JF", "BT"), unless=BOOKS),
    TagRow("collection_title", "T3", unless=BOOKS),
    TagRow("container_title_short", "J2", ("JA", "J1")),
    TagRow("volume", "VL"),
    TagRow("issue", "IS", when=PERIODICALS | {"paper-conference"}),
    TagRow("collection_number", "M1", unless=PERIODICALS, when=CONTAINED | BOOKS),
    TagRow("number", "IS", ("M1",), unless=PERIODICALS | CONTAINED | BOOKS),
    TagRow("number", "C7", when=PERIODICALS | {"paper-conference"}),
    TagRow("number_of_volumes", "NV"),
    TagRow("edition", "ET"),
    TagRow("section", "SE"),
    TagRow("genre", "M3"),
    TagRow("original_title", "OP"),
    TagRow("publisher", "PB"),
    TagRow("publisher_place", "CY", ("PP",)),
    TagRow("doi", "DO", ("DI",)),
    TagRow("url", "UR"),
    TagRow("call_number", "CN"),
    TagRow("archive", "AV"),
    TagRow("archive_location", "AN"),
    TagRow("source", "DP", ("DB",)),
    TagRow("language", "LA"),
    TagRow("abstract", "AB", ("N2",)),
    TagRow("keyword", "KW"),
    TagRow("note", "N1"),
    TagRow("annote", "RN"),
)

MANY = {"note": "\n", "abstract": "\n", "annote": "\n"}
"""Variables whose tag may stand several times, and what joins the values."""

TWINS = {"publisher_place": "PP"}
"""A second tag that is written, too: Zotero reads the place in CY, pandoc in PP."""

LATE_TAGS = frozenset({"JO", "JF", "BT"})
"""Tags that hold only where T2 does not tell; publishers put either name of a journal into them."""

DATE_TAGS = ("PY", "Y1", "DA")
PAGE_TAGS = ("SP", "EP")
SERIAL_TAG = "SN"
ACCESSED_TAG = "Y2"

KEYWORD_TAG = "KW"

HANDLED = frozenset({"TY", "ID", *DATE_TAGS, *PAGE_TAGS, SERIAL_TAG, ACCESSED_TAG, EXTRA_TAG, KEYWORD_TAG})
"""Tags that are read by rules of their own."""

EXTRA_NAMES = {csl.lower(): variable for variable, csl in CSL_NAMES.items()}
"""The variable of a name in a line of Extra; Zotero does not mind case."""


def find_row(variable: str, work_type: str) -> TagRow | None:
    """The row that writes a variable for that type, if it has a tag."""
    return next(
        (row for row in TAG_ROWS if row.variable == variable and row.tag and _holds(row, work_type)), None
    )


def find_variable(tag: str, work_type: str) -> str | None:
    """The variable that a tag means for that type."""
    rows = [row for row in TAG_ROWS if _holds(row, work_type)]
    exact = (row.variable for row in rows if row.tag == tag)
    return next(exact, None) or next((row.variable for row in rows if tag in row.also), None)


def is_book_number(number: str, work_type: str) -> bool:
    """Whether a serial number is one of books: by its signs, else by what the work is."""
    signs = re.sub(r"[^0-9Xx]", "", number)
    if len(signs) in {10, 13}:
        return True
    is_serial = work_type.startswith(("article", "review", "periodical"))
    return len(signs) != len("12345678") and not is_serial


def _holds(row: TagRow, work_type: str) -> bool:
    return (not row.when or work_type in row.when) and work_type not in row.unless
