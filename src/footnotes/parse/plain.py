"""Citations in which nothing is marked as the title, and what a sentence or a bracket holds of others."""

import re
from collections.abc import Iterator
from itertools import islice

from footnotes.model import CiteForm
from footnotes.parse.anonymous import match_anonymous
from footnotes.parse.archives import holds_documents
from footnotes.parse.back_references import read_back_reference, read_lone
from footnotes.parse.full import read_full
from footnotes.parse.heads import find_head_end, find_names_end
from footnotes.parse.idem_titles import read_idem_title
from footnotes.parse.known_works import KnownWorks
from footnotes.parse.landmarks import Range, Stretch, find_closing
from footnotes.parse.prose import is_prose
from footnotes.parse.readings import FoundCite, Reading, lead
from footnotes.parse.short_titles import match_short_title
from footnotes.parse.shorts import match_short
from footnotes.parse.signals import find_signals

_NAME_START = re.compile(
    r"(?:(?<=\s)|(?<=\())(?P<initials>(?:[^\W\d_]\.[-\s]?)+)?[^\W\d_a-z][\w'’-]+"
    r"(?:\s(?:u\.|und|and)\s[\w'’ -]+)?[,:]\s"
)
_YEAR_OR_ADDRESS = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|://|www\.|\b10\.\d{4}")
_IN_VOLUME = re.compile(r"\b(?:in|In|dans|w):?\s|\s//\s")
_IN_PERIODICAL = re.compile(r"(?<=\s)//(?=\s)")
_DIGIT = re.compile(r"\d")
_NAMING = {"title", "author", "editor", "translator", "archive", "container_title", "url", "doi"}
"""One of these a source has, or nobody could find it."""
_MOST_STARTS = 20
"""At how many signals of a sentence a citation without marks is looked for."""


def read_plain(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """A citation in which nothing is marked as the title: at the start, or inside a sentence."""
    evident = _holds_evidence(stretch)
    for signal, start in islice(_list_starts(stretch), _MOST_STARTS):
        rest = stretch.cut(start)
        full = _read_unmarked(rest) if evident else None
        if full is not None:
            return FoundCite(CiteForm.IDEM if full.idem else CiteForm.FULL, full, signal, "medium")
        back = _read_pointing(rest, known) if signal else None
        if back is not None:
            return lead(back, signal)
        short = match_short_title(rest, known)
        if short is not None:
            return FoundCite(short.form, short.reading, signal, short.confidence)
        idem = read_idem_title(rest, known)
        if idem is not None:
            return lead(idem, signal)
    return _read_inside(stretch, known) or _read_bracketed(stretch, known) or read_lone(stretch)


def _read_pointing(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """The back-reference or short form that a signal in the middle of a sentence leads to."""
    back = read_back_reference(stretch)
    if back is not None:
        return back
    short = match_short(stretch, known)
    return FoundCite(short.form, short.reading, None, short.confidence) if short else None


def _read_bracketed(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """A back-reference or short form that is all that a bracket holds: `(ibid., 15)`."""
    for start, end in stretch.list_inside(stretch.landmarks.brackets):
        inner = stretch.cut(start + 1, end - 1)
        found = _read_pointing(inner, known)
        if found is not None and not inner.cut(found.reading.end).text.strip(" .,"):
            return found
    return None


def _read_inside(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """A citation in the middle of a sentence: it shows by initials or by a known name and its title."""
    for match in _NAME_START.finditer(stretch.landmarks.text, stretch.start + 1, stretch.end):
        rest = stretch.cut(match.start())
        if stretch.landmarks.text[match.start() - 1] == "(" and (close := find_closing(rest)):
            rest = rest.cut(rest.start, close)
        full = (
            _read_unmarked(rest) if match["initials"] and stretch.landmarks.is_open(match.start()) else None
        )
        if full is not None:
            return FoundCite(CiteForm.FULL, full, None, "medium")
        short = match_short_title(rest, known)
        if short is not None and short.confidence == "high":
            return FoundCite(short.form, short.reading)
    return None


def _list_starts(stretch: Stretch) -> Iterator[tuple[Range | None, int]]:
    """Where an unmarked citation may begin: first of all where the stretch does."""
    signals = find_signals(stretch.landmarks.signals, stretch.start, stretch.end)
    inner = [one for one in signals if stretch.landmarks.is_open(one[0]) and one[0] > stretch.start]
    leads = [((start, end), after) for start, end, after in inner]
    # "On the rivalry, see J. Best, ..." is a sentence; "J. Best, ..., quoted in ..." is a citation.
    named = find_names_end(stretch) is not None
    yield from [(None, stretch.start), *leads] if named or not leads else [*leads, (None, stretch.start)]


def _read_unmarked(stretch: Stretch) -> Reading | None:
    """A full citation without marks: it must have an imprint or an address, or stand in a volume."""
    inside = _find_periodical(stretch)
    named = inside is not None and find_names_end(stretch) is not None
    if not _holds_evidence(stretch) or (not named and is_prose(_read_head(stretch))):
        return None
    reading = read_full(stretch, None)
    if not _NAMING & reading.variables.keys():
        # An imprint alone, left of a source that was not understood, is none.
        return None
    has_source = {"url", "doi", "publisher", "publisher_place", "archive"} & reading.variables.keys()
    nobody = match_anonymous(stretch.landmarks.text, stretch.start, stretch.end)
    in_volume = (reading.shares_container or "container_title" in reading.variables) and (
        "author" in reading.variables or reading.idem or inside is not None or nobody is not None
    )
    return reading if reading.identified and (has_source or in_volume) else None


def _read_head(stretch: Stretch) -> str:
    """The first words of an unmarked citation; behind a name they end at an address or a bracket."""
    end = stretch.start + find_head_end(stretch)
    if find_names_end(stretch) is not None:
        end = stretch.landmarks.find_next(stretch.start, end)
    return stretch.cut(stretch.start, end).text


def _find_periodical(stretch: Stretch) -> int | None:
    """Where `//` leads from a title to what the work stands in, as in Russian notes; None if nowhere."""
    marks = (
        match.start()
        for match in _IN_PERIODICAL.finditer(stretch.landmarks.text, stretch.start, stretch.end)
    )
    return next((at for at in marks if stretch.landmarks.is_open(at)), None)


def _holds_evidence(stretch: Stretch) -> bool:
    """Whether there is anything that could make a citation of the stretch: most sentences end here."""
    text = stretch.landmarks.text
    if _YEAR_OR_ADDRESS.search(text, stretch.start, stretch.end):
        return True
    inside = _IN_VOLUME.search(text, stretch.start, stretch.end)
    if inside and _DIGIT.search(text, inside.end(), stretch.end):
        return True
    return holds_documents(stretch.text)
