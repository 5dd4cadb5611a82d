"""Domains that have changed hands: parked, for sale, or used for another trade."""

import functools

from attrs import frozen

from footnotes.audit.inspect.addresses import names_parking
from footnotes.audit.inspect.phrases import (
    Words,
    has_sentence,
    join_words,
    load_phrases,
    load_sentences,
    split_letters,
)
from footnotes.audit.inspect.sights import Sight
from footnotes.audit.inspect.sites import is_same_site
from footnotes.audit.inspect.vocabulary import list_phrases, load_vocabulary

_SHORT = 200
"""Words: an offer and a list of advertisements."""
_MARKUP_READ = 200_000


def is_parked(sight: Sight) -> bool:
    """Whether the domain is for sale or shows advertisements only, by its address, words or code."""
    if sight.is_elsewhere and names_parking(sight.answer.url) and not names_parking(sight.link.url):
        return not is_same_site(sight.answer.url, sight.link.url) or _has_parking_words(sight)
    return _has_parking_words(sight)


def _has_parking_words(sight: Sight) -> bool:
    if len(sight.words) > _SHORT or sight.has_title:
        return False
    return (
        sight.is_named(load_phrases("takeovers", "parked", group="titles"))
        or has_sentence(sight.joined, load_sentences("takeovers", "parked"))
        or _has_parking_markup(sight)
    )


def _has_parking_markup(sight: Sight) -> bool:
    markup = sight.answer.body[:_MARKUP_READ].lower()
    return any(piece.encode() in markup for piece in list_phrases("takeovers", "parked", "markup"))


@frozen
class _Trade:
    """The words of a trade; a telling phrase counts twice."""

    telling: tuple[str, ...]
    usual: tuple[str, ...]

    def rate(self, words: str) -> int:
        """How much of this trade is in `words`, as `join_words` writes them."""
        return 2 * sum(map(words.count, self.telling)) + sum(map(words.count, self.usual))


_ENOUGH = 3
_ENOUGH_UNTOLD = 6
"""Where no title is cited: who knows that the work was not about a casino?"""


def sells_unrelated(sight: Sight) -> bool:
    """Whether title and headings sell what domains are taken for, and the citation knows nothing of it."""
    if sight.has_title:
        return False
    shown = _join_all(
        sight, *filter(None, (sight.page.title, *sight.page.other_titles[:1], *sight.page.headings[:8]))
    )
    link = sight.link
    cited = _join_all(
        sight, *link.titles, link.container or "", link.url.replace("-", " ").replace("_", " ")
    )
    needed = _ENOUGH if link.titles else _ENOUGH_UNTOLD
    return any(trade.rate(shown) >= needed and not trade.rate(cited) for trade in _load_trades())


def _join_all(sight: Sight, *texts: str) -> str:
    return "".join(join_words(sight.fold(text)) for text in texts)


@functools.cache
def _load_trades() -> tuple[_Trade, ...]:
    return tuple(
        _Trade(_fold_words(trade["telling"]), _fold_words(trade["usual"]))
        for trade in load_vocabulary("takeovers")["trades"].values()
    )


def _fold_words(phrases: list[str]) -> tuple[str, ...]:
    folded: dict[Words, None] = dict.fromkeys(map(split_letters, phrases))
    return tuple(map(join_words, folded))
