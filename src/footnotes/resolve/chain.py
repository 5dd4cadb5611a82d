"""The walk through the cites in reading order: one small rule for each form, in a table."""

from collections.abc import Callable, Sequence

from footnotes.model import Cite, CiteForm, Locator, LocatorSource, Note, Resolution
from footnotes.resolve.full import resolve_full
from footnotes.resolve.ibid import resolve_ibid
from footnotes.resolve.idem import resolve_idem
from footnotes.resolve.links import Link, point_nowhere
from footnotes.resolve.note_ref import resolve_note_ref
from footnotes.resolve.op_cit import resolve_loc_cit, resolve_op_cit
from footnotes.resolve.positions import assign_positions
from footnotes.resolve.seen import SameWork, Seen
from footnotes.resolve.short import (
    resolve_author_page,
    resolve_author_title,
    resolve_author_year,
    resolve_title,
)

Rule = Callable[[Cite, Seen], Link]

RULES: dict[CiteForm, Rule] = {
    CiteForm.FULL: resolve_full,
    CiteForm.IDEM: resolve_idem,
    CiteForm.IBID: resolve_ibid,
    CiteForm.OP_CIT: resolve_op_cit,
    CiteForm.LOC_CIT: resolve_loc_cit,
    CiteForm.NOTE_REF: resolve_note_ref,
    CiteForm.SHORT_AUTHOR_PAGE: resolve_author_page,
    CiteForm.SHORT_AUTHOR_TITLE: resolve_author_title,
    CiteForm.SHORT_AUTHOR_YEAR: resolve_author_year,
    CiteForm.SHORT_TITLE: resolve_title,
}
"""The rule for each form; a form without one resolves to nothing, and says so."""


def resolve_cites(
    cites: Sequence[Cite], notes: Sequence[Note], is_same_work: SameWork
) -> tuple[Resolution, ...]:
    """Resolve `cites`, which are in reading order; a resolution for each, in the same order.

    `is_same_work` tells whether two full citations are of one work. Each cite is looked at once, with
    what came before it; a cite that does not resolve breaks the chain behind it (specification of the
    notes, section 2).
    """
    seen = Seen(is_same_work, [note.number for note in notes])
    seen.label_notes(notes)
    seen.announce(cites)
    resolutions = []
    for cite in cites:
        rule = RULES.get(cite.form)
        link = rule(cite, seen) if rule else point_nowhere(cite.form.value, "form_not_resolved")
        resolution = _make_resolution(cite, link, seen)
        seen.add(cite, resolution)
        resolutions.append(resolution)
    return assign_positions(cites, resolutions)


def _make_resolution(cite: Cite, link: Link, seen: Seen) -> Resolution:
    locator, source = _inherit_locator(cite, link, seen)
    return Resolution(
        cite=cite.id,
        rule=link.rule,
        confidence=link.confidence,
        antecedent=link.antecedent,
        target=link.target,
        locator=locator,
        locator_source=source,
        candidates=link.candidates,
        flags=link.flags,
        author_from=link.author_from,
    )


def _inherit_locator(cite: Cite, link: Link, seen: Seen) -> tuple[Locator | None, LocatorSource]:
    """The cite's own place, else that of its antecedent where the form means the same (section 2.4)."""
    if cite.locator is not None:
        return cite.locator, LocatorSource.EXPLICIT
    doubtful = "ambiguous_multi" in link.flags
    if link.inherits and link.antecedent in seen.resolved and not doubtful:
        inherited = seen.resolved[link.antecedent][1].locator
        if inherited is not None:
            return inherited, LocatorSource.INHERITED
    return None, LocatorSource.NONE
