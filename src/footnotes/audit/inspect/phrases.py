"""Phrases that make up the whole of a title, and those that stand in a few lines of text.

A phrase within a long text proves nothing: a specification has "has been removed" in it, and a newspaper
"this domain is for sale". So titles must be made of phrases, and bodies be short.
"""

import functools
import re
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from footnotes.audit.inspect.tokens import has_spaceless
from footnotes.audit.inspect.vocabulary import list_phrases
from footnotes.text.fold import split_words

HOST = "thehostofthepage"
"""What stands for the name of the host in folded words."""

Words = tuple[str, ...]

_PARTS = re.compile(r"\s+[-–—|·•»«:/~<>*]+\s+|\s*[|｜·•»«_]+\s*|\s*::\s*|\s+[–—]\s*|:\s+")
_LONGEST_TITLE = 40


@frozen
class Phrases:
    """What titles of one kind are made of: phrases, and fillers that may stand between them."""

    whole: frozenset[Words]
    fillers: frozenset[Words]
    longest: int = field(init=False)
    """Words in the longest of them."""

    @longest.default
    def _count_longest(self) -> int:
        return max(map(len, self.whole | self.fillers))


def split_letters(text: str) -> Words:
    """The folded words of `text`; of scripts without spaces, the single letters."""
    words = split_words(text)
    if text.isascii() or not has_spaceless(text):
        return tuple(words)
    return tuple(part for word in words for part in (word if has_spaceless(word) else [word]))


@functools.cache
def load_phrases(name: str, table: str, group: str = "phrases", fillers: str = "fillers") -> Phrases:
    """The phrases and fillers of a table of the vocabulary `name`; `table` may be empty."""
    return Phrases(_fold_all(name, table, group), _fold_all(name, table, fillers))


def _fold_all(name: str, table: str, group: str) -> frozenset[Words]:
    phrases = (phrase.replace("{host}", f" {HOST} ") for phrase in list_phrases(name, table, group))
    return frozenset(filter(None, map(split_letters, phrases)))


@functools.cache
def load_sentences(name: str, table: str, group: str = "sentences") -> tuple[str, ...]:
    """The folded sentences of a table, each with a blank before and after it."""
    return tuple(join_words(words) for words in _fold_all(name, table, group))


def join_words(words: Iterable[str]) -> str:
    """The words with blanks between and around them, so that whole words can be looked for."""
    return f" {' '.join(words)} "


def split_title(title: str) -> list[Words]:
    """The parts of a title ("Page not found | The Site"), each as folded words."""
    return [words for part in _PARTS.split(title) if (words := split_letters(part))]


def is_made_of(words: Words, phrases: Phrases) -> bool:
    """Whether `words` are phrases and fillers from end to end, and at least one phrase."""
    if not words or len(words) > _LONGEST_TITLE:
        return False
    longest = phrases.longest
    # Which places can be reached from the start by fillers alone, and which by way of a phrase.
    filled, spoken = {0}, set[int]()
    for start in range(len(words)):
        if start not in filled and start not in spoken:
            continue
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            piece = words[start:end]
            if piece in phrases.whole:
                spoken.add(end)
            elif piece in phrases.fillers:
                filled |= {end} if start in filled else set()
                spoken |= {end} if start in spoken else set()
    return len(words) in spoken


def has_sentence(words: str, sentences: tuple[str, ...]) -> bool:
    """Whether one of the sentences stands in `words`, both as `join_words` writes them."""
    index = _index_sentences(sentences)
    beginnings = index.keys() & words.split()
    return any(sentence in words for beginning in beginnings for sentence in index[beginning])


@functools.lru_cache
def _index_sentences(sentences: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The sentences by their first words: hardly any word of a page begins one."""
    index: dict[str, tuple[str, ...]] = {}
    for sentence in sentences:
        first = sentence.split()[0]
        index[first] = (*index.get(first, ()), sentence)
    return index
