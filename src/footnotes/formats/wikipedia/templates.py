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
    "cite AV media": ("motion_picture", "song", "performance", "graphic", "figure"),
    "cite episode": ("broadcast",),
    "cite court": ("legal_case",),
    "cite speech": ("speech",),
    "cite interview": ("interview",),
    "cite document": ("document", "manuscript", "personal_communication", "patent", "event"),
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

COLLECTIVES = {
    "": "display-authors",
    "editor-": "display-editors",
    "translator-": "display-translators",
    "interviewer-": "display-interviewers",
}
"""The parameter that says "et al." of the names with that prefix."""

EVENTS = {"cite conference": "conference", "cite speech": "event"}
"""The parameter of the event, with its place and its day."""

DELIVERED = frozenset({"cite AV media", "cite speech", "cite map", "cite thesis"})
"""Templates without a container: where the work has an address, that is who delivers it (`via`)."""

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
    "cite episode": "series",
}
"""The parameter of the container; a book has chapters instead."""

_WITH_ISSUES = frozenset({"cite journal", "cite magazine", "cite news"})

_COURT = (
    ("title", "litigants"),
    ("volume", "vol"),
    ("container_title", "reporter"),
    ("page", "opinion"),
    ("authority", "court"),
    ("issued", "date"),
)
"""All that Template:Cite court takes but the address; it is none of Citation Style 1."""

_PARAMETERS = (
    ("issued", "date"),
    ("original_date", "orig-date"),
    ("edition", "edition"),
    ("scale", "scale"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("publisher_place", "location"),
    ("publisher", "publisher"),
    ("number", "id"),
    ("isbn", "isbn"),
    ("issn", "issn"),
    ("doi", "doi"),
    ("pmid", "pmid"),
    ("pmcid", "pmc"),
    ("language", "language"),
)

_RENAMED = {
    ("cite episode", "publisher"): "network",
    ("cite episode", "number"): "number",
}


def choose_template(work: Reference) -> str:
    """The template for a work; one that is named for the web needs an address, a chapter its book."""
    template = _BY_TYPE.get(work.type, "cite document")
    if template == "cite web" and not work.url:
        return "cite document"
    if template == "cite episode" and not work.container_title:
        return "cite AV media"
    if template == "cite court" and not work.container_title:
        return "cite web" if work.url else "cite document"
    return "cite web" if template == "cite document" and work.url else template


def tell_type(template: str, work_type: str) -> str:
    """The type that a template says: that of the work, where the template has nothing nearer."""
    said = TEMPLATES[template][0]
    if work_type == "chapter" and template == "cite book":
        return work_type
    return said


def list_parameters(template: str, work_type: str) -> Iterator[tuple[str, str]]:
    """Variable and parameter, in order; of a chapter the title is that of its book."""
    if template == "cite court":
        yield from _COURT
        return
    container = _CONTAINERS.get(template)
    if work_type == "chapter":
        yield "title", "chapter"
        yield "container_title", "title"
    else:
        yield "title", "title"
    if container:
        yield "container_title", container
    yield from (
        (variable, _RENAMED.get((template, variable), name))
        for variable, name in _PARAMETERS
        if (variable != "issue" or template in _WITH_ISSUES)
        and (variable != "scale" or template == "cite map")
    )
