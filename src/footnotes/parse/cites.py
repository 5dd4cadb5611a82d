"""Notes to cites: every note is cut into segments, every cite read into what it states."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from footnotes.model import Cite, CiteForm, Name, Note, Segment
from footnotes.parse.cite_making import make_cite, make_reference
from footnotes.parse.cross_references import find_cross_references
from footnotes.parse.declarations import add_declarations
from footnotes.parse.known_works import KnownWorks, collect_works
from footnotes.parse.landmarks import Stretch, find_landmarks
from footnotes.parse.readings import STATING, FoundCite
from footnotes.parse.rereading import read_again
from footnotes.parse.segments import cut_units
from footnotes.parse.signals import is_consulting
from footnotes.parse.tiling import make_segments
from footnotes.parse.units import read_unit

# A year, and a page or a number: so much of a source stands in few sentences.
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_PLACE = re.compile(r"\b(?:pp?|SS?|ss?|vol|no|fol|Bd)\.\s?\d|[СсТ]\.\s?\d|\s//\s|№|\d:\s?\d")
_SHORTEST_SOURCE = 12


@frozen
class ParsedNotes:
    """What `parse_cites` gives: the cites in reading order, and the segments that cover the notes."""

    cites: tuple[Cite, ...]
    segments: tuple[Segment, ...]


def parse_cites(notes: Sequence[Note]) -> ParsedNotes:
    """Read the cites of `notes`, and tell for every character of a note what it is part of.

    The notes are read twice: short forms are recognised by the names of the works that the
    document cites in full, wherever in it that is. Nothing is resolved here.
    """
    units = [cut_units(find_landmarks(note)) for note in notes]
    first = [[list(read_unit(unit, KnownWorks())) for unit in cut] for cut in units]
    known = collect_works(
        [make_reference(one) for one in _flatten(first) if one.form in STATING],
        [
            one.declares
            for cut, read in zip(units, first, strict=True)
            for one in add_declarations(cut, [one for found in read for one in found])
            if one.declares
        ],
    )
    cites: list[Cite] = []
    segments: list[Segment] = []
    for note, cut, read in zip(notes, units, first, strict=True):
        found = [
            one for unit, before in zip(cut, read, strict=True) for one in read_again(unit, before, known)
        ]
        found = _flag_unread(note.text, add_declarations(cut, [_settle_names(one, known) for one in found]))
        entries = [*found, *_find_pointers(cut, found)]
        cites += _make_cites(note, entries)
        segments += make_segments(note, sorted(entries, key=_find_place))
    return ParsedNotes(tuple(cites), tuple(segments))


def _flatten(read: Iterable[list[list[FoundCite]]]) -> Iterator[FoundCite]:
    return (one for units in read for unit in units for one in unit)


def _settle_names(found: FoundCite, known: KnownWorks) -> FoundCite:
    """A short form with the names of known persons as they were read where they stand in full."""
    author = found.reading.variables.get("author")
    if found.form in STATING or not isinstance(author, tuple):
        return found
    settled = tuple(known.settle(one) if isinstance(one, Name) else one for one in author)
    if settled == author:
        return found
    return evolve(
        found, reading=evolve(found.reading, variables=found.reading.variables | {"author": settled})
    )


def _flag_unread(text: str, found: Sequence[FoundCite]) -> list[FoundCite]:
    """`found` with a flag on each cite behind which what looks like a source was not read."""
    ends = [*(one.signal[0] if one.signal else one.reading.start for one in found[1:]), len(text)]
    return [
        evolve(one, reading=evolve(one.reading, flags=(*one.reading.flags, "unread_source")))
        if _holds_unread(text[one.reading.end : end])
        else one
        for one, end in zip(found, ends, strict=False)
    ]


def _holds_unread(gap: str) -> bool:
    return len(gap) > _SHORTEST_SOURCE and _YEAR.search(gap) is not None and _PLACE.search(gap) is not None


def _find_pointers(cut: Sequence[Stretch], found: Sequence[FoundCite]) -> Iterator[FoundCite]:
    """The pointers to the author's own notes and pages in what no cite covers."""
    if not cut:
        return
    landmarks = cut[0].landmarks
    starts = [one.signal[0] if one.signal else one.reading.start for one in found]
    ends = [one.reading.end for one in found]
    for start, end in zip([0, *ends], [*starts, len(landmarks.text)], strict=True):
        yield from find_cross_references(landmarks, start, end)


def _make_cites(note: Note, entries: Sequence[FoundCite]) -> list[Cite]:
    """The cites of `note` in the order of the text; pointers are numbered after all cites."""
    made = []
    for index, one in enumerate(entries, start=1):
        following = entries[index] if index < len(entries) else None
        via = (
            f"{note.number}.{index + 1}" if following and _is_consulted(note.text, one, following) else None
        )
        made.append((_find_place(one), make_cite(note, index, one, via)))
    return [cite for _, cite in sorted(made, key=lambda pair: pair[0])]


def _is_consulted(text: str, one: FoundCite, following: FoundCite) -> bool:
    """Whether "quoted in" and nothing else stands between two cites (rule R32)."""
    signal = following.signal
    if signal is None or not is_consulting(text[slice(*signal)]):
        return False
    return not text[one.reading.end : signal[0]].strip(" ,;(") and one.form is not CiteForm.CROSS_REF


def _find_place(one: FoundCite) -> int:
    return one.reading.start
