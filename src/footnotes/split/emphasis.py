"""Which marks of emphasis belong together, and which stretches of the text they emphasise."""

import re
from collections import Counter
from collections.abc import Iterator

from attrs import define, field

from footnotes.model import Span
from footnotes.split.tokens import TOKEN


@define
class Emphasis:
    """Collects the emphasised stretches of a text while it is written."""

    _pairs: dict[int, list[int]] = field(factory=dict)
    _opened: dict[int | str, list[int]] = field(factory=dict)
    """Where in the text each emphasis began: by the place of its mark, or by the name of its tag."""
    _found: set[tuple[int, int]] = field(factory=set)

    def pair(self, source: str, start: int, end: int) -> None:
        """Find out which runs of stars and underscores of `source[start:end]` belong together."""
        self._pairs |= pair_emphasis(source, start, end)

    def find_partners(self, at: int) -> list[int] | None:
        """The runs that the run at `at` closes: none if it opens, None if it is no mark of emphasis."""
        return self._pairs.get(at)

    def begin(self, mark: int | str, length: int) -> None:
        """Emphasis begins at `mark`, when the text is `length` characters long."""
        self._opened.setdefault(mark, []).append(length)

    def end(self, mark: int | str, length: int) -> None:
        """What began at `mark` ends."""
        starts = self._opened.get(mark)
        if starts and (start := starts.pop()) < length:
            self._found.add((start, length))

    def build(self, length: int) -> tuple[Span, ...]:
        """The emphasised stretches of a text of `length` characters, in order."""
        return tuple(Span(start, min(end, length)) for start, end in sorted(self._found) if start < length)


@define
class _Run:
    """A run of stars or underscores that may open emphasis, and how many of them are still free."""

    at: int
    mark: str
    free: int = field()


def pair_emphasis(source: str, start: int, end: int) -> dict[int, list[int]]:
    """The runs of stars and underscores that make emphasis, by their place.

    A run that closes is given with the runs that it closes, one that opens with an empty list. After
    CommonMark 0.31, section 6.2, simplified: a run closes behind a word, what it closes is the nearest
    run of its kind that stands before a word, and a run without a partner is text.
    """
    pairs: dict[int, list[int]] = {}
    if source.find("*", start, end) < 0 and source.find("_", start, end) < 0:
        return pairs
    waiting: list[_Run] = []
    kinds: Counter[str] = Counter()
    for match in _find_runs(source, start, end):
        mark, free = match["stars"][0], len(match["stars"])
        if match.start() > start and not source[match.start() - 1].isspace():
            while free and kinds[mark]:
                opening = waiting[-1]
                if opening.mark != mark:
                    kinds[waiting.pop().mark] -= 1
                    continue
                used = min(opening.free, free)
                opening.free, free = opening.free - used, free - used
                pairs.setdefault(opening.at, [])
                pairs.setdefault(match.start(), []).append(opening.at)
                if not opening.free:
                    kinds[waiting.pop().mark] -= 1
        if free == len(match["stars"]) and match.end() < end and not source[match.end()].isspace():
            waiting.append(_Run(match.start(), mark, free))
            kinds[mark] += 1
    return pairs


def _find_runs(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (match for match in TOKEN.finditer(source, start, end) if match.lastgroup == "stars")
