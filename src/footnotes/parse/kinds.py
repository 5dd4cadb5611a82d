"""The CSL type of a work, as a cataloguer would choose it from what the cite states."""

import functools
import re
from collections.abc import Callable

from attrs import frozen

from footnotes.model import Date
from footnotes.parse.containers import find_medium, is_institution
from footnotes.parse.imprints import is_thesis
from footnotes.parse.theses import names_thesis
from footnotes.parse.vocabulary import load_table
from footnotes.text.fold import fold_title

_PLATFORMS = {"post", "motion_picture", "post-weblog", "entry-encyclopedia"}
_DOCUMENT_FILE = re.compile(
    r"\.(?:pdf|docx?|epub)\b|/(?:pubs|publications|reports?|papers)/", re.IGNORECASE
)


@frozen
class Evidence:
    """What the choice rests on; `title_mark` is quoted, emphasised or plain."""

    title: str = ""
    title_mark: str = "plain"
    container: str = ""
    container_mark: str = "plain"
    in_volume: bool = False
    genre: str = ""
    numbered: bool = False
    published: bool = False
    """An imprint with a publisher or place was printed."""
    issued: object = None
    url: str = ""
    doi: str = ""
    archived: bool = False
    letter: bool = False
    has_editor: bool = False


Rule = Callable[[Evidence], str | None]


def decide_type(evidence: Evidence) -> str:
    """The CSL type of the first rule of `RULES` that applies; `document` if none does."""
    return next((found for rule in RULES if (found := rule(evidence))), "document")


def find_platform(container: str) -> str | None:
    """The CSL type of what is published on the platform `container` (Facebook, YouTube), or None."""
    medium = find_medium(container)
    return medium if medium in _PLATFORMS else None


@functools.cache
def _load_genres() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """The first word of each genre, by which its pattern is worth trying, the pattern and the type."""
    rows = load_table("genres")
    return tuple(
        (
            row[0].split()[0],
            re.compile(
                r"\b"
                + r"\b.*\b".join(map(re.escape, row[0].split()))
                + (r"\b" if row[3:] == ("=",) else "")
            ),
            row[1],
        )
        for row in rows
    )


def _read_thesis(evidence: Evidence) -> str | None:
    return "thesis" if is_thesis(evidence.genre) or names_thesis(evidence.genre) else None


def _read_document(evidence: Evidence) -> str | None:
    """A letter, or a document that an archive holds; a letter that a volume prints is a part of it."""
    if evidence.letter and not (evidence.in_volume and evidence.published):
        return "personal_communication"
    return "manuscript" if evidence.archived and not evidence.container else None


def _read_platform(evidence: Evidence) -> str | None:
    return find_platform(evidence.container) if evidence.container else None


def _read_genre(evidence: Evidence) -> str | None:
    """A title names its genre where it stands in a collection or on the page of an institution.

    In a newspaper "A speech that changed a city" is an article.
    """
    periodical = evidence.container_mark == "emphasised" or find_medium(evidence.container) is not None
    if evidence.title_mark != "quoted" or periodical or evidence.numbered or evidence.in_volume:
        return None
    folded = fold_title(evidence.title)
    return next(
        (kind for word, pattern, kind in _load_genres() if word in folded and pattern.search(folded)), None
    )


def _read_daily(evidence: Evidence) -> str | None:
    """What stands in something that came out on a day is in a newspaper: `// Известия. 1994. 5 мая`."""
    if not evidence.in_volume or evidence.published or evidence.has_editor or not _has_day(evidence):
        return None
    return find_medium(evidence.container) or "article-newspaper"


def _read_chapter(evidence: Evidence) -> str | None:
    if evidence.numbered and not evidence.published and not evidence.has_editor:
        return None
    in_book = evidence.published and evidence.container and evidence.title_mark == "quoted"
    return "chapter" if evidence.in_volume or (in_book and not evidence.numbered) else None


def _read_article(evidence: Evidence) -> str | None:
    medium = find_medium(evidence.container) if evidence.container else None
    if evidence.doi and evidence.container and medium is None:
        return "article-journal"
    if evidence.numbered and evidence.container:
        return (
            medium
            if medium in {"article-magazine", "article-newspaper"} and _has_day(evidence)
            else "article-journal"
        )
    return medium


def _read_institution(evidence: Evidence) -> str | None:
    if not evidence.container or not is_institution(evidence.container):
        return None
    if not evidence.url:
        return None
    return "report" if _DOCUMENT_FILE.search(evidence.url) else "webpage"


def _read_periodical(evidence: Evidence) -> str | None:
    if not evidence.container or evidence.title_mark != "quoted":
        return None
    if _has_day(evidence):
        return "article-newspaper"
    if evidence.container_mark == "emphasised":
        return (
            "article-magazine"
            if isinstance(evidence.issued, Date)
            else "webpage"
            if evidence.url
            else "article-journal"
        )
    return None


def _read_book(evidence: Evidence) -> str | None:
    return "book" if evidence.published or evidence.title_mark == "emphasised" else None


def _read_page(evidence: Evidence) -> str | None:
    return "webpage" if evidence.url else None


def _has_day(evidence: Evidence) -> bool:
    return isinstance(evidence.issued, Date) and evidence.issued.start.day is not None


RULES: tuple[Rule, ...] = (
    _read_thesis,
    _read_document,
    _read_platform,
    _read_genre,
    _read_daily,
    _read_chapter,
    _read_article,
    _read_institution,
    _read_periodical,
    _read_book,
    _read_page,
)
"""The rules in order; each gives a CSL type or None."""
