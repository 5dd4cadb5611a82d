"""How sure it is that two entries are one work, and on what evidence."""

from footnotes.collect.comparing import compare_works
from footnotes.collect.evidence import Bearing, Evidence
from footnotes.collect.marks import TELLING, is_told_apart
from footnotes.collect.traits import Traits
from footnotes.collect.types_of_works import ARTICLES, CHAPTERS, PERIODIC
from footnotes.collect.vocabulary import load_words
from footnotes.model import Confidence, Date

_RANKS = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)
_IDENTIFIERS = {"DOI", "PMID"}
_GENERIC = load_words("generic")
_OF_PLACE = ("DOI", "PMID", "URL", "pages")
"""What tells works of one title apart where all of it is the same."""


def judge_pair(one: Traits, other: Traits) -> tuple[Confidence, tuple[Evidence, ...]]:
    """How sure it is that two works are one, with the evidence.

    The confidence is `NONE` where they are two, or nothing says that they are one. A DOI or a PubMed number
    that both have outweighs a wrong year, page or name of a journal; it outweighs neither other people nor
    another volume. Every difference that entries of one work may have takes one step from the confidence.
    """
    found: list[Evidence] = []
    for evidence in compare_works(one, other):
        found.append(evidence)
        if evidence.bearing is Bearing.NEVER:
            return Confidence.NONE, tuple(found)
    has_identifier = any(one.what in _IDENTIFIERS and one.bearing is Bearing.SAME for one in found)
    apart = [evidence for evidence in found if evidence.bearing is Bearing.APART]
    if apart and not has_identifier:
        return Confidence.NONE, tuple(found)
    doubts = sum(evidence.doubts for evidence in found)
    if has_identifier:
        # Another title, or several other facts, mean that an identifier was copied along.
        copied = any(evidence.what == "title" and one.title and other.title for evidence in apart)
        doubts = max(2 if copied else 0, len(apart) - 1, 1 if apart else 0, doubts - 3)
    else:
        doubts += _weigh_common_title(one, other, found) - _weigh_number(found)
        doubts = max(doubts, TELLING if is_told_apart(one, other, found) else 0)
    # No address and no ISBN makes it certain that a film is a record.
    least = int(any(one.what == "type" for one in found))
    doubts = max(doubts, least)
    confidence = _RANKS[doubts] if doubts < len(_RANKS) else Confidence.NONE
    return confidence, tuple(found)


def _weigh_number(found: list[Evidence]) -> int:
    """An ISBN or an address that both have takes a doubt away."""
    return int(any(one.what in {"ISBN", "URL"} and one.bearing is Bearing.SAME for one in found))


def _weigh_common_title(one: Traits, other: Traits, found: list[Evidence]) -> int:
    """The doubts where many works bear the title: an Introduction, the column of a newspaper."""
    same = {evidence.what for evidence in found if evidence.bearing is Bearing.SAME}
    types = {one.work.type, other.work.type}
    if same & set(_OF_PLACE):
        return 0
    if types & PERIODIC:
        return 0 if "date" in same and _has_day(one) and _has_day(other) else 2
    is_generic = one.title in _GENERIC or one.title.split()[:1] == ["review"]
    if is_generic:
        return 2 if types & (ARTICLES | CHAPTERS) or not one.creators else 1
    return 0


def _has_day(traits: Traits) -> bool:
    return isinstance(traits.work.issued, Date) and traits.work.issued.start.day is not None
