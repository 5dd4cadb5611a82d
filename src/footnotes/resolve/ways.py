"""The way from a back-reference back to a source: notes without a cite, lost notes, new sections."""

import re
from bisect import bisect_left

from attrs import evolve, frozen

from footnotes.model import Cite, Confidence
from footnotes.resolve.links import Link, doubt
from footnotes.resolve.seen import Seen
from footnotes.resolve.works import Work
from footnotes.text.likely_sources import looks_like_source

UNREAD = "unread_source"
"""What a cite is flagged with behind which something looks like a source and was not read."""
_DIGIT = re.compile(r"\d")
_FAR = 3
"""From how many notes of mere commentary on it is a guess that a form reaches across them (R4)."""


@frozen
class Way:
    """The last note with a cite, and what lies between."""

    note: int
    skipped: tuple[str, ...]
    """The texts of the notes without a cite."""
    lost: bool
    """Whether a note is missing."""


def find_way(cite: Cite, seen: Seen) -> Way | None:
    """The way to the last note before that of `cite` that has a cite; None if there is none."""
    at = bisect_left(seen.notes, cite.note, key=lambda note: note.number) - 1
    skipped, following, lost = list[str](), cite.note, False
    while at >= 0:
        note = seen.notes[at]
        lost = lost or following - note.number > 1
        if seen.by_note.get(note.number):
            return Way(note.number, tuple(skipped), lost)
        # A pointer to the paper itself has a number, and is no source for all that.
        skipped.append(_DIGIT.sub("", note.text) if note.number in seen.pointing else note.text)
        following, at = note.number, at - 1
    return None


def weigh_way(link: Link, way: Way, cite: Cite, seen: Seen) -> Link:
    """`link` with what makes the way to it doubtful: commentary, a lost note, a new chapter."""
    if way.skipped and link.target is not None:
        far = Confidence.LOW if len(way.skipped) >= _FAR else Confidence.MEDIUM
        link = doubt(link, "skipped_commentary", far)
        if any(map(looks_like_source, way.skipped)):
            # "CAB 23/45", "Hansard vol 330 col 12": a source, perhaps, that was not read as one.
            link = doubt(link, UNREAD, Confidence.LOW)
        others = [work.root.id for text in way.skipped for work in _list_others(text, link, seen)]
        if others:
            # R4b: an author wrote "as Jones has shown", and may have meant Jones.
            known = link.candidates or (link.target,)
            candidates = tuple(dict.fromkeys((*known, *others)))
            link = evolve(link, confidence=Confidence.LOW, candidates=candidates)
    if way.lost:
        link = doubt(link, "lost_note")
    last, _ = seen.resolved[seen.by_note[way.note][-1]]
    return doubt(link, "crosses_section", Confidence.LOW) if last.section != cite.section else link


def _list_others(text: str, link: Link, seen: Seen) -> list[Work]:
    """The works that `text` may mean and `link` does not; an Idem means all of its author."""
    meant = seen.works[link.target] if link.target in seen.works and link.target else None
    own = set(meant.surnames) if meant and link.rule == "idem" else set[str]()
    return [work for work in seen.list_named(text) if work is not meant and not own & {*work.surnames}]


def weigh_author(source: str, cite: Cite, seen: Seen) -> Link:
    """How sure it is that an Idem in `cite` stands for the author of the cite `source`.

    The way is that of an Ibid. in its place: an author behind a note that was not read may be its author.
    """
    work = seen.find_work(source)
    link = Link("idem", Confidence.HIGH, source, work.root.id if work else None)
    before = seen.resolved[seen.last][0] if seen.last else cite
    if UNREAD in before.flags:
        link = doubt(link, UNREAD)
    way = find_way(cite, seen) if before.note != cite.note else None
    return weigh_way(link, way, cite, seen) if way else link
