"""Numbers of volumes, issues and editions as they are compared."""

import re

from footnotes.text.fold import fold_marks
from footnotes.text.roman import LARGEST, format_roman

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|e|er|ère|ème|a|o|\.)?")
_NUMBER_LEAD = re.compile(
    r"^(?:vol(?:ume)?|bd|band|tome?|t|no|nr|num(?:ber)?|issue|heft|pt|part|teil|ed(?:ition)?)\b[.\s]*"
)
_NUMBER_TAIL = re.compile(r"[\s,]*(?:rev(?:ised)?\.?|edition|edn?|aufl(?:age)?|édition|ausgabe)\b.*$")
_ROMANS = {format_roman(number): str(number) for number in range(1, min(LARGEST, 200))}
_WORDS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}


def fold_number(text: str) -> str:
    """A number as it is compared: `2nd ed.`, `II`, `vol. 2` and `second` are 2."""
    bare = _NUMBER_TAIL.sub("", _NUMBER_LEAD.sub("", fold_marks(text).strip())).strip(" .,")
    bare = _ROMANS.get(bare) or _WORDS.get(bare) or bare
    match = _ORDINAL.fullmatch(bare)
    return match[1].lstrip("0") or "0" if match else bare
