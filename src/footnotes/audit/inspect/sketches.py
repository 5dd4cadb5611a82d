"""Text -> a small sketch of it, from which the likeness of two texts can be told without either."""

import struct
from hashlib import blake2b

from footnotes.audit.inspect.tokens import split_tokens

_BINS = 128
_WORDS = 3
"""Words in a shingle (Broder 1997): with fewer all texts are alike, with more a change weighs too much."""
_LONGEST = 40_000
"""Tokens that are looked at; a sketch of as many is as good as one of all."""


def sketch_text(text: str) -> tuple[int, ...]:
    """The sketch of `text`: 128 numbers of 32 bits, or none where there are no words.

    It is min-wise hashing in one pass (Li, Owen and Zhang 2012): each shingle of three words falls into one
    of 128 bins by its hash, each bin keeps its least value, and 0 marks an empty one. The same on every
    machine and in every version, since journals keep it.
    """
    tokens = split_tokens(text)[:_LONGEST]
    if not tokens:
        return ()
    bins: dict[int, int] = {}
    for shingle in list_shingles(tokens):
        place, value = struct.unpack("<II", blake2b(shingle.encode(), digest_size=8).digest())
        place %= _BINS
        if value < bins.get(place, 1 << 32):
            bins[place] = value
    return tuple(max(bins[place], 1) if place in bins else 0 for place in range(_BINS))


def list_shingles(tokens: list[str]) -> set[str]:
    """The runs of three tokens; a text of fewer is one shingle."""
    if len(tokens) < _WORDS:
        return {" ".join(tokens)} if tokens else set()
    return {" ".join(run) for run in zip(tokens, tokens[1:], tokens[2:], strict=False)}


def compare_sketches(one: tuple[int, ...], other: tuple[int, ...]) -> float | None:
    """How much two texts have in common, 0 to 1; None where either has no words.

    It estimates the share of shingles that both have (Jaccard), with a standard error of at most 0.045.
    """
    if not one or not other:
        return None
    kept = [(here, there) for here, there in zip(one, other, strict=True) if here or there]
    return sum(here == there for here, there in kept) / len(kept)
