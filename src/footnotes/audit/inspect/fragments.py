"""Page -> whether what a URL's fragment points to is there."""

from urllib.parse import unquote

from footnotes.audit.inspect.pages import Page
from footnotes.audit.inspect.phrases import has_sentence, join_words, load_sentences, split_letters
from footnotes.audit.inspect.vocabulary import list_phrases
from footnotes.text.fold import fold_title

_TEXT_FRAGMENT = ":~:text="


def has_fragment(page: Page, fragment: str) -> bool | None:
    """Whether what a URL's fragment points to is on the page; None where that cannot be told.

    That is a name or an id (HTML, 7.4.6.4), "top", or words (#:~:text=). It cannot be told of a route of a
    script application (#!/x, #/x), a page cut off, one that scripts have yet to fill, and what is no page.
    """
    anchor, _, words = fragment.partition(_TEXT_FRAGMENT)
    if not page.is_html or fragment.startswith(("!", "/")) or not page.text:
        return None
    if words:
        found = all(_has_words(page, directive) for directive in words.split("&text="))
    else:
        found = _has_anchor(page, anchor)
    return None if not found and (not page.is_whole or is_shell(page)) else found


def _has_anchor(page: Page, anchor: str) -> bool:
    spelled = unquote(anchor)
    # Code hosts and wikis put this before the names that readers see.
    names = {anchor, spelled, f"user-content-{spelled}"}
    return not anchor or anchor.lower() == "top" or not names.isdisjoint(page.anchors)


def _has_words(page: Page, directive: str) -> bool:
    """Whether the words of a text directive (`prefix-,start,end,-suffix`) are on the page, in order."""
    parts = [
        unquote(part)
        for part in directive.split(",")
        if not part.startswith("-") and not part.endswith("-")
    ]
    text, place = fold_title(page.text), 0
    for part in map(fold_title, parts):
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


_NOTHING = 20
_HARDLY_ANY = 200
"""Characters of a page that is a frame for scripts to fill: the word that it is loading, a name."""


def is_shell(page: Page) -> bool:
    """Whether there is hardly any text before scripts have run, which we do not run."""
    if not page.is_html or not page.scripts or page.headings or len(page.text) > _HARDLY_ANY:
        return False
    says_so = has_sentence(join_words(split_letters(page.text)), load_sentences("walls", "shell"))
    return (
        len(page.text) < _NOTHING
        or says_so
        or not page.anchors.isdisjoint(list_phrases("walls", "shell", "mounts"))
    )
