"""The features of every token of a reference: its own, its neighbours', and those of its place."""

from collections.abc import Callable, Sequence

from footnotes.parse.tagging.regions import mark_regions
from footnotes.parse.tagging.stretches import Stretch, cut_clauses, cut_sentences
from footnotes.parse.tagging.words import OFFSETS, Reading, Word, read_word

_ROLES = frozenset({"editor", "translator"})
_CONTAINED = frozenset({"in", "dans"})
_TENTHS = 10
Features = list[list[str]]
"""The features of each token, which the functions here add to."""


def describe_tokens(tokens: Sequence[str]) -> list[list[str]]:
    """The features of each of `tokens`, the words of one reference or citation."""
    words = [read_word(token) for token in tokens]
    reads = [word.read for word in words]
    regions = mark_regions(tokens)
    clauses, sentences = cut_clauses(reads), cut_sentences(reads)
    features = [
        ["bias", *word.own, *region, *clause.features, *sentence.features]
        for word, region, clause, sentence in zip(words, regions, clauses, sentences, strict=True)
    ]
    _add_neighbours(features, words, regions)
    _add_pairs(features, reads)
    _add_places(features, clauses)
    _add_history(features, reads, regions)
    _add_roles(features, reads, clauses)
    _add_style(features, reads, regions)
    return features


def _add_neighbours(features: Features, words: list[Word], regions: list[list[str]]) -> None:
    count = len(words)
    for at, own in enumerate(features):
        for offset in OFFSETS:
            place = at + offset
            if 0 <= place < count:
                own.extend(words[place].near[offset])
            elif place in (-1, count):
                own.append(f"edge{offset:+}")
        if at:
            own.extend(f"before {mark}" for mark in regions[at - 1] if mark.startswith("ends"))
        if at + 1 < count:
            own.extend(f"after {mark}" for mark in regions[at + 1] if mark.startswith("begins"))


def _add_pairs(features: Features, words: list[Reading]) -> None:
    ends = ["^", *(word.kind + word.tail for word in words)]
    starts = [*(word.lead + word.kind for word in words), "$"]
    bare = ["^", *(word.bare for word in words), "$"]
    for at, own in enumerate(features):
        own.extend((
            f"kinds-={ends[at]}~{starts[at]}",
            f"kinds+={ends[at + 1]}~{starts[at + 1]}",
            f"kinds={ends[at]}~{ends[at + 1]}~{starts[at + 1]}",
            f"words-={bare[at]}~{bare[at + 1]}",
            f"words+={bare[at + 1]}~{bare[at + 2]}",
        ))  # fmt: skip


def _add_places(features: Features, clauses: list[Stretch]) -> None:
    count = len(features)
    for at, (own, clause) in enumerate(zip(features, clauses, strict=True)):
        own.append(f"tenth={at * _TENTHS // count}")
        own.append(f"from start={min(at, 6)}")
        own.append(f"in clause={min(at - clause.start, 6)}")
        own.append(f"to mark={clause.mark}{min(clause.end - 1 - at, 6)}")


def _add_history(features: Features, words: list[Reading], regions: list[list[str]]) -> None:
    """What was seen before: years, a quotation, and the "In" of a chapter."""
    years, quoted, contained = 0, 0, None
    for at, (own, word) in enumerate(zip(features, words, strict=True)):
        own.append(f"seen={min(years, 2)}{quoted}")
        own.append(f"since in={'no' if contained is None else min(at - contained, 5)}")
        years += "year" in word.kind
        quoted |= "in=quotation" in regions[at]
        contained = at if word.bare in _CONTAINED else contained


def _add_roles(features: Features, words: list[Reading], clauses: list[Stretch]) -> None:
    """How far it is to the role word behind and before, and whether only names stand between."""
    forward = _count_run(words[::-1], lambda word: word.is_name_like)[::-1]
    backward = _count_run(words, lambda word: word.is_name_like)
    ahead = None
    for at in reversed(range(len(words))):
        ahead = at if _is_role(words[at]) else ahead
        features[at] += (f"names ahead={min(forward[at], 6)}", f"names before={min(backward[at], 6)}")
        if ahead is not None:
            reached = f"{forward[at] >= ahead - at:d}"
            features[at] += (
                f"role ahead={words[ahead].bare}{min(ahead - at, 8)}",
                f"role reached={reached}{ahead < clauses[at].end:d}",
            )
    behind = None
    for at, own in enumerate(features):
        if behind is not None:
            own.append(f"role behind={words[behind].bare}{min(at - behind, 5)}")
        behind = at if _is_role(words[at]) else behind


def _is_role(word: Reading) -> bool:
    return not _ROLES.isdisjoint(word.cues)


def _count_run(words: list[Reading], belongs: Callable[[Reading], bool]) -> list[int]:
    run, runs = 0, []
    for word in words:
        run = run + 1 if belongs(word) else 0
        runs.append(run)
    return runs


def _add_style(features: Features, words: list[Reading], regions: list[list[str]]) -> None:
    """What the whole string shows of its style: where the first year is, and what it uses at all."""
    year = next((at for at, word in enumerate(words) if "year" in word.kind), None)
    place = "none" if year is None else str(year * 5 // len(words))
    quoted = any("in=quotation" in region for region in regions)
    bracketed = any("in=(" in region for region in regions)
    ranged = any("range" in word.kind for word in words)
    contained = next(
        (at for at, word in enumerate(words) if word.bare in _CONTAINED and word.kind != "lower"), None
    )
    style = (f"year at={place}", f"style={quoted:d}{year is not None:d}{bracketed:d}{ranged:d}")
    for at, own in enumerate(features):
        own.extend(style)
        if contained is not None:
            own.append(f"volume={at >= contained:d}")
