"""Roman numerals: canonical writing, and a generous reading as a hint."""

import re

_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_STEPS = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CANONICAL = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
LARGEST = 3999
"""The largest number that the canonical writing reaches."""


def format_roman(number: int) -> str:
    """Write `number` (1 to 3999) as a lower-case canonical Roman numeral; ValueError outside."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"{number} has no canonical Roman numeral")
    letters = []
    for value, symbol in _STEPS:
        count, number = divmod(number, value)
        letters.append(symbol * count)
    return "".join(letters)


def is_canonical_roman(numeral: str) -> bool:
    """Whether the lower-case `numeral` is written canonically (`xlix`, not `il` or `xxxxviiii`)."""
    return bool(numeral) and _CANONICAL.fullmatch(numeral) is not None


def read_roman(numeral: str) -> int | None:
    """Read a lower-case Roman numeral, also an additive one (`iiii`), as a number; None if it is none.

    A symbol with a larger one behind it subtracts (`iix` is 8), and a final `j` counts as `i`. What
    is not canonical is a hint, not a value: `xlviiii` was meant to be 48 (specification of the notes,
    section 3.1).
    """
    if not numeral:
        return None
    number = largest = 0
    for letter in reversed(numeral[:-1] + numeral[-1].replace("j", "i")):
        value = _VALUES.get(letter)
        if value is None:
            return None
        number += value if value >= largest else -value
        largest = max(largest, value)
    return number
