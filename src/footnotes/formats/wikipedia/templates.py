"""The citation templates for the types of CSL, and their parameters for its variables.

Authority: Help:Citation Style 1 and the documentation of each template (English Wikipedia, 2025).
"""

from collections.abc import Iterator

from footnotes.model import Reference

TEMPLATES = {
    "cite journal": ("article-journal", "review", "review-book", "periodical"),
    "cite magazine": ("article-magazine",),
    "cite news": ("article-newspaper",),
    "cite book": ("book", "chapter", "classic", "collection", "musical_score", "pamphlet"),
    "cite encyclopedia": ("entry-encyclopedia", "entry", "entry-dictionary"),
    "cite conference": ("paper-conference",),
    "cite thesis": ("thesis",),
    "cite report": ("report", "standard", "hearing", "regulation", "legislation", "bill", "treaty"),
    "cite web": ("webpage", "post-weblog", "post", "article", "dataset", "software"),
    "cite map": ("map",),
    "cite AV media": ("motion_picture", "song", "broadcast", "performance", "graphic", "figure"),
    "cite speech": ("speech",),
    "cite interview": ("interview",),
    "cite document": ("document", "manuscript", "personal_communication", "patent", "legal_case", "event"),
}
"""The template, and the types it is written for; the first is the one that it says."""

_BY_TYPE = {one: template for template, types in TEMPLATES.items() for one in types}

NAMES = (
    ("author", ""),
    ("editor", "editor-"),
    ("translator", "translator-"),
    ("interviewer", "interviewer-"),
)
"""Variables of names, and what stands before `last1` and `first1`."""

DATES = frozenset({"issued", "original_date"})
URL_PARAMETERS = frozenset({"doi"})

_CONTAINERS = {
    "cite journal": "journal",
    "cite magazine": "magazine",
    "cite news": "newspaper",
    "cite encyclopedia": "encyclopedia",
    "cite conference": "book-title",
    "cite web": "website",
    "cite interview": "work",
}
"""The parameter of the container; a book has chapters instead."""

_WITH_ISSUES = frozenset({"cite journal", "cite magazine", "cite news"})

_PARAMETERS = (
    ("issued", "date"),
    ("original_date", "orig-date"),
    ("genre", "type"),
    ("collection_title", "series"),
    ("edition", "edition"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("publisher_place", "location"),
    ("publisher", "publisher"),
    ("isbn", "isbn"),
    ("issn", "issn"),
    ("doi", "doi"),
    ("pmid", "pmid"),
    ("pmcid", "pmc"),
    ("language", "language"),
)


def choose_template(work: Reference) -> str:
    """The template for a work; one that is named for the web needs an address, a chapter its book."""
    template = _BY_TYPE.get(work.type, "cite document")
    if template == "cite web" and not work.url:
        return "cite document"
    return "cite web" if template == "cite document" and work.url else template


def tell_type(template: str, work_type: str) -> str:
    """The type that a template says: that of the work, where the template has nothing nearer."""
    said = TEMPLATES[template][0]
    if work_type == "chapter" and template == "cite book":
        return work_type
    return said


def list_parameters(template: str, work_type: str) -> Iterator[tuple[str, str]]:
    """Variable and parameter, in order; of a chapter the title is that of its book."""
    container = _CONTAINERS.get(template)
    if work_type == "chapter":
        yield "title", "chapter"
        yield "container_title", "title"
    else:
        yield "title", "title"
    if container:
        yield "container_title", container
    yield from (
        (variable, name)
        for variable, name in _PARAMETERS
        if variable != "issue" or template in _WITH_ISSUES
    )
