"""Short forms: Author, *Short Title*, 124."""

import re
from collections.abc import Iterator

from attrs import frozen

from footnotes.model import Cite, Reference
from footnotes.rewrite.fulls import cut_full, write_fulls
from footnotes.rewrite.names import print_names, shorten_names
from footnotes.rewrite.places import WrittenPlace
from footnotes.rewrite.printed import Paper
from footnotes.rewrite.titles import PrintedTitle, find_opening, find_title, list_titles

_COMMAS = " ,،"
_INITIAL = re.compile(r"\b[^\W\d_]\.\Z")


@frozen
class ShortForm:
    """What a work is cited short by: its names with what follows them, and its titles; the best first."""

    root: Cite
    names: tuple[str, ...]
    title: PrintedTitle | None
    titles: tuple[str, ...]

    @property
    def stop_inside(self) -> bool:
        """Whether a full stop belongs within the quotation marks of the title."""
        return self.title is not None and self.title.inside


def make_short(paper: Paper, work: Reference, root: Cite, author: Cite) -> ShortForm:
    """The short form of `work`, in the words of its full citation `root`; `author` prints its names."""
    title = find_title(paper, root)
    return ShortForm(
        root, tuple(_list_heads(paper, work, root, author)), title, tuple(list_titles(paper, work, root))
    )


def write_shorts(paper: Paper, short: ShortForm, place: WrittenPlace) -> Iterator[str]:
    """Ways to cite a work short at `place`, the best first.

    A work without names is cited by its title; where nobody would know it by that alone, with its
    container, its date and in the end all else that the full citation says.
    """
    if short.title is not None:
        marked = [short.title.mark(one, place.joint if place.whole else "") for one in short.titles]
        yield from (head + title + place.whole for head in short.names or ("",) for title in marked)
    if not short.names:
        for variable in ("container_title", "issued"):
            yield from cut_full(paper, short.root, variable, place)
        yield from write_fulls(paper, short.root, place)


def _list_heads(paper: Paper, work: Reference, root: Cite, author: Cite) -> Iterator[str]:
    """The names with what stands between them and a title in this paper.

    That is a colon in German notes and a comma elsewhere; in Russian and Azerbaijani ones, which print
    the initials behind the surname and nothing after them, the names stand as in the full citation.
    """
    names = shorten_names(paper, work, author).rstrip(_COMMAS)
    span = next((place.span for place in root.places if place.variable == "title"), None)
    if names and span is not None:
        gap = paper.text[find_opening(root, span) : span.start]
        printed = print_names(paper, author)
        if printed and _INITIAL.search(printed) and not gap.strip():
            yield f"{printed} "
        comma = "، " if "،" in paper.text[root.span.start : span.start] else ", "
        yield names + (": " if ":" in gap else comma)
