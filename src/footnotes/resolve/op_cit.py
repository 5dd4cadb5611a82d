"""Op. cit. and loc. cit.: a work cited before, named by its author or by nothing (rules R21 to R24)."""

from attrs import evolve

from footnotes.model import Cite, Confidence
from footnotes.resolve.clues import find_named_works
from footnotes.resolve.ibid import resolve_ibid
from footnotes.resolve.links import Link, doubt
from footnotes.resolve.seen import Seen
from footnotes.resolve.short import resolve_author_page, resolve_author_title


def resolve_op_cit(cite: Cite, seen: Seen) -> Link:
    """The last cited work of the author it names; of nobody named, the body's author or the cite before."""
    if cite.stated is not None and cite.stated.creators:
        return evolve(_resolve_named(cite, seen), rule="op_cit")
    return _resolve_from_body(cite, seen) or _doubt_nameless(cite, seen)


def resolve_loc_cit(cite: Cite, seen: Seen) -> Link:
    """The same work at the same place; with a page of its own it is an op. cit. (R23, R24)."""
    if cite.stated is not None and cite.stated.creators:
        link = evolve(_resolve_named(cite, seen), rule="loc_cit")
        last = seen.find_last_cite(link.target)
        link = evolve(link, antecedent=last, inherits=True) if last else link
    else:
        link = evolve(resolve_ibid(cite, seen), rule="loc_cit")
    return doubt(link, "loc_cit_with_locator") if cite.locator is not None and link.target else link


def _resolve_named(cite: Cite, seen: Seen) -> Link:
    by_title = cite.stated is not None and cite.stated.title is not None
    return resolve_author_title(cite, seen) if by_title else resolve_author_page(cite, seen)


def _resolve_from_body(cite: Cite, seen: Seen) -> Link | None:
    """The work of the author whom the sentence names that calls the note (R21)."""
    works = find_named_works(cite, seen)
    if not works:
        return None
    root, roots = works[0].root.id, tuple(work.root.id for work in works)
    link = Link("op_cit", Confidence.MEDIUM, root, root, flags=("author_from_body",), inherits=False)
    if len(works) == 1:
        return link
    return doubt(evolve(link, candidates=roots), "author_multiple_works", Confidence.LOW)


def _doubt_nameless(cite: Cite, seen: Seen) -> Link:
    link = evolve(resolve_ibid(cite, seen), rule="op_cit", inherits=False)
    return doubt(link, "op_cit_without_author") if link.target is not None else link
