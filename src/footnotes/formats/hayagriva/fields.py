"""The fields of Hayagriva for the variables of CSL (hayagriva 0.9, docs/file-format.md)."""

PARENT_FIELDS: dict[str, tuple[str, ...]] = {
    "periodical": ("volume", "issue", "publisher", "editor"),
    "newspaper": ("volume", "issue", "publisher", "editor", "edition"),
    "proceedings": ("volume", "publisher", "editor", "edition"),
    "book": ("volume", "publisher", "editor", "edition", "volume-total"),
    "reference": ("volume", "publisher", "editor", "edition", "volume-total"),
    "anthology": ("volume", "publisher", "editor"),
}
"""The fields that belong to what the work is part of."""

TEXTS = (
    ("volume", "volume", False),
    ("issue", "issue", False),
    ("edition", "edition", False),
    ("chapter_number", "chapter", False),
    ("number_of_volumes", "volume-total", False),
    ("page", "page-range", False),
    ("number_of_pages", "page-total", False),
    ("authority", "organization", False),
    ("event_place", "location", True),
    ("genre", "genre", True),
    ("archive", "archive", True),
    ("archive_location", "archive-location", True),
    ("call_number", "call-number", True),
    ("note", "note", True),
    ("abstract", "abstract", True),
    ("annote", "annote", True),
)
"""Variable, field, and whether the field is a formattable string."""

COUNTS = frozenset({"number_of_volumes", "number_of_pages"})
"""Variables whose fields take figures only."""

SERIALS = (
    ("doi", "doi"),
    ("isbn", "isbn"),
    ("issn", "issn"),
    ("pmid", "pmid"),
    ("pmcid", "pmcid"),
    ("number", "serial"),
)
"""Variables, and their names within `serial-number`."""

ROLES = (
    ("translator", "translator"),
    ("compiler", "compiler"),
    ("composer", "composer"),
    ("director", "director"),
    ("executive_producer", "executive-producer"),
    ("illustrator", "illustrator"),
    ("narrator", "narrator"),
    ("organizer", "organizer"),
    ("performer", "cast-member"),
    ("producer", "producer"),
    ("script_writer", "writer"),
)
"""Variables of names, and the role that stands beside the names in `affiliated`."""
