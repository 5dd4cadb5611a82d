"""Labelled reference strings: reading AnyStyle's XML, leaving out what would leak, and cutting folds."""

import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self
from xml.etree import ElementTree as ET

from attrs import frozen

_GRAM = 4
_SHARED = 0.7
"""A string that shares more of its four-word sequences with the test strings counts as one of them."""
SEED = 7
"""What the strings are shuffled by before they are cut into folds."""


@frozen
class LabelledString:
    """A reference as tokens (split at white space), each with the label of the field it stands in."""

    tokens: tuple[str, ...]
    labels: tuple[str, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """From pairs of a token and its label."""
        listed = list(pairs)
        return cls(tuple(token for token, _ in listed), tuple(label for _, label in listed))

    @property
    def key(self) -> str:
        """The string without white space, punctuation and case."""
        return re.sub(r"\W+", "", "".join(self.tokens)).casefold()

    @property
    def grams(self) -> frozenset[tuple[str, ...]]:
        """Its sequences of four words; the whole of a shorter string."""
        words = [word for token in self.tokens if (word := re.sub(r"\W", "", token).casefold())]
        grams = {tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)}
        return frozenset(grams or {tuple(words)})


def read_anystyle(path: Path) -> list[LabelledString]:
    """The strings of a file of AnyStyle: `<sequence>` elements of fields that hold their punctuation."""
    root = ET.parse(path).getroot()  # noqa: S314 - files of the maintainer, not of a user
    strings = (
        LabelledString.of((token, field.tag) for field in sequence for token in (field.text or "").split())
        for sequence in root.iter("sequence")
    )
    return [string for string in strings if string.tokens]


def leave_out(strings: Iterable[LabelledString], tested: Iterable[LabelledString]) -> list[LabelledString]:
    """`strings` without those that are among `tested`, or share most of their words with some of them."""
    keys, grams = set[str](), set[tuple[str, ...]]()
    for string in tested:
        keys.add(string.key)
        grams |= string.grams
    return [one for one in strings if one.key not in keys and _share(one.grams, grams) <= _SHARED]


def _share(own: frozenset[tuple[str, ...]], grams: set[tuple[str, ...]]) -> float:
    return len(own & grams) / len(own)


def cut_folds(
    strings: Sequence[LabelledString], count: int
) -> list[tuple[list[LabelledString], list[LabelledString]]]:
    """`count` pairs of strings to train on and strings to test on; every string is tested once."""
    shuffled = list(strings)
    random.Random(SEED).shuffle(shuffled)  # noqa: S311 - the same folds every time, not a secret
    return [
        ([one for at, one in enumerate(shuffled) if at % count != fold], shuffled[fold::count])
        for fold in range(count)
    ]
