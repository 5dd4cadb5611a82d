"""The types of Hayagriva for those of CSL, of the work and of what holds it (0.9, docs/file-format.md)."""

from footnotes.model import Reference

TYPES = {
    "article": ("article", "repository"),
    "article-journal": ("article", "periodical"),
    "article-magazine": ("article", "periodical"),
    "article-newspaper": ("article", "newspaper"),
    "bill": ("legislation", "anthology"),
    "book": ("book", ""),
    "broadcast": ("video", "video"),
    "chapter": ("chapter", "book"),
    "classic": ("book", ""),
    "collection": ("anthology", ""),
    "dataset": ("repository", "repository"),
    "document": ("misc", "misc"),
    "entry": ("entry", "reference"),
    "entry-dictionary": ("entry", "reference"),
    "entry-encyclopedia": ("entry", "reference"),
    "event": ("conference", ""),
    "figure": ("artwork", "book"),
    "graphic": ("artwork", "exhibition"),
    "hearing": ("case", "misc"),
    "interview": ("misc", "periodical"),
    "legal_case": ("case", "periodical"),
    "legislation": ("legislation", "anthology"),
    "manuscript": ("manuscript", "misc"),
    "map": ("artwork", "book"),
    "motion_picture": ("video", "video"),
    "musical_score": ("book", ""),
    "pamphlet": ("book", ""),
    "paper-conference": ("article", "proceedings"),
    "patent": ("patent", "misc"),
    "performance": ("performance", "misc"),
    "periodical": ("periodical", ""),
    "personal_communication": ("misc", "misc"),
    "post": ("post", "thread"),
    "post-weblog": ("article", "blog"),
    "regulation": ("legislation", "anthology"),
    "report": ("report", "misc"),
    "review": ("article", "periodical"),
    "review-book": ("article", "periodical"),
    "software": ("repository", "repository"),
    "song": ("audio", "audio"),
    "speech": ("misc", "conference"),
    "standard": ("report", "misc"),
    "thesis": ("thesis", "misc"),
    "treaty": ("legislation", "anthology"),
    "webpage": ("web", "web"),
}
"""The type of the entry, and that of what it is part of; empty where nothing is."""

_SAID = {
    ("article", "repository"): "article",
    ("article", "periodical"): "article-journal",
    ("article", "newspaper"): "article-newspaper",
    ("article", "blog"): "post-weblog",
    ("article", "proceedings"): "paper-conference",
    ("artwork", "exhibition"): "graphic",
    ("book", ""): "book",
    ("case", "periodical"): "legal_case",
    ("legislation", "anthology"): "legislation",
    ("misc", "misc"): "document",
    ("report", "misc"): "report",
    ("repository", "repository"): "software",
    ("entry", "reference"): "entry-encyclopedia",
    ("video", "video"): "motion_picture",
}
"""What such a pair says, where several types are written as it; any other says its one type."""


def choose_type(work: Reference) -> str:
    """The type of the entry; a chapter among others that somebody edited is an `anthos`."""
    is_edited = work.type == "chapter" and work.editor
    return "anthos" if is_edited else TYPES[work.type][0]


def choose_parent(work: Reference) -> str:
    """The type of what the work is part of; empty where it has no container or can have none."""
    if not work.container_title:
        return ""
    return "anthology" if choose_type(work) == "anthos" else TYPES[work.type][1]


def tell_type(work: Reference) -> str:
    """The type of CSL that the entry says."""
    return _SAID.get(TYPES[work.type], work.type)
