"""Surnames that are spelled almost alike (rule R16 and section 2.5 of the specification of the notes)."""

from collections import defaultdict
from collections.abc import Iterator

from attrs import define, field

from footnotes.text.distance import measure_distance

_SHORTEST, _LONG = 5, 9
"""A name under five letters is never guessed at; from nine letters on two may differ."""


@define
class Spellings:
    """Names by what is left of them without a letter or two, so that none is compared with all."""

    _known: set[str] = field(factory=set)
    _waiting: list[str] = field(factory=list)
    """Names that nobody has been compared with yet: in most papers no name is misspelt."""
    _by_rest: dict[str, list[str]] = field(factory=lambda: defaultdict(list))

    def add(self, folded: str) -> None:
        """Add a folded surname."""
        if folded not in self._known and _count_errors(folded):
            self._known.add(folded)
            self._waiting.append(folded)

    def find_nearest(self, folded: str) -> str | None:
        """The one known surname that is spelled most like `folded`; None if there is none, or a second."""
        while self._waiting:
            known = self._waiting.pop()
            for rest in _list_rests(known, _count_errors(known)):
                self._by_rest[rest].append(known)
        most = _count_errors(folded)
        found: dict[str, int] = {}
        for rest in _list_rests(folded, most) if most else ():
            for name in self._by_rest.get(rest, ()):
                bound = min(most, _count_errors(name))
                if name not in found and measure_distance(folded, name, bound) <= bound:
                    found[name] = measure_distance(folded, name, bound)
        least = min(found.values(), default=0)
        nearest = [name for name, distance in found.items() if distance == least]
        return nearest[0] if len(nearest) == 1 else None


@define
class Wordings:
    """Names of several words by what is left of them without one of the words."""

    _by_rest: dict[tuple[int, str], list[str]] = field(factory=lambda: defaultdict(list))

    def add(self, folded: str) -> None:
        """Add the folded name of an institution."""
        for at, rest, word in _leave_out_words(folded):
            self._by_rest[at, rest].append(word)

    def holds_variant(self, folded: str) -> bool:
        """Whether a known name has the same words but for one, and that one is spelled alike."""
        return any(
            word != other and measure_distance(word, other, most) <= most
            for at, rest, word in _leave_out_words(folded)
            for other in self._by_rest.get((at, rest), ())
            if (most := min(_count_errors(word), _count_errors(other)))
        )


def _leave_out_words(folded: str) -> Iterator[tuple[int, str, str]]:
    words = folded.split()
    for at, word in enumerate(words if len(words) > 1 else ()):
        yield at, " ".join(words[:at] + words[at + 1 :]), word


def _count_errors(folded: str) -> int:
    if len(folded) < _SHORTEST:
        return 0
    return 1 if len(folded) < _LONG else 2


def _list_rests(name: str, most: int) -> Iterator[str]:
    """`name` and all that is left of it when up to `most` letters are left out."""
    rests = {name}
    yield name
    for _ in range(most):
        rests = {rest[:i] + rest[i + 1 :] for rest in rests for i in range(len(rest))}
        yield from rests
