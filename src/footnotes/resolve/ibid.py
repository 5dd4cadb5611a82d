"""Ibid.: the cite just before, if there is just one (rules R1 to R10 of the specification of the notes)."""

from bisect import bisect_left

from attrs import evolve

from footnotes.model import Cite, Confidence, Reference, take_weaker
from footnotes.resolve.extents import may_hold_page
from footnotes.resolve.links import Link, point_nowhere
from footnotes.resolve.seen import Seen

_FAR = 3
"""From how many notes of mere commentary on it is a guess that Ibid. reaches across them (R4)."""


def resolve_ibid(cite: Cite, seen: Seen) -> Link:
    """The previous cite of the note, else the only work of the note before."""
    link = _find_antecedent(cite, seen)
    work = seen.works.get(link.target) if link.target else None
    if work is None or cite.locator is None or "ambiguous_multi" in link.flags:
        return link
    if _is_outside(work.stated, cite.locator.label, cite.locator.value):
        return evolve(link, confidence=Confidence.LOW, flags=(*link.flags, "locator_out_of_range"))
    return link


def _is_outside(work: Reference, label: str, value: str) -> bool:
    """Whether a page lies outside the printed extent of an article or chapter (R11)."""
    return work.page is not None and not may_hold_page(work, label, value)


def _find_antecedent(cite: Cite, seen: Seen) -> Link:
    earlier = seen.by_note.get(cite.note)
    if earlier:
        return _follow(earlier[-1], seen, Confidence.HIGH)
    note, skipped, lost = _find_previous_note(cite, seen)
    if note is None:
        return point_nowhere("ibid", "orphan")
    confidence, flags = _weigh_distance(skipped, lost=lost)
    ids = seen.by_note[note]
    last, _ = seen.resolved[ids[-1]]
    if last.section != cite.section:
        confidence, flags = Confidence.LOW, (*flags, "crosses_section")
    targets = {seen.resolved[one][1].target for one in ids}
    if len(targets) > 1:
        return _choose(cite, ids, seen, flags)
    link = _follow(ids[-1], seen, confidence, flags)
    if len(ids) > 1 and cite.locator is None:
        # R2b: one work, but cited at several places.
        return _weaken(link, "locator_uncertain")
    return link


def _find_previous_note(cite: Cite, seen: Seen) -> tuple[int | None, int, bool]:
    """The last note with a cite, how many without one lie between, and whether a note is lost there."""
    at = bisect_left(seen.numbers, cite.note) - 1
    skipped, following, lost = 0, cite.note, False
    while at >= 0:
        number = seen.numbers[at]
        lost = lost or following - number > 1
        if seen.by_note.get(number):
            return number, skipped, lost
        skipped, following, at = skipped + 1, number, at - 1
    return None, skipped, lost


def _weigh_distance(skipped: int, *, lost: bool) -> tuple[Confidence, tuple[str, ...]]:
    confidence, flags = Confidence.HIGH, list[str]()
    if skipped:
        confidence = Confidence.LOW if skipped >= _FAR else Confidence.MEDIUM
        flags.append("skipped_commentary")
    if lost:
        confidence = take_weaker(confidence, Confidence.MEDIUM)
        flags.append("lost_note")
    return confidence, tuple(flags)


def _follow(antecedent: str, seen: Seen, confidence: Confidence, flags: tuple[str, ...] = ()) -> Link:
    _, resolution = seen.resolved[antecedent]
    if resolution.target is None:
        # The link is kept, so that all that follow an unknown work stay together (R8).
        return evolve(
            point_nowhere("ibid", "antecedent_unresolved", resolution.candidates), antecedent=antecedent
        )
    weaker = take_weaker(confidence, resolution.confidence)
    return Link("ibid", weaker, antecedent, resolution.target, flags=flags)


def _weaken(link: Link, flag: str) -> Link:
    confidence = take_weaker(link.confidence, Confidence.MEDIUM)
    return Link(link.rule, confidence, link.antecedent, link.target, link.candidates, (*link.flags, flag))


def _choose(cite: Cite, ids: list[str], seen: Seen, flags: tuple[str, ...]) -> Link:
    """Several works in the note before (R2): the one that the locator fits, else the last, doubtfully."""
    fitting = [one for one in ids if _may_hold(cite, seen, one)]
    known = tuple(ids)
    if cite.locator is not None and len(fitting) == 1:
        target = seen.resolved[fitting[0]][1].target
        all_flags = (*flags, "ambiguous_multi", "locator_disambiguated")
        return Link("ibid", Confidence.MEDIUM, fitting[0], target, known, all_flags)
    _, resolution = seen.resolved[ids[-1]]
    if resolution.target is None:
        return point_nowhere("ibid", "antecedent_unresolved", known)
    return Link("ibid", Confidence.LOW, ids[-1], resolution.target, known, (*flags, "ambiguous_multi"))


def _may_hold(cite: Cite, seen: Seen, candidate: str) -> bool:
    target = seen.resolved[candidate][1].target
    work = seen.works.get(target) if target else None
    return work is not None and (
        cite.locator is None or may_hold_page(work.stated, cite.locator.label, cite.locator.value)
    )
