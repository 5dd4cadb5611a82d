"""The names of a short form: surnames, joined as the full citation joins them."""

import re
from itertools import pairwise

from footnotes.formats.name_words import stands_for_others
from footnotes.model import AnyName, Cite, LiteralName, Name, Reference, Span
from footnotes.rewrite.printed import Paper

_MOST = 3
"""How many names are written before "et al." takes the place of all but the first (CMOS 17, 14.76)."""
_LONGEST_JOINT = 6
_AND_OTHERS = re.compile(r",?\s(?:et al\.?|u\.\s?a\.|и др\.?|vd\.|i in\.|e\.\s?a\.|və b\.)")
_ROLES = ("author", "editor", "translator")


def shorten_names(paper: Paper, work: Reference, root: Cite) -> str:
    """Those under whose names `work` is cited, by surname; with given names where a surname is shared.

    `root` is the full citation: its words tell how two names are joined, and whether there are others.
    """
    printed = print_names(paper, root) or ""
    people = [one for one in work.creators if not stands_for_others(one)]
    names = [_shorten_name(paper, one, work.key, printed) for one in people]
    if not names:
        return ""
    role = next(one for one in _ROLES if getattr(work, one))
    places = [place.span for place in root.places if place.variable == role]
    others = _AND_OTHERS.match(paper.text, places[-1].end) if places else None
    if others:
        return _join(names, None) + " ".join(f" {others.group().lstrip(' ,')}".split("\n"))
    if len(names) > _MOST:
        return f"{names[0]} et al."
    gaps = [paper.text[a.end : b.start] for a, b in pairwise(places)]
    joints = [" ".join(f"<{gap}>".split())[1:-1] for gap in gaps]
    fitting = len(joints) == len(names) - 1 and all(len(one) <= _LONGEST_JOINT for one in joints)
    return _join(names, joints if fitting else None)


def print_names(paper: Paper, work: Cite) -> str | None:
    """The authors of a full citation as it prints them, or None if it prints none."""
    spans = [place.span for place in work.places if place.variable == "author"]
    return paper.fold(work.note, Span(spans[0].start, spans[-1].end)) if spans else None


def _join(names: list[str], joints: list[str] | None) -> str:
    joints = joints or [", "] * (len(names) - 2) + ([", and " if len(names) > 2 else " and "])  # noqa: PLR2004 - a list has a comma before its "and"
    return "".join(name + joint for name, joint in zip(names, [*joints[: len(names) - 1], ""], strict=True))


def _shorten_name(paper: Paper, name: AnyName, work: str, printed: str) -> str:
    if isinstance(name, LiteralName):
        return name.literal
    family = _find_compound(paper, name, work) or name.family
    if family not in printed and family.upper() in printed:
        # Brazilian references have "HOLANDA, Sérgio Buarque de".
        family = family.upper()
    surname = " ".join(part for part in (name.non_dropping_particle, family) if part)
    # Turabian: where two people share a surname the whole name stands.
    return f"{name.given} {surname}" if name.given and paper.works.is_shared(name) else surname


def _find_compound(paper: Paper, name: Name, work: str) -> str | None:
    """The compound surname by which the author cites this person short ("Menéndez Pelayo"), or None."""
    whole = f"{name.given or ''} {name.family}"
    found = (one for one in paper.named.get(work, ()) if whole.endswith(f" {one}") and one != name.family)
    return next((one for one in found if "." not in one), None)
