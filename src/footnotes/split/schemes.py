"""The ways of counting notes: numerals, letters, symbols, and how far a printed label is from one."""

import functools
import re
from collections.abc import Callable, Sequence

from attrs import frozen

from footnotes.text.roman import LARGEST, format_roman, is_canonical_roman, read_roman

_MOST_DIGITS = 4
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# What OCR confuses costs a fifth of an edit (specification of the notes, section 3.1).
_CONFUSED = ("l1i|!j", "x×", "vyu", "o0", "s5", "b8", "z2", "g9", "nu", "ce")


@frozen
class Scheme:
    """One way of writing the numbers 1 to `largest`.

    `shape` is what its labels look like when OCR has been at them: what has it not is no label.
    `edit` is what each changed character costs. `read` reads a label that is as it should be, but that
    it takes the digit 1 in a Roman numeral for the letter l.
    """

    write: Callable[[int], str]
    read: Callable[[str], int | None]
    shape: re.Pattern[str]
    edit: float = 1.0
    largest: int = 10**6
    ranked: bool = True
    """Whether it is tried where nothing is known; else it must be asked for."""


@functools.lru_cache(maxsize=4096)
def _read_roman(label: str) -> int | None:
    numeral = label.replace("1", "l")
    return read_roman(numeral) if is_canonical_roman(numeral) else None


def _read_arabic(label: str) -> int | None:
    return int(label) if label.isdecimal() and len(label) <= _MOST_DIGITS else None


def _write_repeated(symbols: str) -> Callable[[int], str]:
    """Each symbol once, then each twice (Chicago), and so on: `* † ** ††`."""

    def write(number: int) -> str:
        times, at = divmod(number - 1, len(symbols))
        return symbols[at] * (times + 1)

    return write


def _read_repeated(symbols: str) -> Callable[[str], int | None]:
    def read(label: str) -> int | None:
        if not label or label[0] not in symbols or label.strip(label[0]):
            return None
        return (len(label) - 1) * len(symbols) + symbols.index(label[0]) + 1

    return read


def _repeat(symbols: Sequence[str] | str) -> Scheme:
    kept = "".join(symbols)
    shape = "|".join(rf"{re.escape(symbol)}{{1,4}}" for symbol in kept)
    return Scheme(_write_repeated(kept), _read_repeated(kept), re.compile(shape), 2.0, 4 * len(kept))


SCHEMES: dict[str, Scheme] = {
    "roman": Scheme(
        functools.lru_cache(maxsize=4096)(format_roman),
        _read_roman,
        re.compile(r"[ivxlcdmju1|!]{1,15}"),
        largest=LARGEST,
    ),
    # Any digits are a number, so a changed digit counts double.
    "arabic": Scheme(str, _read_arabic, re.compile(r"(?=.*\d)[\dloi|!szbg]{1,4}|[loi|!szbg]"), 2.0),
    # A bare number at the start of a line is a label only if it is just the next one.
    "plain": Scheme(str, _read_arabic, re.compile(r"\d{1,4}"), 9.0, ranked=False),
    "alpha": _repeat(_ALPHABET),
    "symbols": _repeat("*†‡§"),
    "old-symbols": _repeat("*†‡§‖¶"),
}
"""How notes are numbered; of two that fit a series equally well the first is taken."""


@functools.lru_cache(maxsize=65536)
def measure_label(label: str, ordinal: int, scheme: str) -> float | None:
    """What it costs to believe that `label` was meant to be number `ordinal`; None if it cannot be."""
    row = SCHEMES[scheme]
    if ordinal > row.largest or not row.shape.fullmatch(label):
        return None
    expected = row.write(ordinal)
    return 0.0 if label == expected else row.edit * _measure_edits(label, expected)


def _measure_edits(one: str, other: str) -> float:
    row = [float(i) for i in range(len(other) + 1)]
    for i, a in enumerate(one, start=1):
        above, row = row, [float(i)]
        for j, b in enumerate(other, start=1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + _substitute(a, b)))
    return row[-1]


@functools.cache
def _substitute(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 0.2 if any(one in group and other in group for group in _CONFUSED) else 1.0
