"""Cutting a note: where one source ends and the next, or a sentence, begins."""

import re
from bisect import bisect_left

from footnotes.parse.heads import find_names_end
from footnotes.parse.joined_titles import join_titles
from footnotes.parse.landmarks import Landmarks, Stretch
from footnotes.parse.names.lists import are_persons
from footnotes.parse.sentences import find_sentence_ends

# "М.; Л., 1952" are two towns, "Id., 1980" is another work.
_SEPARATOR = re.compile(
    r";\s+(?!repr(?:inted|\.)|(?!(?i:id|ead|iid|ders|dies)\.)[^\W\d_]{1,4}\.,\s\d{4})"
    r"(?:(?:and|und|et|sowie|i|и)\s+)?"
)
_LONGEST_NAMES = 200
"""How far names are looked for behind "and", in characters."""
_JOINT = re.compile(r"(?<=[\d)’”'\"]),?\s+(?:und|sowie|and|et|y|e|и|ve|və)\s+(?:in\s+)?(?=[^\W\d_a-z])")


def cut_units(landmarks: Landmarks) -> list[Stretch]:
    """The stretches between separators and sentence ends, in order."""
    text = landmarks.text
    cuts = [m.span() for m in _SEPARATOR.finditer(text) if landmarks.is_open(m.start())]
    cuts += [m.span() for m in _JOINT.finditer(text) if _joins_citations(landmarks, m)]
    cuts += find_sentence_ends(landmarks)
    units, at = [], 0
    for end, following in sorted(cuts):
        if end > at:
            units.append(Stretch(landmarks, at, end))
            at = following
    units += [Stretch(landmarks, at, len(text))] if at < len(text) else []
    return list(join_titles(units))


def _joins_citations(landmarks: Landmarks, match: re.Match[str]) -> bool:
    """Whether "and" after a year or page leads to the names, or name and title, of the next citation."""
    following = Stretch(landmarks, match.end(), min(match.end() + _LONGEST_NAMES, len(landmarks.text)))
    if not landmarks.is_open(match.start()):
        return False
    return find_names_end(following) is not None or _leads_to_title(following)


def _leads_to_title(stretch: Stretch) -> bool:
    """Whether a surname and a marked title follow: `Jones, *Small Ports*, 44`."""
    after = (stretch.start, 0)
    ahead = (
        ranges[at]
        for ranges in (stretch.landmarks.emphases, stretch.landmarks.quotations)
        if (at := bisect_left(ranges, after)) < len(ranges)
    )
    marked = min(ahead, default=after)[0]
    head = stretch.cut(stretch.start, marked).text.rstrip()
    return head.endswith((",", ":")) and are_persons(head[:-1])
