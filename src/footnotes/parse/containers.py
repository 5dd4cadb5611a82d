"""Containers: the newspaper, journal, site, platform or volume in which a work stands."""

import functools
import re

from footnotes.parse.names import is_organisation
from footnotes.parse.vocabulary import load_table
from footnotes.text.fold import fold_title


@functools.cache
def _load_media() -> tuple[dict[str, str], dict[str, str]]:
    rows = load_table("media")
    whole = {row[0]: row[1] for row in rows if row[2:] == ("=",)}
    return whole, {row[0]: row[1] for row in rows if row[2:] != ("=",)}


def find_medium(container: str) -> str | None:
    """The CSL type of what stands in `container`, as its words tell (table `media`); None if they do not.

    The words of a name count from its end: "Middle East Monitor Post" is a post, "Post Office" none.
    """
    folded = fold_title(container)
    whole, words = _load_media()
    if folded in whole:
        return whole[folded]
    found = [
        (m.start(), kind)
        for word, kind in words.items()
        for m in re.finditer(rf"\b{re.escape(word)}\b", folded)
    ]
    glued = next((kind for word, kind in words.items() if len(word) > 3 and folded.endswith(word)), None)  # noqa: PLR2004 - "Azernews", "JAMnews"
    return max(found)[1] if found else glued


def is_institution(container: str) -> bool:
    """Whether `container` is an institution that publishes, not a periodical."""
    return is_organisation(container) and find_medium(container) is None
