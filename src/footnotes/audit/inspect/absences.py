"""A title that is not found -> whether that tells anything."""

import re

from footnotes.audit.inspect.fragments import is_shell
from footnotes.audit.inspect.pages import Page
from footnotes.audit.inspect.sites import find_ascii_host
from footnotes.audit.inspect.title_words import count_small, load_generic, load_small, tell_script
from footnotes.audit.inspect.tokens import split_tokens
from footnotes.model import CitedLink

_FEW = 2
_LONG_WORD = 6
_STEM = 5
_TELLING_LENGTH = 80
"""Words of a page from which on its language can be told."""
_NAME = 4
"""Letters of a family name that is hardly there by chance."""


def is_absent(page: Page, link: CitedLink, tokens: list[str]) -> bool:
    """Whether hardly anything of the cited titles is on the page, and that tells; `tokens` are its words.

    Not so where the title has a single telling word, where the page names the author or the journal, and
    where it is written in another script or language than the title.
    """
    if not page.is_html or not page.is_whole or is_shell(page) or not tokens:
        return False
    everything = set(tokens).union(*(split_tokens(name) for name in (page.title or "", *page.other_titles)))
    for title in link.titles:
        telling = frozenset(split_tokens(title)) - load_small() - load_generic()
        # One word may be missing by chance; and of five, one may be there ("Sign in" on every page).
        seen = sum(_has_word(word, everything) for word in telling)
        if len(telling) < _FEW or seen > len(telling) // 5:
            return False
    return not any(doubt(page, link, tokens) for doubt in _DOUBTS)


def _has_word(word: str, everything: set[str]) -> bool:
    """Whether the word is there, if need be with another ending."""
    if word in everything or len(word) < _LONG_WORD:
        return word in everything
    stem = word[: max(_STEM, len(word) - 3)]
    return any(other.startswith(stem) for other in everything)


def _is_foreign_script(page: Page, link: CitedLink, _: list[str]) -> bool:
    """The title is cited in translation, or in other letters."""
    return tell_script(" ".join(link.titles)) != tell_script(sample_letters(page))


def _is_foreign_language(_: Page, link: CitedLink, tokens: list[str]) -> bool:
    """The small words of the title are not those of the page: it is cited in translation."""
    if len(tokens) < _TELLING_LENGTH:
        return False
    own = count_small(token for title in link.titles for token in split_tokens(title))
    other = count_small(tokens)
    best = max(other.values(), default=0)
    if not own or best < 0.05 * len(tokens):
        return False
    likely = {language for language, count in own.items() if count == max(own.values())}
    return not any(2 * other[language] >= best for language in likely)


def _has_author(page: Page, link: CitedLink, tokens: list[str]) -> bool:
    text = f" {' '.join(tokens)} {' '.join(split_tokens(page.title or ''))} "
    return any(
        len(name) >= _NAME and f" {name} " in text
        for name in (" ".join(split_tokens(name)) for name in link.authors)
    )


def _has_container(page: Page, link: CitedLink, tokens: list[str]) -> bool:
    """The journal is named on a page of another site; a site's own name stands on its error pages too."""
    words = split_tokens(link.container or "")
    name = " ".join(words)
    if (
        not name
        or name in " ".join(split_tokens(page.title or ""))
        or "".join(words) in _squeeze(find_ascii_host(link.url))
    ):
        return False
    return len(frozenset(words) - load_small()) > 1 and f" {name} " in f" {' '.join(tokens)} "


def _squeeze(host: str) -> str:
    return re.sub(r"[^a-z0-9]", "", host)


_DOUBTS = (_is_foreign_script, _is_foreign_language, _has_author, _has_container)


def sample_letters(page: Page) -> str:
    """Enough of a page to tell its script."""
    return f"{page.text[:2000]} {page.title or ''}"
