"""Cutting a note: where one source ends and the next, or a sentence, begins."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from footnotes.parse.bare_imprints import match_bare_imprint
from footnotes.parse.heads import find_names_end, leaves_title
from footnotes.parse.idem import load_last_words, match_idem
from footnotes.parse.landmarks import Landmarks, Stretch
from footnotes.parse.locators import match_locator
from footnotes.parse.name_lists import are_persons
from footnotes.parse.names import find_inverted_capitals
from footnotes.parse.prose import is_sentence
from footnotes.parse.signals import find_signals, match_signal
from footnotes.parse.volumes import match_volume

# "М.; Л., 1952" are two towns, "Id., 1980" is another work.
_SEPARATOR = re.compile(
    r";\s+(?!repr(?:inted|\.)|(?!(?i:id|ead|iid|ders|dies)\.)[^\W\d_]{1,4}\.,\s\d{4})"
    r"(?:(?:and|und|et|sowie|i|и)\s+)?"
)
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
_LONGEST_NAMES = 200
"""How far names are looked for behind "and", in characters."""
_MOST_JOINED = 3
_JOINT = re.compile(r"(?<=[\d)’”'\"]),?\s+(?:und|sowie|and|et|y|e|и|ve|və)\s+(?:in\s+)?(?=[^\W\d_a-z])")
# "im 19. Jahrhundert", "1. Session": a numeral of order in German and the languages around.
_ORDINAL = re.compile(
    r"\D{0,2}\d{1,2}\.\s(?:Jahrhunderts?|Jh|Aufl|Auflage|Session|Sitzung|Legislaturperiode|Band|Bde?|Heft|Kapitel|Teil"
    r"|und|bis|u\.)\b|\D{0,2}\d{1,2}\.\s(?:und|bis)\s"
)


# "Оп. 3. Кн. 132. Л. 45": units of an archive that are no locators elsewhere.
_UNIT = re.compile(r"(?:Кн|Карт|Стб|Ед\.\s?хр|Св|Кор|Папка|Ч)\.\s?\d")
_PRONOUN = re.compile(r"(?:He|She|They|It|We|I|This|These|Those|There|Er|Wir|Elle|Ils)\s")
_IN_PERIODICAL = " // "
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
# An imprint, with or without its parentheses, and what shows that a citation is complete.
_IMPRINT = re.compile(
    r"\b[^\W\d_a-z]\w{0,12}\.,\s(?:1[4-9]|20)\d\d\b|\([^()]{0,80}\b(?:1[4-9]|20)\d\d\)|[^\W\d_][^,;:()]{1,40}:\s[^;:()]{2,60}?,?\s(?:1[4-9]|20)\d\d\b"
)
# "…, Hamburg/Berlin 1974", "…, Laterza, 1967": German and Romance notes put an imprint between commas.
_COMMA_IMPRINT = re.compile(
    r",\s(?P<words>[^\W\d_a-zß-ÿ][^,;:()\d]{1,40}),?\s(?P<year>(?:1[4-9]|20)\d\d)(?=\s*(?:[.,;]|$))"
)
# "« Histoire et climat », Annales. Économies": what stands behind a quoted title may be a periodical.
_QUOTED_TITLE = re.compile(r"[»”\"]\s?,\s(?:(?:in|dans|en)\s)?[^\W\d_a-z][^,.;:()]{2,40}$")
_START = re.compile(r"")
_COMPLETE = re.compile(
    r"\((?:[^()]*\D)?(?:1[4-9]|20)\d\d\)|https?://|\b(?:pp?|SS?)\.\s?\d|,\s(?!(?:1[4-9]|20)\d\d[-–](?:1[4-9]|20)?\d\d$)\d+(?:[-–]\d+)?$"
)


def cut_units(landmarks: Landmarks) -> list[Stretch]:
    """The stretches between separators and sentence ends, in order."""
    text = landmarks.text
    cuts = [m.span() for m in _SEPARATOR.finditer(text) if landmarks.is_open(m.start())]
    cuts += [m.span() for m in _JOINT.finditer(text) if _joins_citations(landmarks, m)]
    cuts += [m.span() for m in _SENTENCE_END.finditer(text) if _ends_sentence(landmarks, m)]
    units, at = [], 0
    for end, following in sorted(cuts):
        if end > at:
            units.append(Stretch(landmarks, at, end))
            at = following
    units += [Stretch(landmarks, at, len(text))] if at < len(text) else []
    return list(_join_titles(units))


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


def _join_titles(units: list[Stretch]) -> Iterator[Stretch]:
    """Units that full stops inside an unmarked title have cut are one again.

    `Karen Barad: Meeting the Universe. Quantum Physics, Durham: Duke 2007` is one citation.
    """
    at = 0
    while at < len(units):
        more = _count_more(units[at : at + 1 + _MOST_JOINED])
        yield Stretch(units[at].landmarks, units[at].start, units[at + more].end)
        at += more + 1


def _count_more(units: list[Stretch]) -> int:
    """How many units the citation that begins in the first one goes on for: as far as its imprint."""
    first = units[0]
    # "Статья // Вестник МГУ. Сер. 8. История. 1994": a year ends what stands in a periodical.
    inside = _IN_PERIODICAL in first.text or _QUOTED_TITLE.search(first.text) is not None
    if not (inside or _begins_citation(first)) or _COMPLETE.search(first.text):
        return 0
    for count, unit in enumerate(units[1:], start=1):
        between = unit.landmarks.text[units[count - 1].end : unit.start]
        head = unit.text
        imprint = _find_imprint(unit) or (_YEAR.search(head) if inside else None)
        signal = match_signal(unit.landmarks.text, unit.start, unit.end)
        title = head[: imprint.start()] if imprint else head
        if ";" in between or signal or _has_names(unit) or is_sentence(title) or _PRONOUN.match(head):
            return 0
        if imprint:
            return count
    return 0


def _find_imprint(unit: Stretch) -> re.Match[str] | None:
    """The first imprint in `unit`; the month of a date is no place (`…, January 1999`)."""
    places = (
        match
        for match in _COMMA_IMPRINT.finditer(unit.text)
        if not any(one[0] <= unit.start + match.start("words") < one[1] for one in unit.landmarks.dates)
    )
    if match_bare_imprint(unit.landmarks.text, unit.start, unit.end):
        return _START.match(unit.text)
    return min(
        filter(None, (_IMPRINT.search(unit.text), next(places, None))), key=re.Match.start, default=None
    )


def _has_names(unit: Stretch) -> bool:
    """Whether names open `unit`: what an imprint follows at once is a subtitle (`Eine Geschichte, Köln:`).

    So is a place that a colon follows (`Paris: Seuil, 2006`).
    """
    end, text = find_names_end(unit), unit.landmarks.text
    if end is None:
        return False
    after = end + len(text[end : unit.end]) - len(text[end : unit.end].lstrip(" ,"))
    if match_bare_imprint(text, unit.start, unit.end) or match_bare_imprint(text, after, unit.end):
        return False
    return leaves_title(unit.cut(after))


def _begins_citation(unit: Stretch) -> bool:
    """Whether names stand at the start of `unit` or after a signal in it."""
    starts = [
        unit.start,
        *(after for _, _, after in find_signals(unit.landmarks.signals, unit.start, unit.end)),
    ]
    return any(find_names_end(unit.cut(start)) is not None for start in starts)


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
