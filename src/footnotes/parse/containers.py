"""Containers: the newspaper, journal, site, platform or volume in which a work stands."""

import functools
import re

from footnotes.parse.names.persons import is_organisation
from footnotes.parse.vocabulary import load_table
from footnotes.text.fold import fold_title


@functools.cache
def _load_media() -> tuple[dict[str, str], dict[str, str], re.Pattern[str]]:
    """Whole names and words with their types, and the pattern that finds the last of the words."""
    rows = load_table("media")
    whole = {row[0]: row[1] for row in rows if row[2:] == ("=",)}
    words = {row[0]: row[1] for row in rows if row[2:] != ("=",)}
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return whole, words, re.compile(rf".*\b({longest_first})\b|\S*?({longest_first})$")


@functools.lru_cache(maxsize=4096)
def find_medium(container: str) -> str | None:
    """The CSL type of what stands in `container`, as its words tell (table `media`); None if they do not.

    The last telling word counts: "Middle East Monitor Post" is a post. A word glued to the end of
    another counts if none stands alone ("Azernews", "JAMnews").
    """
    folded = fold_title(container)
    whole, words, pattern = _load_media()
    if folded in whole:
        return whole[folded]
    match = pattern.search(folded)
    return words[match[1] or match[2]] if match else None


def is_institution(container: str) -> bool:
    """Whether `container` is an institution that publishes, not a periodical."""
    return is_organisation(container) and find_medium(container) is None
