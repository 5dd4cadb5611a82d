"""The columns of a table of works: the words of CSL, of the archived copy, and of Zotero."""

from footnotes.formats.archived_copies import NAMES
from footnotes.formats.fields import CSL_NAMES
from footnotes.model import VARIABLES

KEY, TYPE, EXTRA = "key", "type", "extra"

COPY_COLUMNS = {name.replace("_", "-"): name for name in NAMES}
"""Template:Cite web's names of the archived copy, and the names in the extra of a work."""

COLUMNS = {CSL_NAMES[variable]: variable for variable in VARIABLES}
"""The column of a variable is named as CSL names the variable."""

ZOTERO_MARK = "item-type"
"""The column by which an export of Zotero is known; `type` is the genre there."""

YEAR = "publication-year"
"""Zotero's column of the year alone, which counts where the column of the date says nothing."""

ZOTERO_COLUMNS = {
    "abstract-note": "abstract",
    "access-date": "accessed",
    "archive-location": "archive_location",
    "cast-member": "performer",
    "conference-name": "event_title",
    "date": "issued",
    "journal-abbreviation": "container_title_short",
    "library-catalog": "source",
    "manual-tags": "keyword",
    "notes": "annote",
    "num-pages": "number_of_pages",
    "number-of-volumes": "number_of_volumes",
    "pages": "page",
    "place": "publisher_place",
    "publication-title": "container_title",
    "reviewed-author": "reviewed_author",
    "scriptwriter": "script_writer",
    "series": "collection_title",
    "series-editor": "collection_editor",
    "series-number": "collection_number",
    "short-title": "title_short",
    "meeting-name": "event_title",
    "country": "jurisdiction",
    YEAR: "issued",
}
"""The columns of Zotero's CSV that are no name of CSL."""

OTHER_COLUMNS = {
    "authors": "author",
    "editors": "editor",
    "translators": "translator",
    "year": "issued",
    "journal": "container_title",
    "journaltitle": "container_title",
    "journal-title": "container_title",
    "abbreviated-source-title": "container_title_short",
    "author-keywords": "keyword",
    "language-of-original-document": "language",
    "booktitle": "container_title",
    "keywords": "keyword",
    "tags": "keyword",
    "urldate": "accessed",
    "source-title": "container_title",
    "link": "url",
}
"""Names that people and databases give to their columns."""

KEY_COLUMNS = ("key", "id", "citation-key", "citekey", "bibtex-key")
TYPE_COLUMNS = ("type", "item-type", "entry-type", "reference-type", "document-type", "publication-type")

ZOTERO_TYPES = {
    "artwork": "graphic",
    "audiorecording": "song",
    "blogpost": "post-weblog",
    "booksection": "chapter",
    "case": "legal_case",
    "computerprogram": "software",
    "conferencepaper": "paper-conference",
    "dictionaryentry": "entry-dictionary",
    "email": "personal_communication",
    "encyclopediaarticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumpost": "post",
    "instantmessage": "personal_communication",
    "journalarticle": "article-journal",
    "letter": "personal_communication",
    "magazinearticle": "article-magazine",
    "newspaperarticle": "article-newspaper",
    "podcast": "broadcast",
    "preprint": "article",
    "presentation": "speech",
    "radiobroadcast": "broadcast",
    "statute": "legislation",
    "tvbroadcast": "broadcast",
    "videorecording": "motion_picture",
}
"""Zotero's item types, in lower case, where CSL calls them otherwise (its schema, 2024)."""

_LOWER = {name.lower(): variable for name, variable in COLUMNS.items()}
_DASHED = {name.replace("_", "-"): variable for name, variable in _LOWER.items()}


def name_column(header: str) -> str:
    """The header as the tables here have it: lower case, hyphens."""
    return "-".join(header.strip().lower().replace("_", "-").split())


def find_variable(column: str) -> str | None:
    """The variable of a column named by `name_column`."""
    return _DASHED.get(column) or ZOTERO_COLUMNS.get(column) or OTHER_COLUMNS.get(column)
