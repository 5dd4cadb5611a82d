"""Idem: a new work by the author of the cite before (rule R18 of the specification of the notes)."""

from attrs import evolve

from footnotes.model import Cite, Confidence
from footnotes.resolve.links import Link
from footnotes.resolve.seen import Seen
from footnotes.resolve.ways import weigh_author
from footnotes.text.fold import fold_marks

_ONE = frozenset({"idem", "id", "eadem", "ead", "ders", "derselbe", "tenze", "taz", "он же", "она же"})
_SEVERAL = frozenset({"iidem", "iid", "eidem", "eaedem", "dieselben", "ciz", "они же"})
"""Words for one author and for several; "dies." can be a woman or several people, and is in neither."""


def resolve_idem(cite: Cite, seen: Seen) -> Link:
    """The work is its own target; its author is that of the work that the cite just before is of.

    An author of low confidence is none: it would stand in the library as if it had been printed.
    """
    source = seen.find_author_source()
    work = seen.find_work(source)
    if source is None or work is None:
        return Link("idem", Confidence.MEDIUM, target=cite.id, flags=("author_unknown",))
    way = weigh_author(source, cite, seen)
    link = Link("idem", way.confidence, target=cite.id, candidates=way.candidates, flags=way.flags)
    if way.confidence is Confidence.LOW:
        return link
    agreement = () if _agrees(cite.idem or "", len(work.stated.author)) else ("idem_agreement",)
    return evolve(link, author_from=source, flags=(*way.flags, *agreement))


def _agrees(word: str, authors: int) -> bool:
    """Whether the word for the author agrees with their number."""
    folded = fold_marks(word).strip(" .,:")
    return not ((folded in _SEVERAL and authors == 1) or (folded in _ONE and authors > 1))
