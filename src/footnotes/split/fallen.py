"""Figures that call notes and lost their raising: `levied a toll.3 The toll`.

Years, decimals, sections, formulas, verses and prices have the same shape, so it is the whole series
that decides (`split.plain`); here stands what a figure must have before and behind it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

from attrs import frozen

from footnotes.model import Span
from footnotes.split.marks import Mark, fold_label
from footnotes.split.misreadings import LOOK_ALIKES, MIXED

_STOPS = ".,;:?!…。，；：？！،؛؟"
_QUOTES = "\"'”’“‘»«›‹*_"
_CLOSING = _QUOTES + ")]）］"
_AFTER = r"(?=[.,;:?!…。，；：？！،؛؟\"'”’“»«›‹)\]*_]{0,4}(?:[\s—]|\Z))"
_FIGURES = re.compile(
    rf"(?:(?<=[^\W\d_])|(?<=[{re.escape(_STOPS + _CLOSING)}]))"
    rf"(?:(?P<figures>(?<!\d)\d{{1,3}})|(?<![^\W\d_])(?<!\w['’])(?P<misread>{MIXED})){_AFTER}"
)
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{1,2})?\Z")
_YEAR = re.compile(r"(?:1\d|20)\d\d")
# An address, a name of a program or a formula, a number in letters and figures: no words.
_NO_WORDS = re.compile(r"://|www\.|[@$\\=]|\w[/_]\w|\d[^\W\d_]+[\W_]*\Z")
_LONGEST = 60
_SHORTEST_WORD = 3
_REPEATED = 3
"""A word counts something (`Table1`, `Abb.2`) with so many figures behind it, as dense as this."""
# "No.10" is no call of note 10, unless that is the one that is missing.
_ABBREVIATIONS = {
    "abb", "abs", "ann", "anm", "app", "art", "aufl", "bd", "bk", "cap", "cf", "ch", "chap", "cod",
    "col", "doc", "ed", "eq", "ex", "fasc", "fig", "figs", "fn", "fol", "gen", "hg", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "kap", "lib", "lin",
    "ll", "ms", "mss", "nr", "no", "nos", "num", "op", "par", "pl", "pp", "pt", "rev", "sec",
    "sect", "ser", "sp", "ss", "st", "tab", "taf", "teil", "tit", "tom", "vers", "vol", "vols",
    "vs", "гл", "изд", "им", "кн", "лл", "нач", "оп", "рис", "см", "ст", "стр", "сс", "табл", "тт",
    "тыс", "цит",
}  # fmt: skip


@frozen
class FallenFigures:
    """What may call notes, by how sure that is; each in order."""

    behind_stops: tuple[Mark, ...]
    behind_words: tuple[Mark, ...]
    doubtful: tuple[Mark, ...]
    """What is believed only where its very number is missing."""


def find_fallen(text: str) -> FallenFigures:
    """The figures of `text` behind a word, a stop or a closing quotation mark, and before no word."""
    kinds = defaultdict[str, list[tuple[str, Mark]]](list)
    for match in _FIGURES.finditer(text):
        printed = match.group()
        label = fold_label(printed.translate(LOOK_ALIKES))
        token = text[max(0, match.start() - _LONGEST) : match.start()].replace("—", " ").split()[-1:]
        kind = _judge(token[0]) if token and not label.startswith("0") else None
        if kind:
            mark = Mark(printed, label, Span(*match.span()), opens_line=False)
            kinds["doubtful" if match["misread"] else kind].append((token[0].casefold(), mark))
    doubtful = [mark for _, mark in kinds["doubtful"]]
    stops, others = _part_counted(kinds["stop"], _is_dense)
    words, more = _part_counted(kinds["word"], _counts_on)
    rest = sorted([*doubtful, *others, *more], key=lambda mark: mark.span)
    return FallenFigures(tuple(stops), tuple(words), tuple(rest))


def _part_counted(
    found: Sequence[tuple[str, Mark]], is_counted: Callable[[Collection[int]], bool]
) -> tuple[list[Mark], list[Mark]]:
    """The marks of `found`, but for those of words whose figures are a count of their own; then those."""
    figures = defaultdict[str, set[int]](set)
    for token, mark in found:
        figures[token].add(int(mark.label))
    counted = {token for token, numbers in figures.items() if is_counted(numbers)}
    return (
        [mark for token, mark in found if token not in counted],
        [mark for token, mark in found if token in counted],
    )


def _is_dense(numbers: Collection[int]) -> bool:
    return len(numbers) >= _REPEATED and max(numbers) <= _REPEATED * len(numbers)


def _counts_on(numbers: Collection[int]) -> bool:
    return _is_dense(numbers) or any(number + 1 in numbers for number in numbers)


def _judge(before: str) -> str | None:
    """What stands before a figure: "stop", "word", something "doubtful", or what no call stands behind."""
    core = before.rstrip(_STOPS + _CLOSING)
    tail = before[len(core) :]
    if not core.strip(_CLOSING + "([„") or _NO_WORDS.search(before):
        # French: "la « livre » 3" without its second blank.
        return "doubtful" if before == "»" else None
    letters = _LETTERS.search(core)
    if letters is None:
        return _judge_number(core, tail)
    word = letters.group()
    return _judge_tail(word, tail) if tail else _judge_word(word)


def _judge_number(core: str, tail: str) -> str | None:
    """Behind a number only what it cannot be a part of: 3.5, 3:16 and 1,000 call nothing."""
    closed = any(character in ")]）］”»’" for character in tail)
    if closed and tail[-1] not in ")]）］":
        return "stop"
    bare = core.lstrip("([„“«'\"‘‹*_")
    if tail and (closed or _YEAR.fullmatch(bare) or core[-1] in "%‰°"):
        return "doubtful"
    # "sout11.1": a word that OCR damaged.
    return "doubtful" if tail and re.fullmatch(r"[^\W\d_]{3,}\d{1,2}", bare) else None


def _judge_tail(word: str, tail: str) -> str:
    short = len(word) == 1 or word.casefold() in _ABBREVIATIONS
    return "doubtful" if (tail[0] == "." and len(tail) == 1 and short) or tail[-1] in ":：" else "stop"


def _judge_word(word: str) -> str | None:
    """Behind a bare word: `CO2`, `H2`, `NaCl2`, `km2` and `B12` are no calls."""
    if len(word) < _SHORTEST_WORD:
        return None
    if word.isupper():
        return "doubtful" if len(word) > _SHORTEST_WORD else None
    # Many scripts have no small letters.
    return "word" if word[1:].islower() or word.lower() == word.upper() else None
