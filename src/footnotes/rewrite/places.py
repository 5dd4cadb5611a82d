"""The place that a cite means, in the words in which the paper prints it."""

import re

from attrs import frozen

from footnotes.model import Cite, CiteForm, LocatorSource, Resolution, list_levels
from footnotes.rewrite.outer_levels import write_outer
from footnotes.rewrite.printed import LEAD_IN, Paper, PrintedPlace, find_place
from footnotes.rewrite.unread import has_unread_place

_UNREAD = "place_unread"
NAMELESS = {CiteForm.IBID, CiteForm.LOC_CIT, CiteForm.OP_CIT}
_TELLING = {*NAMELESS, CiteForm.NOTE_REF, CiteForm.FULL}
"""Forms between whose words and place stands what this paper prints before any place."""
_JOINTS = (", ", "، ", ". ", " ")
_OTHER_UNIT = re.compile(r"[,;]\s*[^\W\d_]+\.?\s*\d")
_NUMBER = re.compile(r"\d|\b[ivxlcdm]+\b|\b[A-Za-z]\b", re.IGNORECASE)
# Words of CSL's locator labels, for what is inherited in numbers alone and for pandoc: one and several.
LABELS = {
    "page": ("p.", "pp."),
    "volume": ("vol.", "vols."),
    "chapter": ("chap.", "chaps."),
    "section": ("§", "§§"),
    "paragraph": ("para.", "paras."),
    "part": ("pt.", "pts."),
    "book": ("bk.", "bks."),
    "column": ("col.", "cols."),
    "folio": ("fol.", "fols."),
    "figure": ("fig.", "figs."),
    "note": ("n.", "nn."),
    "line": ("l.", "ll."),
    "article-locator": ("art.", "arts."),
    "table": ("table", "tables"),
    "appendix": ("appendix", "appendices"),
}


class UnclearPlaceError(Exception):
    """The words of a cite do not tell where its place begins, or whether more of it follows."""


@frozen
class WrittenPlace:
    """The words of a place, and what stands between them and what comes before; both may be empty."""

    words: str = ""
    joint: str = ", "
    outer: str | None = ""
    """The levels that come from another cite: the volume of "Ibid., 305", with what joins it to the page.

    None where no cite prints them.
    """
    volume: str | None = None
    """The volume that the place is in."""

    @property
    def whole(self) -> str:
        """The words with the levels that come from another cite. Raises UnclearPlaceError."""
        if self.outer is None:
            raise UnclearPlaceError
        return self.outer + self.words


def write_place(paper: Paper, cite: Cite, resolution: Resolution) -> WrittenPlace:
    """The effective place of `cite` as printed: in its own words, or those of the cite that it has it from.

    Levels that it has from another cite stand before its own words, as that cite prints them. Raises
    UnclearPlaceError.
    """
    if _UNREAD in cite.flags or has_unread_place(paper, cite, resolution):
        raise UnclearPlaceError
    if resolution.locator is None:
        return WrittenPlace(joint=_find_joint(paper, cite))
    source = cite if cite.locator is not None else _find_source(paper, cite, resolution)
    place = find_place(paper, source) if source else None
    if source is None or place is None or is_muddled(source, place):
        raise UnclearPlaceError
    volume = dict(list_levels(resolution.locator)).get("volume")
    outer = write_outer(paper, resolution, source)
    return WrittenPlace(place.words, _find_joint(paper, cite if cite.locator else source), outer, volume)


def is_muddled(cite: Cite, place: PrintedPlace) -> bool:
    """Whether words that are no place were read as one of `cite`: "401-418, ici", "n. 3-4, pp. 436-459".

    Pages behind a note are pages of an article behind the number of its issue.
    """
    if LEAD_IN.search(f"{place.words} "):
        return True
    locator = cite.locator
    if locator is None or locator.levels:
        return False
    return _OTHER_UNIT.search(locator.value) is not None or (
        locator.label == "note" and "," in locator.value
    )


def _find_source(paper: Paper, cite: Cite, resolution: Resolution) -> Cite | None:
    """The cite whose place `cite` inherits, along the chain."""
    if resolution.locator_source is not LocatorSource.INHERITED:
        raise UnclearPlaceError
    seen, following = {cite.id}, resolution.antecedent
    while following is not None and following not in seen:
        seen.add(following)
        if paper.cites[following].locator is not None:
            return paper.cites[following]
        following = paper.resolutions[following].antecedent
    return None


def _find_joint(paper: Paper, cite: Cite) -> str:
    """What this paper prints before a place: a comma, but nothing in OSCOLA and a full stop in Russian.

    The full stop of "Ibid. p. 4" belongs to the abbreviation and tells nothing.
    """
    place = find_place(paper, cite) if cite.form in _TELLING else None
    joint = place.joint.lstrip("*_)]") if place else ""
    if cite.form is CiteForm.FULL:
        return joint if joint == ". " else ", "
    dotted = place is not None and paper.text[max(place.head_end - 3, 0) : place.head_end].rstrip(
        "*_"
    ).endswith(".")
    return joint if joint in _JOINTS and not (joint == " " and dotted) else ", "


def label_value(label: str, value: str) -> str:
    """A place with the word for its label: `p. 12`, `pp. 12-14`, `vol. 2`."""
    if not _NUMBER.search(value):
        # "passim" has no word before it.
        return value
    one, several = LABELS.get(label, (label, label))
    return f"{several if re.search('[-,–]', value) else one} {value}"
