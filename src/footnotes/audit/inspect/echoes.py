"""Where a page only repeats what was looked for: "You searched for: Oil and gas. No results found"."""

import functools
from collections.abc import Sequence

from footnotes.audit.inspect.tokens import split_tokens
from footnotes.audit.inspect.vocabulary import list_phrases

_Phrases = dict[str, tuple[tuple[str, ...], ...]]


def is_search(parts: Sequence[Sequence[str]]) -> bool:
    """Whether the parts of a name, each as its words, are those of a search ("Oil and gas | Search")."""
    names = _load_names()
    return any(tuple(part) in names for part in parts) or any(
        tuple(part[: len(opening)]) == opening
        for part in parts
        if part
        for opening in _load_phrases("openings").get(part[0], ())
    )


def cut_echoes(tokens: list[str], length: int) -> list[str]:
    """`tokens` without what was looked for: up to `length` of them after an opening or before a closing."""
    openings, closings = _load_phrases("openings"), _load_phrases("closings")
    echoed: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        if end := _find_end(tokens, place, openings.get(token, ())):
            echoed.append((end, end + length))
        if _find_end(tokens, place, closings.get(token, ())):
            echoed.append((max(0, place - length), place))
    if not echoed:
        return tokens
    kept = bytearray(b"\1") * len(tokens)
    for start, end in echoed:
        kept[start:end] = bytes(len(kept[start:end]))
    return [token for token, is_kept in zip(tokens, kept, strict=True) if is_kept]


def _find_end(tokens: Sequence[str], place: int, phrases: Sequence[tuple[str, ...]]) -> int | None:
    """Where the longest of `phrases` that stands at `place` ends, or None if none does."""
    ends = (
        place + len(phrase) for phrase in phrases if tuple(tokens[place : place + len(phrase)]) == phrase
    )
    return max(ends, default=None)


@functools.cache
def _load_phrases(table: str) -> _Phrases:
    """The phrases by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in filter(None, (tuple(split_tokens(phrase)) for phrase in list_phrases("echoes", table))):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


@functools.cache
def _load_names() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(split_tokens(name)) for name in list_phrases("echoes", "names"))
