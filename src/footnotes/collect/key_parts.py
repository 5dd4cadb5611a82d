"""The parts and filters of the language of citation keys, each a small function in a table."""

import re
from collections.abc import Callable
from functools import lru_cache

from footnotes.collect.vocabulary import load_words
from footnotes.model import AnyName, Name, Reference
from footnotes.text.fold import to_ascii

_WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
_PUNCTUATION = re.compile(r"[^\w\s]|_")
_KEPT = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.:+/*-_")
_ARTICLES = load_words("articles")
_SKIPPED = _ARTICLES | load_words("skipped")
_SHORT = 3


def cut_letters(text: str, number: int | None) -> str:
    """The first letters of a text."""
    return text[:number]


def romanise_text(text: str) -> str:
    """A text in the signs that stand in a key; capitals stay capitals, other scripts are romanised."""
    return "".join(sign if sign in _KEPT else _romanise_sign(sign) for sign in text)


@lru_cache(maxsize=4096)
def _romanise_sign(sign: str) -> str:
    plain = to_ascii(sign).replace(" ", "")
    return plain.capitalize() if sign.isupper() else plain


def _spell_auth(work: Reference, number: int | None) -> str:
    creator = work.creators[0] if work.creators else None
    if creator is None:
        return cut_letters(_find_first_word(work.title or work.container_title or work.url or ""), number)
    return cut_letters(_spell_surname(creator), number)


def _spell_authors(work: Reference, number: int | None) -> str:
    creators = work.creators
    if not creators:
        return _spell_auth(work, None)
    shown = creators[:number]
    more = "EtAl" if len(shown) < len(creators) else ""
    return "".join(_spell_surname(creator) for creator in shown) + more


def _spell_surname(creator: AnyName) -> str:
    if not isinstance(creator, Name):
        return _find_first_word(creator.literal)
    parts = (creator.dropping_particle, creator.non_dropping_particle, creator.family)
    return "".join(part for part in parts if part).replace(" ", "")


def _find_first_word(text: str) -> str:
    words = _WORD.findall(text)
    return next((word for word in words if word.lower() not in _ARTICLES), words[0] if words else "")


def _spell_year(work: Reference, number: int | None) -> str:
    year = "nd" if work.year is None else str(work.year)
    return cut_letters(year, number)


def _spell_title(work: Reference, number: int | None) -> str:
    return cut_letters("".join(_capitalise(word) for word in _WORD.findall(work.title or "")), number)


def _spell_short_title(work: Reference, number: int | None) -> str:
    return "".join(_list_telling_words(work)[: number or _SHORT])


def _spell_very_short_title(work: Reference, number: int | None) -> str:
    return "".join(_list_telling_words(work)[: number or 1])


def _list_telling_words(work: Reference) -> list[str]:
    words = _WORD.findall(work.title_short or work.title or "")
    return [_capitalise(word) for word in words if word.lower() not in _SKIPPED] or words


def _spell_journal(work: Reference, number: int | None) -> str:
    words = _WORD.findall(work.container_title_short or work.container_title or "")
    return cut_letters("".join(_capitalise(word) for word in words), number)


def _spell_type(work: Reference, number: int | None) -> str:
    return cut_letters(work.type, number)


def _capitalise(word: str) -> str:
    return word[:1].upper() + word[1:]


def _lower(text: str, number: int | None) -> str:
    return cut_letters(text.lower(), number)


def _upper(text: str, number: int | None) -> str:
    return cut_letters(text.upper(), number)


def _to_ascii(text: str, number: int | None) -> str:
    return cut_letters(romanise_text(text), number)


def _drop_punctuation(text: str, number: int | None) -> str:
    return cut_letters(_PUNCTUATION.sub("", text), number)


PARTS: dict[str, Callable[[Reference, int | None], str]] = {
    "auth": _spell_auth,
    "authors": _spell_authors,
    "year": _spell_year,
    "title": _spell_title,
    "shorttitle": _spell_short_title,
    "veryshorttitle": _spell_very_short_title,
    "journal": _spell_journal,
    "type": _spell_type,
}
"""What a name in a pattern gives; the number is how many letters, of `authors` how many people, of
the short titles how many words."""

FILTERS: dict[str, Callable[[str, int | None], str]] = {
    "lower": _lower,
    "upper": _upper,
    "ascii": _to_ascii,
    "nopunct": _drop_punctuation,
}
"""What a name behind a full stop makes of what stands before it; the number is how many letters stay."""
