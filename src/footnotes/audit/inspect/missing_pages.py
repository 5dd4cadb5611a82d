"""Pages that say, with an answer of 200 or without, that there is no such page."""

from footnotes.audit.inspect.addresses import names_error_page
from footnotes.audit.inspect.phrases import (
    Words,
    has_sentence,
    is_made_of,
    load_phrases,
    load_sentences,
    split_title,
)
from footnotes.audit.inspect.sights import Sight
from footnotes.audit.inspect.titles import TitleMatch

_HARDLY_ANY = 60
"""Words: what a server says of itself, with the menu of a small site."""
_SHORT = 250
_TITLE = 5
"""Words in a part of a title from which on it is no site's name."""


def says_not_found(sight: Sight) -> bool:
    """Whether the page says, in its title, first heading or few words, that there is no such page."""
    if _is_cited_so(sight):
        return False
    return _has_title(sight) or _has_heading(sight) or _has_few_words(sight)


def is_not_found_title(words: Words) -> bool:
    """Whether a title, or a part of one, says that there is no such page."""
    return is_made_of(words, load_phrases("not_found", ""))


def _is_cited_so(sight: Sight) -> bool:
    """A work may be called so: "404 Not Found" of a manual, or a novel."""
    parts = (part for title in sight.link.titles for part in split_title(title))
    return names_error_page(sight.link.url) or any(is_not_found_title(part) for part in parts)


def _has_title(sight: Sight) -> bool:
    said = [part for part in sight.title_parts if is_not_found_title(part)]
    if not said or any(_goes_on(part, sight.heading) for part in said):
        return False
    rest = [part for part in sight.title_parts if part not in said]
    is_work = any(len(part) >= _TITLE for part in rest) and len(sight.words) > _SHORT
    return is_not_found_title(sight.heading) or not is_work


def _goes_on(said: Words, heading: Words) -> bool:
    """The heading begins as the title does and says more: "404: A history of link rot"."""
    return heading[: len(said)] == said and len(heading) > len(said) + 1 and not is_not_found_title(heading)


def _has_heading(sight: Sight) -> bool:
    if not is_not_found_title(sight.heading) or sight.title_match is TitleMatch.FOUND:
        return False
    # "404" can head a chapter, and "Not found" be the second heading of many.
    return len(sight.words) <= _SHORT or (len(sight.heading) > 1 and sight.page.main_headings == 1)


def _has_few_words(sight: Sight) -> bool:
    if len(sight.words) > _HARDLY_ANY or sight.title_match is TitleMatch.FOUND:
        return False
    short = load_phrases("not_found", "", group="short")
    return (
        has_sentence(sight.joined, load_sentences("not_found", ""))
        or sight.is_named(short)
        or is_not_found_title(sight.words)
    )
