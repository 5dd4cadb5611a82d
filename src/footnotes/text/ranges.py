"""Ranges of numbers, written out."""

import re

_DASHES = r"\s{0,3}[-\u2010-\u2015\u2212]{1,3}\s{0,3}"
_NUMERAL = r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_BETWEEN_NUMBERS = re.compile(rf"(\d[a-z]?|\b{_NUMERAL}){_DASHES}(?=\d|{_NUMERAL}\b)")
# Numbers of ten digits and more are no pages, and their ends are not filled.
_FROM_TO = re.compile(r"(?<![\w-])(\d{1,9})-(\d{1,9})(?![\w-])")


def fold_dashes(text: str) -> str:
    """Write every dash between two numbers as a plain hyphen without spaces around it."""
    return _BETWEEN_NUMBERS.sub(r"\1-", text)


def fill_range(text: str) -> str:
    """Write the ranges in `text` out in full with a hyphen: `64–5` is `64-65`, `1496–500` is `1496-1500`.

    A second number shorter than the first takes the digits it lacks from the first; one
    carry is tried where the result would run backwards (`199-02`); Roman numerals are left
    as they are (specification of the notes, section 4).
    """
    return _FROM_TO.sub(lambda found: _fill(found[1], found[2]), fold_dashes(text))


def _fill(first: str, last: str) -> str:
    if len(last) >= len(first):
        return f"{first}-{last}"
    head = first[: len(first) - len(last)]
    filled = head + last
    if int(filled) < int(first):
        filled = str(int(head) + 1) + last
    return f"{first}-{filled}"


def carries_range(text: str) -> bool:
    """Whether a range in `text` runs backwards unless a ten is carried: `199-02` for 199 to 202."""
    return any(
        len(last) < len(first) and int(first[: len(first) - len(last)] + last) < int(first)
        for first, last in _FROM_TO.findall(fold_dashes(text))
    )
