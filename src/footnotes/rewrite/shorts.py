"""Short forms: Author, *Short Title*, 124."""

from collections.abc import Iterator

from attrs import frozen

from footnotes.model import Cite, Reference
from footnotes.rewrite.fulls import cut_full, write_fulls
from footnotes.rewrite.names import shorten_names
from footnotes.rewrite.places import WrittenPlace
from footnotes.rewrite.printed import Paper
from footnotes.rewrite.titles import PrintedTitle, find_opening, find_title, list_titles


@frozen
class ShortForm:
    """What a work is cited short by: its names with what follows them, and its titles, the best first."""

    root: Cite
    names: str
    title: PrintedTitle | None
    titles: tuple[str, ...]

    @property
    def stop_inside(self) -> bool:
        """Whether a full stop belongs within the quotation marks of the title."""
        return self.title is not None and self.title.inside


def make_short(paper: Paper, work: Reference, root: Cite) -> ShortForm:
    """The short form of `work`, in the words of its full citation `root`."""
    names = shorten_names(paper, work, root)
    head = names + _find_joint(paper, root) if names else ""
    return ShortForm(root, head, find_title(paper, root), tuple(list_titles(paper, work, root)))


def write_shorts(paper: Paper, short: ShortForm, place: WrittenPlace) -> Iterator[str]:
    """Ways to cite a work short at `place`, the best first.

    A work without names is cited by its title; where nobody would know it by that alone, with its
    container, its date and in the end all else that the full citation says.
    """
    if short.title is not None:
        for title in short.titles:
            marked = short.title.mark(title, place.joint if place.words else "")
            yield short.names + marked + place.words
    if not short.names:
        for variable in ("container_title", "issued"):
            yield from cut_full(paper, short.root, variable, place)
        yield from write_fulls(paper, short.root, place)


def _find_joint(paper: Paper, root: Cite) -> str:
    """What stands between names and title in this paper: a colon in German notes, else a comma."""
    span = next((place.span for place in root.places if place.variable == "title"), None)
    gap = paper.text[find_opening(root, span) : span.start] if span else ""
    return ": " if ":" in gap else ", "
