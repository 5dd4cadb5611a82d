"""The walk through the cites in reading order: one small rule for each form, in a table."""

from collections.abc import Callable, Sequence

from attrs import evolve

from footnotes.model import Cite, CiteForm, Locator, LocatorSource, Note, Reference, Resolution, take_weaker
from footnotes.model import Confidence as Sure
from footnotes.resolve.cross_ref import resolve_cross_ref
from footnotes.resolve.declared import resolve_declared
from footnotes.resolve.followed import names_place_in_words
from footnotes.resolve.full import resolve_full
from footnotes.resolve.ibid import resolve_ibid
from footnotes.resolve.idem import resolve_idem
from footnotes.resolve.links import Link, point_nowhere
from footnotes.resolve.locators import add_volume, inherit_levels
from footnotes.resolve.note_ref import resolve_note_ref
from footnotes.resolve.op_cit import resolve_loc_cit, resolve_op_cit
from footnotes.resolve.positions import Positions
from footnotes.resolve.profiles import PROFILES, guess_profile
from footnotes.resolve.seen import FindContext, SameWork, Seen, know_no_context
from footnotes.resolve.short import (
    resolve_author_page,
    resolve_author_title,
    resolve_author_year,
    resolve_title,
)
from footnotes.resolve.ways import weigh_author

Rule = Callable[[Cite, Seen], Link]

RULES: dict[CiteForm, Rule] = {
    CiteForm.FULL: resolve_full,
    CiteForm.IDEM: resolve_idem,
    CiteForm.IBID: resolve_ibid,
    CiteForm.OP_CIT: resolve_op_cit,
    CiteForm.LOC_CIT: resolve_loc_cit,
    CiteForm.NOTE_REF: resolve_note_ref,
    CiteForm.DECLARED_SHORT: resolve_declared,
    CiteForm.SHORT_AUTHOR_PAGE: resolve_author_page,
    CiteForm.SHORT_AUTHOR_TITLE: resolve_author_title,
    CiteForm.SHORT_AUTHOR_YEAR: resolve_author_year,
    CiteForm.SHORT_TITLE: resolve_title,
    CiteForm.CROSS_REF: resolve_cross_ref,
}
"""The rule for each form; a form without one resolves to nothing, and says so."""
_DOUBTFUL = {"range_repaired", "place_unread", "year_or_page"}
"""What is odd about a cite and makes its meaning less than sure."""


def resolve_cites(
    cites: Sequence[Cite],
    notes: Sequence[Note],
    is_same_work: SameWork,
    *,
    profile: str | None = None,
    find_context: FindContext = know_no_context,
) -> tuple[Resolution, ...]:
    """Resolve `cites`, which are in reading order; a resolution for each, in the same order.

    `is_same_work` tells whether two full citations are of one work, `find_context` which words of the
    body lead to a note. `profile` is a name of `PROFILES`; without one the cites tell. Each cite is looked
    at once, with what came before it; a cite that does not resolve breaks the chain behind it
    (specification of the notes, section 2).
    """
    by_id = {cite.id: cite for cite in cites}
    seen = Seen(
        is_same_work,
        notes,
        PROFILES[profile or guess_profile(cites)],
        find_context,
        {cite.id: by_id[cite.via] for cite in cites if cite.via is not None},
    )
    seen.announce(cites)
    positions = Positions(cites)
    resolutions = []
    for cite in cites:
        rule = RULES.get(cite.form)
        link = _follow(rule, cite, seen) if rule else point_nowhere(cite.form.value, "form_not_resolved")
        resolution = _make_resolution(cite, link, seen, positions)
        seen.add(cite, resolution)
        resolutions.append(resolution)
    return tuple(resolutions)


def _follow(rule: Rule, cite: Cite, seen: Seen) -> Link:
    """The link of `rule`; a short form that says Idem is one of the author of the cite before."""
    if cite.form is CiteForm.IDEM or cite.idem is None:
        return rule(cite, seen)
    source = seen.find_author_source()
    before = seen.find_work(source)
    if source is None or before is None:
        return point_nowhere(cite.form.value, "author_unknown")
    stated = cite.stated or Reference(type="book")
    link = rule(evolve(cite, stated=evolve(stated, author=before.names)), seen)
    way = weigh_author(source, cite, seen)
    if way.confidence is Sure.LOW and link.target is None:
        # That this author has no such work says only that another one is meant.
        return point_nowhere(cite.form.value, "author_unknown")
    sure = take_weaker(link.confidence, way.confidence)
    return evolve(link, confidence=sure, flags=(*link.flags, *way.flags), author_from=source)


def _make_resolution(cite: Cite, link: Link, seen: Seen, positions: Positions) -> Resolution:
    locator, source = _find_locator(cite, link, seen)
    place = positions.place(cite, link.target, locator)
    sure = take_weaker(link.confidence, Sure.MEDIUM) if _DOUBTFUL & {*cite.flags} else link.confidence
    return Resolution(
        cite=cite.id,
        rule=link.rule,
        confidence=sure,
        antecedent=link.antecedent,
        target=link.target,
        locator=locator,
        locator_source=source,
        position=place.position,
        first_note=place.first_note,
        near_note=place.near_note,
        candidates=link.candidates,
        flags=(*link.flags, *(flag for flag in cite.flags if flag not in link.flags)),
        author_from=link.author_from,
        container_of=link.container_of,
        container_from=_find_container(cite, seen),
        refers_to_all=link.refers_to_all,
        unknown_work=seen.find_unknown(cite, link),
    )


def _find_locator(cite: Cite, link: Link, seen: Seen) -> tuple[Locator | None, LocatorSource]:
    """The cite's own place, else that of its antecedent where the form means the same (section 2.4)."""
    consulted = seen.consulted.get(cite.id)
    # The page cited is one of the source consulted, also where the other has its own (R32).
    stated = consulted.locator if consulted and consulted.locator else cite.locator
    before = seen.resolved.get(link.antecedent) if link.inherits and link.antecedent else None
    inherited = before[1].locator if before else None
    if stated is not None and stated.label == "page" and _is_statute(link, seen):
        # "ibid s 7": what is a page in Turkish is a section in a statute, which has no pages.
        stated = Locator("section", stated.value)
    if stated is not None:
        return inherit_levels(add_volume(stated, cite.stated), inherited), LocatorSource.EXPLICIT
    if link.refers_to_all:
        return None, LocatorSource.INHERITED
    if "place_unread" in cite.flags or (inherited and names_place_in_words(cite, seen)):
        return None, LocatorSource.NONE
    return inherited, LocatorSource.INHERITED if inherited else LocatorSource.NONE


def _is_statute(link: Link, seen: Seen) -> bool:
    target = link.target
    return target is not None and target in seen.works and seen.works[target].stated.type == "legislation"


def _find_container(cite: Cite, seen: Seen) -> str | None:
    """The full cite whose volume holds the work of `cite` too, where its words say so ("in: ebd.")."""
    if not cite.shares_container or seen.last is None:
        return None
    return seen.resolved[seen.last][1].target
