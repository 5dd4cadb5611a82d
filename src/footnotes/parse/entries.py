"""Entries of a reference list to cites: the tagger says which words are a field, rules read it."""

import re
from collections.abc import Sequence

from attrs import evolve

from footnotes.model import AnyName, Cite, CiteForm, LiteralName, Note, Segment
from footnotes.parse.cite_making import make_cite
from footnotes.parse.cites import ParsedNotes
from footnotes.parse.dates import find_accesses
from footnotes.parse.entry_fields import Field, read_closed, read_field
from footnotes.parse.idem import is_idem
from footnotes.parse.kinds import Evidence, decide_type
from footnotes.parse.readings import FoundCite, Reading
from footnotes.parse.tagger import tag_fields
from footnotes.parse.tiling import make_segments
from footnotes.text.dates import find_dates
from footnotes.text.quotes import PAIRS

_HIGH, _MEDIUM = 0.9, 0.6
"""From which least probability of a word on an entry is read with high and with medium confidence."""
# "———", "---", "___": the persons of the entry before (Chicago Manual, 14.67).
_DASHES = re.compile(r"[\s.,_\u2010-\u2015\u2212\u2E3A\u2E3B-]{2,}|[\u2014\u2015\u2E3A\u2E3B]\.?")
_PERSONS = ("author", "editor", "translator")


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
    for field in (*read_closed(text), *(one for tag in tagged for one in read_field(text, tag))):
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
