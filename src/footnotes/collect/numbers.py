"""Numbers of volumes, issues and editions as they are compared."""

import re
from itertools import pairwise

from footnotes.collect.vocabulary import load_words
from footnotes.text.fold import fold_marks
from footnotes.text.roman import LARGEST, format_roman

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|e|er|ère|ème|a|o|\.)?")
_NUMBER_LEAD = re.compile(rf"^(?:{'|'.join(sorted(load_words('before_numbers')))})(?!\w)[.\s]*")
_NUMBER_TAIL = re.compile(r"[\s,]*(?:rev(?:ised)?\.?|edition|edn?|aufl(?:age)?|édition|ausgabe)\b.*$")
_TO = r"\s*(?:/|[-\u2010-\u2015\u2212]{1,3})\s*"
_AND = rf"\s*[,;&+]\s*|\s+(?:{'|'.join(sorted(load_words('between_numbers')))})\.?\s+"
_RANGE = re.compile(_TO)
_BETWEEN = re.compile(rf"{_TO}|{_AND}")
_ROMANS = {format_roman(number): str(number) for number in range(1, min(LARGEST, 200))}
_WORDS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}


def fold_number(text: str) -> str:
    """A number as it is compared: `2nd ed.`, `II`, `vol. 2` and `second` are 2."""
    bare = _NUMBER_TAIL.sub("", _NUMBER_LEAD.sub("", fold_marks(text).strip())).strip(" .,")
    bare = _ROMANS.get(bare) or _WORDS.get(bare) or bare
    match = _ORDINAL.fullmatch(bare)
    return match[1].lstrip("0") or "0" if match else bare


def fold_numbers(text: str) -> str:
    """The same for what may be several: `2/3`, `2–3`, `2 & 3` and `nos. 2, 3` are all 2-3, `1/4` is 1-4."""
    if text.isdecimal():
        return fold_number(text)
    bare = _NUMBER_LEAD.sub("", fold_marks(text).strip())
    pieces = [fold_number(piece) for piece in _BETWEEN.split(bare)]
    if len(pieces) == 1 or not all(piece.isdecimal() for piece in pieces):
        return fold_number(text)
    numbers = [int(piece) for piece in pieces]
    follow = all(one + 1 == other for one, other in pairwise(numbers))
    is_range = len(numbers) == 2 and _RANGE.search(bare) and numbers[0] < numbers[1]  # noqa: PLR2004 - ends
    return f"{numbers[0]}-{numbers[-1]}" if follow or is_range else ",".join(pieces)


def is_part_of(one: str, other: str) -> bool:
    """Whether a folded number is one of the numbers of a double one: 2 of 2-3."""
    first, _, last = other.partition("-")
    is_told = one.isdecimal() and first.isdecimal() and last.isdecimal()
    return is_told and int(first) <= int(one) <= int(last)
