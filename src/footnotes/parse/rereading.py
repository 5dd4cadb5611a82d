"""Reading a unit again, once the works of the document are known by which its short forms are told."""

import re

from footnotes.model import CiteForm
from footnotes.parse.known_works import KnownWorks
from footnotes.parse.landmarks import Stretch
from footnotes.parse.readings import FoundCite
from footnotes.parse.units import read_unit
from footnotes.text.fold import fold_marks

_SETTLED = {
    CiteForm.FULL,
    CiteForm.IDEM,
    CiteForm.IBID,
    CiteForm.OP_CIT,
    CiteForm.LOC_CIT,
    CiteForm.NOTE_REF,
}
"""The forms that read alike whatever works are known."""
_SHORTEST_SHORT = 4
# A word with a letter that is no small one at its start: in Hebrew and Arabic there are no others.
_NAME_WORD = re.compile(r"(?<!\w)[^\W\d_a-z][\w'’ʼ‘-]*")


def read_again(unit: Stretch, found: list[FoundCite], known: KnownWorks) -> list[FoundCite]:
    """The cites of `unit` now that the works are known; what leaves no room for a short form stays."""
    if all(one.form in _SETTLED and one.confidence != "low" for one in found):
        starts = [one.signal[0] if one.signal else one.reading.start for one in found]
        ends = [one.reading.end for one in found]
        gaps = zip([unit.start, *ends], [*starts, unit.end], strict=True)
        if not any(_may_hold_short(unit.cut(start, end), known) for start, end in gaps):
            return found
    return list(read_unit(unit, known))


def _may_hold_short(gap: Stretch, known: KnownWorks) -> bool:
    """Whether a known name, title or declared name can stand in `gap`, where no cite was found at first."""
    if gap.end - gap.start < _SHORTEST_SHORT:
        return False
    text, landmarks = gap.text, gap.landmarks
    if any(name in text for name in known.declared):
        return True
    if gap.list_inside(landmarks.quotations) or gap.list_inside(landmarks.emphases):
        return True
    words = (fold_marks(part) for word in _NAME_WORD.findall(text) for part in (word, word.split("-")[-1]))
    return any(word in known.last_words for word in words)
