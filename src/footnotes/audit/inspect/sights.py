"""A page as it is judged: beside the answer it came in and the citation that led to it."""

import functools
from functools import cached_property

from attrs import frozen

from footnotes.audit.ask.answers import Answer
from footnotes.audit.inspect.pages import Page
from footnotes.audit.inspect.phrases import (
    HOST,
    Phrases,
    Words,
    is_made_of,
    join_words,
    split_letters,
    split_title,
)
from footnotes.audit.inspect.sites import find_ascii_host, is_trivial_change
from footnotes.audit.inspect.titles import TitleMatch, match_title
from footnotes.model import CitedLink

_READ = 20_000
"""Characters that are enough to know a short page from a long one."""


@frozen
class Sight:
    """The page, its answer and the citation, and what is read off them more than once."""

    page: Page
    answer: Answer
    link: CitedLink

    @cached_property
    def title_match(self) -> TitleMatch:
        """Whether the cited title stands on the page."""
        return match_title(self.page, self.link)

    @property
    def has_title(self) -> bool:
        """Whether the cited title stands on the page, wherever."""
        return self.title_match in {TitleMatch.FOUND, TitleMatch.MENTIONED}

    @cached_property
    def words(self) -> Words:
        """The folded words of the text; of a long text, those of its beginning."""
        return self.fold(self.page.text[:_READ])

    @cached_property
    def joined(self) -> str:
        """The words in one string, to look for phrases in."""
        return join_words(self.words)

    @cached_property
    def title_parts(self) -> tuple[Words, ...]:
        """The parts of the page's title, and of the other titles it gives itself."""
        titles = filter(None, (self.page.title, *self.page.other_titles))
        return tuple(
            dict.fromkeys(self._name_host(part) for title in titles for part in split_title(title))
        )

    @cached_property
    def heading(self) -> Words:
        """The words of the first heading."""
        return self.fold(self.page.headings[0]) if self.page.headings else ()

    @cached_property
    def is_elsewhere(self) -> bool:
        """Whether the answer came from another address than the cited one."""
        return not is_trivial_change(self.answer.url, self.link.url)

    def fold(self, text: str) -> Words:
        """The folded words of `text`, the name of the host replaced by what stands for it in phrases."""
        return self._name_host(split_letters(text))

    def is_named(self, phrases: Phrases) -> bool:
        """Whether a part of the title, or the first heading, is made of these phrases."""
        return any(is_made_of(words, phrases) for words in (*self.title_parts, self.heading))

    def _name_host(self, words: Words) -> Words:
        host = _split_host(self.answer.url)
        joined = join_words(words)
        name = join_words(host)
        return tuple(joined.replace(name, f" {HOST} ").split()) if host and name in joined else words


@functools.lru_cache(maxsize=1000)
def _split_host(url: str) -> Words:
    return split_letters(find_ascii_host(url).removeprefix("www."))
