"""Op. cit. and loc. cit.: a work cited before, named by its author or by nothing (rules R21 to R24)."""

from attrs import evolve

from footnotes.model import Cite, CiteForm, Confidence, take_weaker
from footnotes.resolve.ibid import resolve_ibid
from footnotes.resolve.links import Link
from footnotes.resolve.seen import Seen
from footnotes.resolve.short import resolve_author_page, resolve_author_title


def resolve_op_cit(cite: Cite, seen: Seen) -> Link:
    """The last cited work of the author it names; without a name the cite before, doubtfully."""
    rule = "loc_cit" if cite.form is CiteForm.LOC_CIT else "op_cit"
    if cite.stated is not None and cite.stated.creators:
        by_title = resolve_author_title if cite.stated.title else resolve_author_page
        return evolve(by_title(cite, seen), rule=rule)
    link = resolve_ibid(cite, seen)
    if link.target is None:
        return evolve(link, rule=rule)
    confidence = take_weaker(link.confidence, Confidence.MEDIUM)
    inherits = cite.form is CiteForm.LOC_CIT
    return evolve(
        link,
        rule=rule,
        confidence=confidence,
        inherits=inherits,
        flags=(*link.flags, "op_cit_without_author"),
    )
