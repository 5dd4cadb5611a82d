"""Stretches of a reference between two marks: what is common to all tokens of one."""

from collections.abc import Callable, Sequence

from attrs import frozen

from footnotes.parse.tagging.words import Reading

_MARKS = frozenset('.,:;?!”"»)')
_STOPS = frozenset('.?!”"»')
_SHORTEST_SENTENCE_END = 3
_TELLING = frozenset(
    {
        *("place", "country", "city", "editor", "translator", "periodical", "meeting", "publisher"),
        *("thesis", "volume", "issue", "web"),
    }
)
"""The cues that tell something to a whole sentence."""


@frozen
class Stretch:
    """Tokens from one mark to the next, with the features that each of them gets."""

    start: int
    end: int
    mark: str
    features: tuple[str, ...]


def is_clause_end(word: Reading) -> bool:
    """Whether a comma, a colon or a stop ends a part of the reference here; not after an initial."""
    return word.tail[-1:] in _MARKS and word.kind != "initials"


def is_sentence_end(word: Reading) -> bool:
    """Whether a stop or a closing quotation mark ends the reference's larger part here."""
    return word.tail[-1:] in _STOPS and word.kind != "initials" and len(word.bare) >= _SHORTEST_SENTENCE_END


def cut_clauses(words: Sequence[Reading]) -> list[Stretch]:
    """The stretch of each of `words` between two marks of any kind."""
    ranges = _cut(words, is_clause_end)
    return _spread(ranges, [_describe_clause(words, ranges, at) for at in range(len(ranges))], words)


def cut_sentences(words: Sequence[Reading]) -> list[Stretch]:
    """The stretch of each of `words` between two stops."""
    ranges = _cut(words, is_sentence_end)
    return _spread(ranges, [_describe_sentence(words, ranges, at) for at in range(len(ranges))], words)


def _cut(words: Sequence[Reading], ends: Callable[[Reading], bool]) -> list[tuple[int, int]]:
    cuts = [at + 1 for at, word in enumerate(words) if ends(word)]
    if words and (not cuts or cuts[-1] < len(words)):
        cuts.append(len(words))
    return list(zip([0, *cuts], cuts, strict=False))


def _spread(
    ranges: list[tuple[int, int]], features: list[tuple[str, ...]], words: Sequence[Reading]
) -> list[Stretch]:
    spread: list[Stretch] = []
    for (start, end), own in zip(ranges, features, strict=True):
        spread += [Stretch(start, end, words[end - 1].tail, own)] * (end - start)
    return spread


def _collect_cues(words: Sequence[Reading]) -> list[str]:
    return sorted({cue for word in words for cue in word.cues})


def _describe_clause(words: Sequence[Reading], ranges: list[tuple[int, int]], at: int) -> tuple[str, ...]:
    start, end = ranges[at]
    inside, last = words[start:end], words[end - 1]
    features = [
        f"clause={_count(inside)}{min(len(inside), 6)}{last.tail}",
        f"clause end={last.tail}{last.kind}",
        f"clause word={words[start].bare}",
        f"clause number={min(at, 7)}",
        *(f"clause cue={cue}" for cue in _collect_cues(inside)),
    ]
    if at:
        features.append(f"before clause={words[start - 1].kind}{words[start - 1].tail}")
    if end < len(words):
        following = words[end : ranges[at + 1][1]]
        features += (
            f"next={following[0].lead}{following[0].kind}",
            f"next word={following[0].bare}",
            f"next mark={last.tail}~{following[-1].tail}{min(len(following), 5)}",
            *(f"next cue={cue}" for cue in _collect_cues(following)),
        )
    return tuple(features)


def _describe_sentence(words: Sequence[Reading], ranges: list[tuple[int, int]], at: int) -> tuple[str, ...]:
    start, end = ranges[at]
    inside = words[start:end]
    following = words[end] if end < len(words) else None
    return (
        f"sentence={_count(inside)}{min(len(inside), 7)}{words[end - 1].tail}",
        f"sentence word={words[start].bare}",
        f"sentence next={following.bare if following else '$'}",
        f"sentence next kind={following.lead + following.kind + following.tail if following else '$'}",
        *(f"sentence cue={cue}" for cue in _collect_cues(inside) if cue in _TELLING),
    )


def _count(words: Sequence[Reading]) -> str:
    """Plain words, initials and numbers of a stretch, counted as far as it matters."""
    lower = sum(word.is_plain for word in words)
    initials = sum(word.kind == "initials" for word in words)
    numbers = any("9" in word.bare for word in words)
    return f"{min(lower, 2)}{min(initials, 2)}{numbers:d}"
