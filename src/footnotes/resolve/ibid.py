"""Ibid.: the cite just before, if there is just one (rules R1 to R11 of the specification of the notes)."""

from attrs import evolve

from footnotes.model import Cite, Confidence, list_levels, take_weaker
from footnotes.resolve.clues import find_named_candidate
from footnotes.resolve.extents import may_hold
from footnotes.resolve.links import Link, doubt, point_nowhere
from footnotes.resolve.seen import Seen
from footnotes.resolve.ways import UNREAD, find_way, weigh_way


def resolve_ibid(cite: Cite, seen: Seen) -> Link:
    """The previous cite of the note, else the only work of the note before."""
    link = _find_antecedent(cite, seen)
    if link.antecedent in seen.consulted:
        link = evolve(link, flags=(*link.flags, "nested_source"))
    work = seen.works[link.target] if link.target is not None and link.target in seen.works else None
    if work is None or cite.locator is None or "ambiguous_multi" in link.flags:
        return link
    outside = not may_hold(work.stated, cite.locator.label, cite.locator.value)
    return doubt(link, "locator_out_of_range", Confidence.LOW) if outside else link


def _find_antecedent(cite: Cite, seen: Seen) -> Link:
    earlier = seen.by_note.get(cite.note, [])
    if seen.is_consulted(cite):
        # "Smith, 12, quoted in ibid., 44": Smith is not quoted in Smith, but in the work before.
        earlier = earlier[:-1]
    if earlier:
        return _weigh_unread(_follow(earlier[-1], seen), earlier[-1:], seen)
    before = find_way(cite, seen)
    if before is None:
        return point_nowhere("ibid", "orphan")
    link = _weigh_unread(_find_in_note(cite, seen, before.note), seen.by_note[before.note], seen)
    return weigh_way(link, before, cite, seen)


def _weigh_unread(link: Link, ids: list[str], seen: Seen) -> Link:
    """`link` with a doubt where a source stands behind one of the cites `ids` that was not read as one."""
    unread = any(UNREAD in seen.resolved[one][0].flags for one in ids)
    return doubt(link, UNREAD) if unread and link.antecedent is not None else link


def _find_in_note(cite: Cite, seen: Seen, note: int) -> Link:
    """The source of `note` that is meant, wherever the note stands."""
    ids = seen.by_note[note]
    if len({seen.resolved[one][1].target for one in ids}) > 1:
        return _choose(cite, ids, seen)
    link = _follow(ids[-1], seen)
    # R2b: one work, but cited at several places.
    return doubt(link, "locator_uncertain") if len(ids) > 1 and cite.locator is None else link


def _follow(antecedent: str, seen: Seen, confidence: Confidence = Confidence.HIGH) -> Link:
    _, resolution = seen.resolved[antecedent]
    if resolution.container_of is not None:
        sure = take_weaker(confidence, resolution.confidence)
        return Link("ibid", sure, antecedent, container_of=resolution.container_of, flags=("container_of",))
    if resolution.target is None:
        # The link is kept, so that all that follow an unknown work stay together (R8).
        nowhere = point_nowhere("ibid", "antecedent_unresolved", resolution.candidates)
        return evolve(nowhere, antecedent=antecedent)
    sure = take_weaker(confidence, resolution.confidence)
    # Behind "Strachan, *To Arms*", which only the volume bears, an Ibid. means that volume too.
    flags = ("container_of",) if "container_of" in resolution.flags else ()
    return Link("ibid", sure, antecedent, resolution.target, flags=flags)


def _choose(cite: Cite, ids: list[str], seen: Seen) -> Link:
    """Several works in the note before (R2, section 2.3): never a sure choice."""
    fitting = [one for one in ids if _may_hold(cite, seen, one)]
    if cite.locator is not None and len(fitting) == 1:
        return _choose_one(fitting[0], ids, seen, Confidence.MEDIUM, "locator_disambiguated")
    if cite.locator is None and seen.profile.ibid_means_all:
        flags = ("ambiguous_multi", "refers_to_all")
        return Link(
            "ibid", Confidence.MEDIUM, ids[0], candidates=tuple(ids), flags=flags, refers_to_all=tuple(ids)
        )
    named = find_named_candidate(cite, fitting or ids, seen)
    if named is not None:
        return _choose_one(named, ids, seen, Confidence.MEDIUM, "author_from_body")
    return _choose_one(ids[-1], ids, seen, Confidence.LOW)


def _choose_one(chosen: str, ids: list[str], seen: Seen, most: Confidence, *reasons: str) -> Link:
    link = _follow(chosen, seen, most)
    flags = ("ambiguous_multi", *reasons) if link.target is not None else link.flags
    return evolve(link, candidates=tuple(ids), flags=flags)


def _may_hold(cite: Cite, seen: Seen, candidate: str) -> bool:
    """Whether the work of `candidate` can have the place cited; of an unknown one nobody can deny it."""
    work = seen.find_work(candidate)
    levels = list_levels(cite.locator) if cite.locator else ()
    return work is None or all(may_hold(work.stated, *level) for level in levels)
