"""Where Ibid. may stand, and in which words this paper prints it."""

import re

from attrs import frozen

from footnotes.model import Cite, CiteForm, Confidence, Position, Resolution
from footnotes.rewrite.printed import Paper, find_place
from footnotes.rewrite.traditions import Tradition, tell_tradition
from footnotes.rewrite.words import match_ibid

IBID_POSITIONS = {Position.IBID, Position.IBID_WITH_LOCATOR}
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*_]*\s*\Z")
_FIRST_LETTER = re.compile(r"[^\W\d_]")


@frozen
class IbidWords:
    """How a paper prints Ibid.: alone, with a place, what stands between, and whether it has a capital."""

    bare: str = "Ibid."
    located: str = "Ibid."
    joint: str = ", "
    capital: bool = True
    tradition: Tradition | None = None
    """Where the paper prints no Ibid.: the tradition that the words are from."""

    @property
    def means_op_cit(self) -> bool:
        """Whether the word is one for a work cited before, which says Ibid. right behind it ("a.g.e.")."""
        return self.tradition is not None and self.tradition.needs_place


def find_ibid_words(paper: Paper) -> IbidWords:
    """The words of the first Ibid. that `paper` prints, alone and with a place; or of its tradition.

    "Ebd.", "Там же" and "ibid" without a comma are taken from the paper itself, and so are its capitals:
    OSCOLA prints none even where a note begins.
    """
    found: dict[bool, tuple[str, str]] = {}
    capitals = []
    for cite in paper.apparatus.cites:
        words = paper.fold_cite(cite) if cite.form is CiteForm.IBID else ""
        end = match_ibid(words) if words else None
        if end is None:
            continue
        place = find_place(paper, cite) if cite.locator else None
        found.setdefault(place is not None, (words[:end], place.joint.lstrip("*_") if place else ""))
        if stands_first(paper, cite):
            capitals.append(not (letter := _FIRST_LETTER.search(words)) or not letter.group().islower())
    if not found:
        return _take_tradition(paper)
    located, joint = found.get(True, (found.get(False, ("", ""))[0], ", "))
    bare = found.get(False, (located, ""))[0]
    return IbidWords(bare, located, joint, capital=capitals[0] if capitals else True)


def _take_tradition(paper: Paper) -> IbidWords:
    """The words of the tradition of `paper`; in Turkish notes "a.g.e." is printed as the paper has it."""
    tradition = tell_tradition(paper)
    word, joint = tradition.word, tradition.joint
    if not tradition.needs_place:
        return IbidWords(word, word, joint, tradition=tradition)
    printed = [cite for cite in paper.apparatus.cites if is_nameless(cite)]
    places = (find_place(paper, cite) for cite in printed if cite.locator)
    joint = next((place.joint.lstrip("*_") for place in places if place), joint)
    first = next((cite.text for cite in printed if stands_first(paper, cite)), "")
    return IbidWords(word, word, joint, capital=not first[:1].islower(), tradition=tradition)


def is_nameless(cite: Cite) -> bool:
    """Whether `cite` is an op. cit. without name and title, which some traditions write for Ibid."""
    return cite.form is CiteForm.OP_CIT and cite.stated is None and cite.idem is None


def write_ibid(paper: Paper, words: IbidWords, cite: Cite, resolution: Resolution, place: str) -> str:
    """An Ibid. for `cite`, with its place where that is not the same as before."""
    bare = (resolution.position is Position.IBID and not words.means_op_cit) or not place
    written = words.bare if bare else words.located
    if words.tradition is not None:
        work = paper.works.by_key[resolution.reference or ""]
        written = words.tradition.choose_word(work.type)
    capital = words.capital and begins_sentence(paper, cite)
    first = _FIRST_LETTER.search(written)
    if first:
        letter = first.group().upper() if capital else first.group().lower()
        written = written[: first.start()] + letter + written[first.end() :]
    return written if bare else written + words.joint + place


def may_be_ibid(paper: Paper, at: int, least: Confidence) -> bool:
    """Whether Ibid. may stand for the cite number `at` of the paper.

    CSL's position must be ibid (CSL 1.0.2, "position"); the cite before must be sure, and stand in the
    same note or be the only one of the note just before (CMOS 18, 13.37; Bluebook 4.1; OSCOLA 1.2.3).
    """
    cites, resolutions = paper.apparatus.cites, paper.apparatus.resolutions
    cite, resolution = cites[at], resolutions[at]
    if at == 0 or resolution.position not in IBID_POSITIONS:
        return False
    before, known = cites[at - 1], resolutions[at - 1]
    if known.target != resolution.target or known.confidence.rank < least.rank or before.via:
        return False
    if before.note == cite.note:
        return True
    alone = at == 1 or cites[at - 2].note != before.note
    return alone and before.note == cite.note - 1 and before.section == cite.section


def stands_first(paper: Paper, cite: Cite) -> bool:
    """Whether nothing stands before `cite` in its note."""
    return not _find_before(paper, cite)


def begins_sentence(paper: Paper, cite: Cite) -> bool:
    """Whether `cite` stands at the beginning of its note or of a sentence; after "Cf." it does not."""
    before = _find_before(paper, cite)
    if cite.signal and before.endswith(cite.signal.rstrip()):
        return False
    return not before or _SENTENCE_END.search(before) is not None


def _find_before(paper: Paper, cite: Cite) -> str:
    tiles = paper.notes[cite.note].origin.tiles
    start = tiles[0].source.start if tiles else cite.span.start
    return paper.text[start : cite.span.start].rstrip()
