"""Titles: where a cite has its title, and the words of it."""

import re

from attrs import frozen

from footnotes.parse.idem import is_idem
from footnotes.parse.landmarks import Stretch
from footnotes.text.quotes import PAIRS

_INNER_COMMA = re.compile(rf",([{re.escape(''.join(PAIRS.values()))}]+)$")
# "1700–1740 гг.", "XVIII–XIX вв.": the full stop is that of the abbreviation.
_ABBREVIATED = re.compile(r"[\dIVX]\s(?:гг?|вв?|рр?|ст)\.$|\.\.\.$")
_POINTING = {"supra", "infra", "passim", "et al", "in"}
_BARE = "“”‘’\"'«»„‚ ,."


@frozen
class FoundTitle:
    """A title: its words, their place, how it is marked, and the range with its marks."""

    text: str
    start: int
    end: int
    mark: str
    outer_start: int
    outer_end: int


def list_titles(stretch: Stretch) -> list[FoundTitle]:
    """The quotations and emphases of `stretch` that can be titles, in order."""
    marked = [("quoted", *one) for one in stretch.list_inside(stretch.landmarks.quotations)]
    marked += [("emphasised", *one) for one in stretch.list_inside(stretch.landmarks.emphases)]
    text = stretch.landmarks.text
    ordered = sorted(marked, key=lambda one: one[1:])
    found = ((one, text[one[1] : one[2]].strip(_BARE)) for one in ordered)
    return [read_title(text, *one) for one, words in found if len(words) > 1 and not _stands_for(words)]


def trim_end(text: str, start: int, end: int) -> int:
    """Where the words of `text[start:end]` end, without the commas and stops behind them."""
    trimmed = start + len(text[start:end].rstrip(" ,."))
    return trimmed + 1 if _ABBREVIATED.search(text, start, trimmed + 1) else trimmed


def _stands_for(words: str) -> bool:
    """Whether `words`, in italics, stand for an author or a note: *Idem*, *supra*."""
    return is_idem(words) or words.casefold() in _POINTING


def read_title(text: str, mark: str, start: int, end: int) -> FoundTitle:
    """The title at `text[start:end]` without its own marks and without the comma that the cite put in.

    `“‘Relations ...,’”` loses the outer marks and the comma, and keeps the inner marks, which are
    the title's own; so does `"..."` at the end of a title keep its dots.
    """
    inner_start, inner_end = (start + 1, end - 1) if mark == "quoted" else (start, end)
    while inner_end > inner_start and text[inner_end - 1] in " ,":
        inner_end -= 1
    while inner_start < inner_end and text[inner_start] == " ":
        inner_start += 1
    if text[inner_end - 1 : inner_end] == "." and not _ABBREVIATED.search(text, inner_start, inner_end):
        inner_end -= 1
    # `‘Title,’` is `‘Title’`: the comma before the closing mark is the cite's in American typography.
    words = _INNER_COMMA.sub(r"\1", text[inner_start:inner_end])
    return FoundTitle(words, inner_start, inner_end, mark, start, end)
