"""Full citations: the first of a work introduces it, the others repeat it."""

from attrs import evolve

from footnotes.model import AnyName, Cite, Confidence, LiteralName
from footnotes.resolve.links import Link, point_at_itself
from footnotes.resolve.seen import Seen
from footnotes.resolve.works import Work


def resolve_full(cite: Cite, seen: Seen) -> Link:
    """A work not seen before is its own target; a repeated full citation points at the first (rule R33)."""
    known = _find_same(cite, seen)
    if known is not None:
        root = known.root.id
        flags = ("duplicate_full",)
        return Link("duplicate_full", Confidence.HIGH, root, root, flags=flags, inherits=False)
    link = point_at_itself(cite, "full")
    return evolve(link, flags=("author_variant",)) if _varies_author(cite, seen) else link


def _find_same(cite: Cite, seen: Seen) -> Work | None:
    if cite.stated is None or not cite.stated.title:
        return None
    works = seen.works.find_by_title(cite.stated.title)
    return next((work for work in works if seen.is_same_work(work.stated, cite.stated)), None)


def _varies_author(cite: Cite, seen: Seen) -> bool:
    """Whether an institution or a page is spelled a little otherwise than before."""
    author: AnyName | None = cite.stated.author[0] if cite.stated and cite.stated.author else None
    return isinstance(author, LiteralName) and seen.works.is_variant(author)
