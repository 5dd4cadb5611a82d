"""Cutting a note: where one source ends and the next, or a sentence, begins."""

import re

from footnotes.parse.landmarks import Landmarks, Stretch

_SEPARATOR = re.compile(r";\s+(?:(?:and|und|et|sowie|i|и)\s+)?")
_SENTENCE_END = re.compile(r"[.?!…]+[\"”’»)\]]*\s+(?=[\"“‘„«(\[]*(?P<next>\w))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.\-])(?:[^\W\d_]|eds?|edn|trans|tr|transl|vols?|nos?|pp?|chap|ch|cf|viz|e\.g|i\.e|etc|al|ca|c|fl|Dr|Mr|Mrs"
    r"|Ms|St|Ste|Prof|Rev|Gen|Col|Jr|Sr|rev|repr|fol|fols|ff?|art|sec|para|fig|pt|bk|n|nn|Univ|Dept|Inc|Co|Ltd|Bd|Bde"
    r"|Hg|Hrsg|Aufl|Nr|Jg|bzw|vgl|S|zit|ebd|Ibid|ibid|op|loc|cit|id|Id|dir|coll|trad|éd|cfr|vd|ed|Ph|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec|стр|гл|см|ср|ред|изд|т|с|вып|ss|bkz|krş|çev|haz|zob|por|wyd|red|nr)\.$"
)


def cut_units(landmarks: Landmarks) -> list[Stretch]:
    """The stretches between separators and sentence ends, in order."""
    text = landmarks.text
    cuts = [m.span() for m in _SEPARATOR.finditer(text) if landmarks.is_open(m.start())]
    cuts += [m.span() for m in _SENTENCE_END.finditer(text) if _ends_sentence(landmarks, m)]
    units, at = [], 0
    for end, following in sorted(cuts):
        if end > at:
            units.append(Stretch(landmarks, at, end))
            at = following
    return [*units, Stretch(landmarks, at, len(text))] if at < len(text) else units


def _ends_sentence(landmarks: Landmarks, match: re.Match[str]) -> bool:
    """Whether a full stop before a capital ends a sentence, as after an abbreviation it does not."""
    if not landmarks.is_open(match.start()) or not match["next"].isupper():
        return False
    dot = match.start() + 1
    return _ABBREVIATION.search(landmarks.text[max(0, dot - 8) : dot]) is None
