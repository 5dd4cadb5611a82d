"""Op. cit. and loc. cit.: a work cited before, named by its author or by nothing (rules R21 to R24)."""

from attrs import evolve

from footnotes.model import Cite, Confidence, take_weaker
from footnotes.resolve.ibid import resolve_ibid
from footnotes.resolve.links import Link
from footnotes.resolve.seen import Seen
from footnotes.resolve.short import resolve_author_page, resolve_author_title


def resolve_op_cit(cite: Cite, seen: Seen) -> Link:
    """The last cited work of the author it names; without a name the cite before, doubtfully."""
    if cite.stated is not None and cite.stated.creators:
        return evolve(_resolve_named(cite, seen), rule="op_cit")
    link = evolve(resolve_ibid(cite, seen), rule="op_cit", inherits=False)
    return _doubt(link, "op_cit_without_author")


def resolve_loc_cit(cite: Cite, seen: Seen) -> Link:
    """The same work at the same place; with a page of its own it is an op. cit. (R23, R24)."""
    if cite.stated is not None and cite.stated.creators:
        link = evolve(_resolve_named(cite, seen), rule="loc_cit")
        last = seen.find_last_cite(link.target)
        link = evolve(link, antecedent=last, inherits=True) if last else link
    else:
        link = evolve(resolve_ibid(cite, seen), rule="loc_cit")
    return _doubt(link, "loc_cit_with_locator") if cite.locator is not None else link


def _resolve_named(cite: Cite, seen: Seen) -> Link:
    by_title = cite.stated is not None and cite.stated.title is not None
    return resolve_author_title(cite, seen) if by_title else resolve_author_page(cite, seen)


def _doubt(link: Link, flag: str) -> Link:
    if link.target is None:
        return link
    return evolve(
        link, confidence=take_weaker(link.confidence, Confidence.MEDIUM), flags=(*link.flags, flag)
    )
