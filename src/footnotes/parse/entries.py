"""Entries of a reference list to cites: the tagger says which words are a field, rules read it."""

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from footnotes.model import AnyName, Cite, CiteForm, LiteralName, Note, Segment
from footnotes.parse.cites import ParsedNotes, make_cite, make_segments
from footnotes.parse.dates import find_accesses, make_date, read_year
from footnotes.parse.editions import match_edition
from footnotes.parse.idem import is_idem
from footnotes.parse.identifiers import read_doi
from footnotes.parse.kinds import Evidence, decide_type
from footnotes.parse.listed_names import read_listed_names
from footnotes.parse.readings import FoundCite, Reading
from footnotes.parse.tagger import TaggedField, tag_fields
from footnotes.parse.volumes import match_volume
from footnotes.text.dates import find_dates
from footnotes.text.quotes import PAIRS, strip_quotes
from footnotes.text.ranges import fill_range
from footnotes.text.urls import find_dois, find_urls

_HIGH, _MEDIUM = 0.9, 0.6
"""From which least probability of a word on an entry is read with high and with medium confidence."""
_EDGE = " .,;:"
# "Washington, D.C.": the last stop belongs to the words.
_ABBREVIATED = re.compile(r"(?:^|[\s.])[^\W\d_]$|\b(?:Inc|Ltd|Co|Univ|Diss|diss|Mass|Conn|Ill|Calif)$")
# "———", "---", "___": the persons of the entry before (Chicago Manual, 14.67).
_DASHES = re.compile(r"[\s.,_\u2010-\u2015\u2212\u2E3A\u2E3B-]{2,}|[\u2014\u2015\u2E3A\u2E3B]\.?")
_PERSONS = ("author", "editor", "translator")
_COUNTED = re.compile(r"(?P<number>\d{1,2})\s(?:vols?|voll|Bde|Bände|t|tomes|tomos|vols)\b\.?")
_PAGES = re.compile(r"[A-Za-z]?\d+[a-z]?(?:\s?[-–—−]{1,2}\s?[A-Za-z]?\d+)?|[ivxlc]+\s?[-–]\s?[ivxlc]+")
_NOTHING_BUT_LEAD = re.compile(r"^(?:in|In)[:\s]+|^\(|\)$")
Field = tuple[str, object, int, int]
"""A CSL variable as an attribute of `Reference`, its value, and its place."""


def parse_references(entries: Sequence[Note]) -> ParsedNotes:
    """Read `entries` of a reference list, each as one full citation."""
    cites: list[Cite] = []
    segments: list[Segment] = []
    before: tuple[AnyName, ...] = ()
    for entry in entries:
        one = fill_authors(read_entry(entry.text), before)
        before = next((names for role in _PERSONS if (names := _list_names(one, role))), before)
        found = [one]
        cites.append(make_cite(entry, 1, found[0]))
        segments += make_segments(entry, found)
    return ParsedNotes(tuple(cites), tuple(segments))


def fill_authors(found: FoundCite, before: tuple[AnyName, ...]) -> FoundCite:
    """`found` with the persons of the entry before, `before`, where a dash or "Ders." stands for them.

    Without such an entry nobody knows whom the dash means, and the reading is not sure.
    """
    variables = dict(found.reading.variables)
    for role in _PERSONS:
        names = _list_names(found, role)
        if any(map(_stands_for_names, names)):
            filled = [other for one in names for other in (before if _stands_for_names(one) else (one,))]
            variables[role] = tuple(filled)
    if variables == found.reading.variables:
        return found
    stated = {name: value for name, value in variables.items() if value != ()}
    places = tuple(place for place in found.reading.places if place[0] in stated)
    reading = evolve(found.reading, variables=stated, places=places)
    return evolve(found, reading=reading, confidence=found.confidence if before else "low")


def _list_names(found: FoundCite, role: str) -> tuple[AnyName, ...]:
    names = found.reading.variables.get(role)
    return names if isinstance(names, tuple) else ()


def _stands_for_names(name: AnyName) -> bool:
    """Whether a dash, lines or a word such as "Ders." are printed in the place of a name."""
    words = name.literal if isinstance(name, LiteralName) else name.family
    alone = isinstance(name, LiteralName) or name.given is None
    return alone and (_DASHES.fullmatch(words) is not None or is_idem(words))


def read_entry(text: str) -> FoundCite:
    """One entry as a full citation; its confidence is that of the least certain word."""
    tagged = tag_fields(text)
    fields: dict[str, Field] = {}
    for field in (*_read_closed(text), *(one for tag in tagged for one in _read_field(text, tag))):
        fields.setdefault(field[0], field)
    _drop_access_note(text, fields)
    variables = {name: field[1] for name, field in fields.items()}
    least = min((tag.probability for tag in tagged), default=0.0)
    reading = Reading(
        type=decide_type(
            _weigh(variables, {tag.label for tag in tagged}, _read_mark(text, fields.get("title")))
        ),
        variables=variables,
        places=tuple((name, start, end) for name, _, start, end in fields.values()),
        locator=None,
        start=0,
        end=len(text.rstrip(" .")),
        identified=True,
    )
    confidence = "high" if least >= _HIGH else "medium" if least >= _MEDIUM else "low"
    return FoundCite(CiteForm.FULL, reading, None, confidence)


def _read_closed(text: str) -> Iterator[Field]:
    """What has a shape of its own is read by it, whatever the tagger says."""
    for start, end in find_urls(text)[:1]:
        yield "url", text[start:end], start, end
        if doi := read_doi(text[start:end]):
            yield "doi", doi, end - len(doi), end
    for start, end in find_dois(text)[:1]:
        yield "doi", text[start:end], start, end
    for access in find_accesses(text, find_dates(text))[:1]:
        yield "accessed", access.date, access.date_start, access.date_end


def _read_field(text: str, tag: TaggedField) -> Iterator[Field]:
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


def _drop_access_note(text: str, fields: dict[str, Field]) -> None:
    """Leave out of `fields` a note that says no more than when the page was read."""
    note, accessed = fields.get("note"), fields.get("accessed")
    if note is None or accessed is None or not note[2] <= accessed[2] < note[3]:
        return
    clause = next(one for one in find_accesses(text, find_dates(text)) if one.date_start == accessed[2])
    if not any(map(str.isalnum, text[note[2] : clause.start] + text[clause.end : note[3]])):
        del fields["note"]


def _read_mark(text: str, title: Field | None) -> str:
    """How the title of an entry is marked, as far as its text tells: quoted or not."""
    quoted = title is not None and text[: title[2]].rstrip().endswith(tuple(PAIRS))
    return "quoted" if quoted else ""


def _weigh(variables: dict[str, object], labels: set[str], mark: str) -> Evidence:
    def text(name: str) -> str:
        value = variables.get(name)
        return value if isinstance(value, str) else ""

    contained = bool(text("container_title"))
    published = "publisher" in variables or "publisher_place" in variables
    # What has an address and nobody who printed it is a page, in whatever type its title is.
    on_page = "url" in variables and not (published or {"doi", "edition", "volume"} & variables.keys())
    return Evidence(
        title=text("title"),
        title_mark="quoted" if contained else mark or ("plain" if on_page else "emphasised"),
        container=text("container_title"),
        container_mark="emphasised",
        in_volume=contained
        and "journal" not in labels
        and bool({"publisher", "location", "editor"} & labels),
        genre=text("genre"),
        numbered="volume" in variables or "journal" in labels,
        published=published,
        issued=variables.get("issued"),
        url=text("url"),
        doi=text("doi"),
        has_editor="editor" in variables,
    )
