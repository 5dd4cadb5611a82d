"""The tagger: which field each token of a reference belongs to, where rules leave it open.

A linear-chain CRF over the features of `tagging`. It learned AnyStyle's labels (`author`, `title`,
`container-title`, `date` ...); docs/tagger.md is the card of the model.
"""

import functools
import re
import threading
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise

from attrs import frozen

from footnotes.parse.tagging import describe_tokens

MODEL = "references.crfsuite"
"""The name of the model that is shipped, in the folder `models` beside this module."""
_BEGIN, _INSIDE = "B-", "I-"
_TOKEN = re.compile(r"\S+")


@frozen
class TaggedToken:
    """The label of a token, how probable the model holds it (0 to 1), and whether a field begins here."""

    label: str
    probability: float
    begins: bool


@frozen
class TaggedField:
    """Tokens of one field: their label, their place in the text, and the least of their probabilities."""

    label: str
    start: int
    end: int
    probability: float


class ReferenceTagger:
    """A trained model. It may be shared between threads."""

    def __init__(self, model: bytes) -> None:
        """Open `model`, the content of a file of CRFsuite."""
        import pycrfsuite  # noqa: PLC0415 - only a paper with open parts should pay for it

        # CRFsuite reads the model where it lies and does not keep it alive.
        self._model = model
        self._crf = pycrfsuite.Tagger()
        self._crf.open_inmemory(model)
        self._known = frozenset(self._crf.labels())
        # Decoding keeps the features of one string in the model.
        self._lock = threading.Lock()

    def tag(self, tokens: Sequence[str]) -> tuple[TaggedToken, ...]:
        """The label of each of `tokens`, the words of one reference divided at white space."""
        if not tokens:
            return ()
        features = describe_tokens(tokens)
        with self._lock:
            self._crf.set(features)
            marked = self._crf.tag()
            labels = [mark[len(_BEGIN) :] for mark in marked]
            return tuple(
                TaggedToken(label, self._measure(label, at), _begins(marked, labels, at))
                for at, label in enumerate(labels)
            )

    def _measure(self, label: str, at: int) -> float:
        """The probability of `label` at the token, be it the first of its field or a later one."""
        spelled = (_BEGIN + label, _INSIDE + label)
        return min(1.0, sum(float(self._crf.marginal(mark, at)) for mark in spelled if mark in self._known))


def _begins(marked: Sequence[str], labels: Sequence[str], at: int) -> bool:
    return at == 0 or labels[at] != labels[at - 1] or marked[at].startswith(_BEGIN)


def mark_beginnings(labels: Sequence[str]) -> list[str]:
    """`labels` as the model learns them: the first token of a field apart from those that follow."""
    return [
        (_INSIDE if at and labels[at - 1] == label else _BEGIN) + label for at, label in enumerate(labels)
    ]


@functools.cache
def load_tagger() -> ReferenceTagger:
    """The tagger that is shipped; loaded when it is first asked for."""
    return ReferenceTagger(files(__package__).joinpath("models", MODEL).read_bytes())


def tag_tokens(tokens: Sequence[str]) -> tuple[TaggedToken, ...]:
    """The label of each of `tokens`, the words of one reference divided at white space."""
    return load_tagger().tag(tokens) if tokens else ()


def tag_fields(text: str) -> tuple[TaggedField, ...]:
    """The fields of the reference `text` in order; their ends hold the punctuation after a field."""
    return tuple(_join_tokens(text))


def _join_tokens(text: str) -> Iterator[TaggedField]:
    places = [found.span() for found in _TOKEN.finditer(text)]
    tagged = tag_tokens([text[start:end] for start, end in places])
    firsts = [at for at, token in enumerate(tagged) if token.begins]
    for first, last in pairwise([*firsts, len(tagged)]):
        least = min(token.probability for token in tagged[first:last])
        yield TaggedField(tagged[first].label, places[first][0], places[last - 1][1], least)
