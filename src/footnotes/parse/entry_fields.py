"""Fields of an entry of a reference list, each read from the words that the tagger gave its label."""

import re
from collections.abc import Callable, Iterator

from footnotes.parse.dates import find_accesses, make_date, read_year
from footnotes.parse.editions import match_edition
from footnotes.parse.identifiers import read_doi
from footnotes.parse.names.listed import read_listed_names
from footnotes.parse.tagger import TaggedField
from footnotes.parse.volumes import match_volume
from footnotes.text.dates import find_dates
from footnotes.text.quotes import strip_quotes
from footnotes.text.ranges import fill_range
from footnotes.text.urls import find_dois, find_urls

_EDGE = " .,;:"
# "Washington, D.C.": the last stop belongs to the words.
_ABBREVIATED = re.compile(r"(?:^|[\s.])[^\W\d_]$|\b(?:Inc|Ltd|Co|Univ|Diss|diss|Mass|Conn|Ill|Calif)$")
_COUNTED = re.compile(r"(?P<number>\d{1,2})\s(?:vols?|voll|Bde|Bände|t|tomes|tomos|vols)\b\.?")
_PAGES = re.compile(r"[A-Za-z]?\d+[a-z]?(?:\s?[-–—−]{1,2}\s?[A-Za-z]?\d+)?|[ivxlc]+\s?[-–]\s?[ivxlc]+")
_NOTHING_BUT_LEAD = re.compile(r"^(?:in|In)[:\s]+|^\(|\)$")
Field = tuple[str, object, int, int]
"""A CSL variable as an attribute of `Reference`, its value, and its place."""


def read_closed(text: str) -> Iterator[Field]:
    """What has a shape of its own is read by it, whatever the tagger says."""
    for start, end in find_urls(text)[:1]:
        yield "url", text[start:end], start, end
        if doi := read_doi(text[start:end]):
            yield "doi", doi, end - len(doi), end
    for start, end in find_dois(text)[:1]:
        yield "doi", text[start:end], start, end
    for access in find_accesses(text, find_dates(text))[:1]:
        yield "accessed", access.date, access.date_start, access.date_end


def read_field(text: str, tag: TaggedField) -> Iterator[Field]:
    """What the words of `tag` state, if their label is one that is read."""
    if tag.label in READERS:
        yield from READERS[tag.label](text, tag)


def _read_words(variable: str) -> Callable[[str, TaggedField], Iterator[Field]]:
    def read(text: str, tag: TaggedField) -> Iterator[Field]:
        words = text[tag.start : tag.end].strip(_EDGE)
        words = _NOTHING_BUT_LEAD.sub("", words).strip(_EDGE)
        words = strip_quotes(words).strip(_EDGE)
        if _ABBREVIATED.search(words) and f"{words}." in text:
            words += "."
        if words:
            start = text.index(words, tag.start)
            yield variable, words, start, start + len(words)

    return read


def _read_people(variable: str) -> Callable[[str, TaggedField], Iterator[Field]]:
    def read(text: str, tag: TaggedField) -> Iterator[Field]:
        words = _ROLE.sub("", text[tag.start : tag.end])
        names = read_listed_names(words.strip(" ,;:("))
        if names:
            yield variable, tuple(one.name for one in names), tag.start, tag.start + len(words.rstrip())

    return read


def _read_date(text: str, tag: TaggedField) -> Iterator[Field]:
    words = text[tag.start : tag.end]
    if days := find_dates(words):
        start, end, day = days[0]
        yield "issued", make_date(day), tag.start + start, tag.start + end
    elif year := read_year(words):
        yield "issued", year[2], tag.start + year[0], tag.start + year[1]


def _read_volume(text: str, tag: TaggedField) -> Iterator[Field]:
    words = text[tag.start : tag.end].strip(_EDGE)
    start = text.index(words, tag.start)
    if counted := _COUNTED.match(text, start, tag.end):
        yield "number_of_volumes", counted["number"], *counted.span("number")
        return
    found = match_volume(text, start, tag.end)
    if found is None:
        number = re.search(r"\d+(?:[-–/]\d+)?|[IVXLC]+\b", words)
        if number:
            yield "volume", number.group(), start + number.start(), start + number.end()
        return
    for variable, part in (("volume", found.volume), ("issue", found.issue)):
        if part is not None:
            yield variable, *part


def _read_pages(text: str, tag: TaggedField) -> Iterator[Field]:
    match = _PAGES.search(text, tag.start, tag.end)
    if match:
        yield "page", fill_range(match.group()), *match.span()


def _read_edition(text: str, tag: TaggedField) -> Iterator[Field]:
    found = match_edition(text, tag.start, tag.end)
    if found is not None:
        yield "edition", found.value, found.start, found.end
    else:
        yield from _read_words("edition")(text, tag)


_ROLE = re.compile(
    r"^\s*(?:in:?\s+|ed(?:ited)?\.?\s+by\s+|eds?\.\s+|trans(?:lated|\.)?\s+(?:by\s+)?|hg\.\s+v(?:on|\.)\s+)"
    r"|(?:,\s*|\s+|(?=\())\(?(?:eds?|hg|hrsg|hgg|editors?|trans|org|dir)\.?\)?[.,:]?\s*$",
    re.IGNORECASE,
)
READERS: dict[str, Callable[[str, TaggedField], Iterator[Field]]] = {
    "author": _read_people("author"),
    "collection-title": _read_words("collection_title"),
    "container-title": _read_words("container_title"),
    "date": _read_date,
    "director": _read_people("director"),
    "edition": _read_edition,
    "editor": _read_people("editor"),
    "genre": _read_words("genre"),
    "isbn": _read_words("isbn"),
    "journal": _read_words("container_title"),
    "location": _read_words("publisher_place"),
    "medium": _read_words("medium"),
    "note": _read_words("note"),
    "pages": _read_pages,
    "producer": _read_people("producer"),
    "publisher": _read_words("publisher"),
    "source": _read_words("source"),
    "title": _read_words("title"),
    "translator": _read_people("translator"),
    "volume": _read_volume,
}
"""How the words of each label of the tagger are read."""
