"""The title of a volume behind its number."""

import re

from footnotes.parse.imprint_fields import ImprintField
from footnotes.parse.imprint_starts import begins_imprint
from footnotes.parse.landmarks import Stretch
from footnotes.parse.parts.brackets import recognise_bracket
from footnotes.parse.parts.part import Part
from footnotes.parse.parts.rules import recognise
from footnotes.parse.plain_ends import find_plain_end

_LABELLED_VOLUME = re.compile(r"[^\W\d_]\.?\s?(?:\d{1,3}|[IVXLC]+)(?:[-/.]\d{1,2})?\s?:\s*$")
_ENDS_VOLUME_TITLE = re.compile(r",\s+|\s(?=\()")
_LONGEST_LABEL = 20


def recognise_volume_title(stretch: Stretch) -> Part | None:
    """The title of a volume, as far as the next part: `Bd. 1: Vom Feudalismus, München 1987`."""
    text, start = stretch.landmarks.text, stretch.start
    labelled = _LABELLED_VOLUME.search(text, max(0, start - _LONGEST_LABEL), start)
    if labelled is None or not text[start].isupper():
        return None
    ends = [
        (kind, match.start())
        for match in _ENDS_VOLUME_TITLE.finditer(text, start, stretch.end)
        if (kind := _recognise_end(stretch.cut(match.end()), match.group())) is not None
    ]
    # "The Testing of the Entente, 1904-6 (London, 1928)": years of the title.
    first = next((end for kind, end in ends if kind not in {"year", "locator"}), None)
    end = first or next((end for _, end in ends), find_plain_end(stretch))
    return Part("volume_title", start, end, ImprintField("volume_title", text[start:end], start, end))


def _recognise_end(rest: Stretch, divider: str) -> str | None:
    """What begins at `rest` and ends the words before; in brackets only an imprint does."""
    if divider.isspace():
        bracket = recognise_bracket(rest)
        return "imprint" if bracket is not None and bracket.kind == "imprint" else None
    if not rest.landmarks.is_open(rest.start - len(divider)):
        return None
    return "imprint" if begins_imprint(rest) else recognise(rest)
