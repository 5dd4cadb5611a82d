"""One work in CSL's variables (CSL 1.0.2, appendix IV)."""

from typing import Any

from attrs import field, fields, frozen

from footnotes.model.date import AnyDate, Date
from footnotes.model.name import AnyName
from footnotes.model.spelling import Spelling

WORK_TYPES = (
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
)
"""The 45 types of CSL 1.0.2 (appendix III)."""


@frozen
class Reference:
    """One work; each attribute is the CSL variable of that name, with underscores and in lower case.

    An attribute that is None (or empty, for names) is not stated. `extra` keeps what a reader
    met and CSL has no variable for, as pairs of the field's own name and its text, so that it
    can be written back. `cited_by` lists the ids of the cites that cite the work. `spelling` is how the
    file put it from which it was read, where its format remembers: works are equal however they
    are spelled.
    """

    type: str = "document"
    key: str = ""
    author: tuple[AnyName, ...] = ()
    chair: tuple[AnyName, ...] = ()
    collection_editor: tuple[AnyName, ...] = ()
    compiler: tuple[AnyName, ...] = ()
    composer: tuple[AnyName, ...] = ()
    container_author: tuple[AnyName, ...] = ()
    contributor: tuple[AnyName, ...] = ()
    curator: tuple[AnyName, ...] = ()
    director: tuple[AnyName, ...] = ()
    editor: tuple[AnyName, ...] = ()
    editorial_director: tuple[AnyName, ...] = ()
    executive_producer: tuple[AnyName, ...] = ()
    guest: tuple[AnyName, ...] = ()
    host: tuple[AnyName, ...] = ()
    illustrator: tuple[AnyName, ...] = ()
    interviewer: tuple[AnyName, ...] = ()
    narrator: tuple[AnyName, ...] = ()
    organizer: tuple[AnyName, ...] = ()
    original_author: tuple[AnyName, ...] = ()
    performer: tuple[AnyName, ...] = ()
    producer: tuple[AnyName, ...] = ()
    recipient: tuple[AnyName, ...] = ()
    reviewed_author: tuple[AnyName, ...] = ()
    script_writer: tuple[AnyName, ...] = ()
    series_creator: tuple[AnyName, ...] = ()
    translator: tuple[AnyName, ...] = ()
    accessed: AnyDate | None = None
    available_date: AnyDate | None = None
    event_date: AnyDate | None = None
    issued: AnyDate | None = None
    original_date: AnyDate | None = None
    submitted: AnyDate | None = None
    title: str | None = None
    title_short: str | None = None
    container_title: str | None = None
    container_title_short: str | None = None
    collection_title: str | None = None
    collection_number: str | None = None
    volume: str | None = None
    volume_title: str | None = None
    volume_title_short: str | None = None
    part: str | None = None
    part_title: str | None = None
    issue: str | None = None
    number: str | None = None
    number_of_volumes: str | None = None
    number_of_pages: str | None = None
    page: str | None = None
    page_first: str | None = None
    chapter_number: str | None = None
    section: str | None = None
    edition: str | None = None
    version: str | None = None
    printing: str | None = None
    supplement: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    original_publisher: str | None = None
    original_publisher_place: str | None = None
    original_title: str | None = None
    event_title: str | None = None
    event_place: str | None = None
    genre: str | None = None
    medium: str | None = None
    dimensions: str | None = None
    scale: str | None = None
    status: str | None = None
    archive: str | None = None
    archive_collection: str | None = None
    archive_location: str | None = None
    archive_place: str | None = None
    authority: str | None = None
    jurisdiction: str | None = None
    division: str | None = None
    call_number: str | None = None
    source: str | None = None
    references: str | None = None
    reviewed_genre: str | None = None
    reviewed_title: str | None = None
    language: str | None = None
    abstract: str | None = None
    annote: str | None = None
    keyword: str | None = None
    note: str | None = None
    doi: str | None = None
    isbn: str | None = None
    issn: str | None = None
    pmcid: str | None = None
    pmid: str | None = None
    url: str | None = None
    citation_label: str | None = None
    year_suffix: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    cited_by: tuple[str, ...] = field(default=(), eq=False)
    spelling: Spelling | None = field(default=None, eq=False, repr=False)

    @property
    def creators(self) -> tuple[AnyName, ...]:
        """Those under whose names the work is cited: authors, else editors, else translators."""
        return self.author or self.editor or self.translator

    @property
    def year(self) -> int | None:
        """The year of publication, or None if none is stated or it does not parse."""
        return self.issued.year if isinstance(self.issued, Date) else None

    def stated(self) -> dict[str, Any]:
        """The attributes that are stated, by name, without type, key and bookkeeping."""
        return {
            name: value for name in VARIABLES if (value := getattr(self, name)) is not None and value != ()
        }


def _variables_of(kind: object) -> tuple[str, ...]:
    return tuple(one.name for one in fields(Reference) if one.type == kind and one.name not in _BOOKKEEPING)


_BOOKKEEPING = {"type", "key", "extra", "cited_by", "spelling"}

NAME_VARIABLES = _variables_of(tuple[AnyName, ...])
"""The attributes that hold lists of names."""

DATE_VARIABLES = _variables_of(AnyDate | None)
"""The attributes that hold a date."""

TEXT_VARIABLES = _variables_of(str | None)
"""The attributes that hold text, numbers included: "12 bis" is a volume too."""

VARIABLES = NAME_VARIABLES + DATE_VARIABLES + TEXT_VARIABLES
"""All attributes that are CSL variables."""
