"""The printed words of cites: as in the source, but in one line."""

import re
from collections import defaultdict

from attrs import field, frozen

from footnotes.model import Apparatus, Cite, CiteForm, Confidence, Note, Resolution, Span
from footnotes.rewrite.words import match_words
from footnotes.rewrite.works import Works, index_works

_NAMELESS = {CiteForm.IBID, CiteForm.LOC_CIT, CiteForm.OP_CIT}
LEAD_IN = re.compile(r"\b(?:here|hier|ici|aquí|qui|especially|esp\.|bes\.)(?::\s*|\s+)", re.IGNORECASE)
_GAP = re.compile(r"(?P<joint>(?:.*[),;\]])?(?:[^\w§(\[]|_)*)(?P<lead>.*)", re.DOTALL)
_NUMBER_END = re.compile(r"[\d)\]]+(?=[^\d)\]]*\Z)")


@frozen
class Paper:
    """An apparatus with what is looked up in it again and again."""

    apparatus: Apparatus
    notes: dict[int, Note]
    cites: dict[str, Cite]
    resolutions: dict[str, Resolution]
    works: Works
    shorts: dict[str, list[Cite]]
    """By the key of a work, the cites that name it by author and title and are sure."""
    named: dict[str, list[str]]
    """By the key of a work, the names by which its short forms call its authors."""
    lead_in: str = field(init=False)
    """The word by which the paper tells the place cited from the pages of an article ("here")."""

    @lead_in.default
    def _find_lead_in(self) -> str:
        full = (cite for cite in self.apparatus.cites if cite.form is CiteForm.FULL and cite.locator)
        found = (place.lead_in for cite in full if (place := find_place(self, cite)))
        return next((one for one in found if one), "")

    @property
    def text(self) -> str:
        """The source."""
        return self.apparatus.document.text

    def fold(self, note: int, span: Span) -> str:
        """What is printed at `span` of a note, with its marks, in one line; broken words are rejoined."""
        pieces = []
        for tile in self.notes[note].origin.tiles:
            start, end = max(tile.source.start, span.start), min(tile.source.end, span.end)
            if start >= end:
                continue
            printed = self.text[start:end]
            whole = len(tile.text) != len(tile.source) and "\n" in printed
            pieces.append(tile.text.of(self.notes[note].text) if whole else printed)
        return " ".join("".join(pieces).split())

    def fold_cite(self, cite: Cite) -> str:
        """All that is printed of `cite`."""
        return self.fold(cite.note, cite.span)


def index_paper(apparatus: Apparatus) -> Paper:
    """`apparatus` by the numbers of its notes and the ids of its cites."""
    shorts: dict[str, list[Cite]] = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True):
        sure = cite.confidence == Confidence.HIGH == resolution.confidence
        named = cite.form is CiteForm.SHORT_AUTHOR_TITLE and cite.stated and cite.stated.creators
        if sure and resolution.reference and named and cite.idem is None:
            shorts[resolution.reference].append(cite)
        if sure and resolution.reference and resolution.target != cite.id:
            places = (place.span for place in cite.places if place.variable == "author")
            names[resolution.reference] += [span.of(apparatus.document.text) for span in places]
    return Paper(
        apparatus,
        {note.number: note for note in apparatus.notes},
        {cite.id: cite for cite in apparatus.cites},
        {one.cite: one for one in apparatus.resolutions},
        index_works(apparatus.library),
        shorts,
        names,
    )


@frozen
class PrintedPlace:
    """The words of a locator (`pp. 12-14`), what stands before them, and where they are in the source."""

    joint: str
    words: str
    span: Span
    head_end: int
    """Where all that comes before ends in the source."""
    lead_in: str = ""
    """The word before them that tells a place from an extent ("here", "hier:")."""


def find_place(paper: Paper, cite: Cite) -> PrintedPlace | None:
    """The printed locator of `cite`; None if it has none, or if its words do not tell where it begins."""
    value = next((place.span for place in cite.places if place.variable == "locator"), None)
    if value is None:
        return None
    start = _find_head_end(paper, cite, value)
    match = _GAP.fullmatch(paper.text, start, value.start)
    if match is None:
        return None
    begin, lead_in = match.start("lead"), ""
    if cite.form is CiteForm.FULL and (found := LEAD_IN.match(paper.text, begin, value.start)):
        begin, lead_in = found.end(), " ".join([*found.group().split(), ""])
    span = Span(begin, value.end)
    joint = re.sub(r"\s+", " ", match["joint"])
    return PrintedPlace(joint, paper.fold(cite.note, span), span, match.start(), lead_in)


def _find_head_end(paper: Paper, cite: Cite, value: Span) -> int:
    """Where all that comes before the words of the locator ends: names, title, "ibid", a note number."""
    ends = [place.span.end for place in cite.places if place.span.end <= value.start]
    start = max(ends, default=cite.span.start)
    source = paper.text[start : value.start]
    if cite.form in _NAMELESS:
        words = match_words(source)
        return start + words if words else start
    if cite.form is CiteForm.NOTE_REF:
        number = _NUMBER_END.search(source)
        return start + number.end() if number else start
    return start
