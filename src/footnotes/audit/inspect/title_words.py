"""The words of titles: which tell something, and of what language and script they are."""

import functools
import unicodedata
from collections import Counter
from collections.abc import Iterable

from footnotes.audit.inspect.tokens import has_spaceless, split_tokens
from footnotes.audit.inspect.vocabulary import list_phrases, load_vocabulary


@functools.cache
def load_small() -> frozenset[str]:
    """The words that hold a sentence together, folded."""
    return frozenset(token for word in list_phrases("words", "small") for token in split_tokens(word))


@functools.cache
def load_generic() -> frozenset[str]:
    """The words that are in titles of all kinds, and years."""
    words = frozenset(token for word in list_phrases("words", "generic") for token in split_tokens(word))
    return words | {str(year) for year in range(1900, 2100)}


def count_small(tokens: Iterable[str]) -> Counter[str]:
    """How many of `tokens` are small words of each language."""
    counts: Counter[str] = Counter()
    for token, count in Counter(tokens).items():
        for language in _load_languages().get(token, ()):
            counts[language] += count
    return counts


@functools.cache
def _load_languages() -> dict[str, list[str]]:
    """The languages that a small word belongs to."""
    languages: dict[str, list[str]] = {}
    for language, words in load_vocabulary("words")["small"].items():
        for token in {token for word in words for token in split_tokens(word)}:
            languages.setdefault(token, []).append(language)
    return languages


def tell_script(text: str) -> str:
    """The script most letters are of: "LATIN", "CYRILLIC", "ARABIC" ..., or "SPACELESS"."""
    letters = [character for character in text if character.isalpha()][:500]
    scripts = Counter(
        "SPACELESS" if has_spaceless(letter) else unicodedata.name(letter, "?").split()[0]
        for letter in letters
    )
    return scripts.most_common(1)[0][0] if scripts else ""
