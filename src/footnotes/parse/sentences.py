"""Where the sentences of a note end: full stops that no abbreviation, signal or place explains."""

import re

from footnotes.parse.idem import load_last_words, match_idem
from footnotes.parse.landmarks import Landmarks
from footnotes.parse.locators import match_locator
from footnotes.parse.names.reading import find_inverted_capitals
from footnotes.parse.signals import match_signal
from footnotes.parse.volumes import match_volume

_SENTENCE_END = re.compile(r"[.?!…]+[\"”’»)\]]*\s+(?=[\"“‘„«(\[]*(?P<next>\w))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.\-])(?:[^\W\d_]|eds?|edn|trans|tr|transl|vols?|nos?|pp?|chap|ch|cf|viz|e\.g|i\.e|etc|al|ca|c|fl|Dr|Mr|Mrs"
    r"|Ms|St|Ste|Prof|Rev|Gen|Col|Jr|Sr|rev|repr|fol|fols|ff?|art|sec|para|fig|pt|bk|n|nn|Univ|Dept|Inc|Co|Ltd|Bd|Bde"
    r"|Hg|Hrsg|Aufl|Nr|Jg|bzw|dies|ders|dens|vgl|S|zit|ebd|Ibid|ibid|op|loc|cit|id|Id|dir|coll|trad|éd|cfr|vd|ed|Ph|Jan|Feb|Mar|Apr|Jun"
    r"|Art|Diss|diss|Habil|phil|Phil|iur|jur|Jul|Aug|Sept?|Oct|Nov|Dec|стр|гл|см|ср|ред|изд|т|с|вып|ss|bkz|krş|çev|haz|zob|por|wyd|red|nr)\.$"
)
# "Заголовок. URL: https://...": the address belongs to what stands before it.
_IDENTIFIERS = ("URL", "DOI", "ISBN")
_LONGEST_INVERTED = 60
_LAST_WORDS = re.compile(r"(?<!\w)[^\W\d_]")
_LONGEST_SIGNAL = 20
# "im 19. Jahrhundert", "1. Session": a numeral of order in German and the languages around.
_ORDINAL = re.compile(
    r"\D{0,2}\d{1,2}\.\s(?:Jahrhunderts?|Jh|Aufl|Auflage|Session|Sitzung|Legislaturperiode|Band|Bde?|Heft|Kapitel|Teil"
    r"|und|bis|u\.)\b|\D{0,2}\d{1,2}\.\s(?:und|bis)\s"
)
# "Оп. 3. Кн. 132. Л. 45": units of an archive that are no locators elsewhere.
_UNIT = re.compile(r"(?:Кн|Карт|Стб|Ед\.\s?хр|Св|Кор|Папка|Ч)\.\s?\d")


def find_sentence_ends(landmarks: Landmarks) -> list[tuple[int, int]]:
    """What ends each sentence before another one, from its full stop to the next word."""
    return [m.span() for m in _SENTENCE_END.finditer(landmarks.text) if _ends_sentence(landmarks, m)]


def _ends_signal(text: str, dot: int) -> bool:
    """Whether the full stop before `dot` belongs to a signal ("Cf.", "zit. nach", "См.")."""
    for word in _LAST_WORDS.finditer(text, max(0, dot - _LONGEST_SIGNAL), dot):
        found = match_signal(text, word.start(), len(text))
        if found is not None and found[0] == dot:
            return True
    return False


def _ends_idem(text: str, dot: int) -> bool:
    """Whether the full stop before `dot` stands behind a word for the author ("Она же. Лунин")."""
    before = text[max(0, dot - _LONGEST_SIGNAL) : dot - 1]
    if before[before.rfind(" ") + 1 :].casefold() not in load_last_words():
        return False
    words = (word.start() for word in _LAST_WORDS.finditer(text, max(0, dot - _LONGEST_SIGNAL), dot))
    return any(match_idem(text, start, dot) in {dot - 1, dot} for start in words)


def _ends_sentence(landmarks: Landmarks, match: re.Match[str]) -> bool:
    """Whether a full stop before a capital ends a sentence, as after an abbreviation it does not."""
    if not landmarks.is_open(match.start()) or not match["next"].isupper():
        return False
    before = landmarks.text[max(0, match.start() - _LONGEST_INVERTED) : match.start()]
    if landmarks.text.startswith(_IDENTIFIERS, match.end()) or find_inverted_capitals(before) is not None:
        return False
    if _ORDINAL.match(landmarks.text, match.start() - 3) or _UNIT.match(landmarks.text, match.end()):
        return False
    place = match_locator(landmarks.text, match.end(), len(landmarks.text))
    if place is not None and place.labelled:
        # "Там же. С. 68": in Russian a full stop divides the parts of a citation.
        return False
    dot = match.start() + 1
    if _ends_signal(landmarks.text, dot) or _ends_idem(landmarks.text, dot):
        return False
    abbreviated = _ABBREVIATION.search(landmarks.text[max(0, dot - 8) : dot]) is not None
    # So it does before a volume or an issue: "1994. Вып. 4".
    return not abbreviated and match_volume(landmarks.text, match.end(), len(landmarks.text)) is None
