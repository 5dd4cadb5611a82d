"""Words that a hyphen and a line or page end cut."""

import functools
import re
from importlib.resources import files

from attrs import frozen

from footnotes.model import Span

# A hyphen before these is no break: "pre- and post-war".
_SUSPENDED = {"and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "ve", "və", "и", "или"}
_LETTERS = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"[^\W\d_]+[-\u2010\u00ad][ \t]{0,3}(?:\r?\n|\f)\s{0,20}[^\W\d_]+")
_LONGEST = 40


@frozen
class Join:
    """What a hyphen at the end of a line means: whether the word goes on, and in what form."""

    joins: bool
    keeps: bool
    """Whether the hyphen is the word's own."""
    certain: bool = True
    """Whether anything but custom tells that it is not."""


def read_hyphen(source: str, hyphen: Span, end: int) -> Join:
    """What the hyphen at `hyphen` of `source` means for the word before it; the text ends at `end`.

    A soft hyphen is a break, and one before a capital is none. Else the words of the text tell: the word
    without the hyphen, the word with it, or both its halves as words. Where they do not, most hyphens at
    line ends are breaks, but for those behind a single letter and in compounds of the table `compounds`.
    """
    before = _LETTERS.findall(source[max(0, hyphen.start - _LONGEST) : hyphen.start])[-1]
    after = _LETTERS.match(source, hyphen.end, end)
    if source[hyphen.start] == "\u00ad":
        return Join(joins=True, keeps=False)
    if after is None or after.group() in _SUSPENDED:
        return Join(joins=False, keeps=True)
    if not after.group()[0].islower():
        # "Anglo-" and "German" on the next line: no word is divided before a capital.
        return Join(joins=True, keeps=True)
    return _read_halves(before.casefold(), after.group().casefold(), _list_words(source))


def _read_halves(first: str, last: str, words: frozenset[str]) -> Join:
    """What the `words` of the text tell of a hyphen between the halves `first` and `last`."""
    if f"{first}-{last}" in words or len(first) == 1:
        return Join(joins=True, keeps=True)
    if first + last in words:
        return Join(joins=True, keeps=False)
    keeps = {first, last} <= words or _makes_compound(first, last)
    return Join(joins=True, keeps=keeps, certain=keeps)


def _makes_compound(first: str, last: str) -> bool:
    places = _load_compounds()
    return (first, "first") in places or (last, "last") in places


@functools.cache
def _load_compounds() -> frozenset[tuple[str, str]]:
    text = files(__package__).joinpath("compounds.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return frozenset((row[0], row[1]) for row in rows)


@functools.lru_cache(maxsize=1)
def _list_words(source: str) -> frozenset[str]:
    """The words of `source`; the halves of words that a line end cuts are none."""
    whole = _CUT.sub(" ", source.casefold())
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", whole))
