"""Short names that a note declares: "hereafter cited as *Trade*", "(Working Time Directive)"."""

import functools
import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from footnotes.parse.landmarks import Landmarks, Stretch
from footnotes.parse.locators import match_locator
from footnotes.parse.readings import STATING, FoundCite, Reading
from footnotes.parse.vocabulary import load_words
from footnotes.text.quotes import strip_quotes

_CITED = (
    r"(?:\s+(?:cited|abbreviated|referred\sto|quoted|zitiert|zit\.|abgekürzt|abrégé|cité|citato|cit\.|citado"
    r"|cytowane|cyt\.|olarak))?"
)
_AS = r"(?:\s+(?:as|als|comme|come|como|jako|wie|simply|only))?\s*[:=—–-]?\s+"
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’&/-]*(?:\s(?:[^\W\d_a-z][\w'’&/-]*|(?:of|and|the|for|de|der|und|des)(?=\s[^\W\d_a-z]))){0,6}"
)
# "(Working Time Directive)" after a statute (OSCOLA 2.2.1), and "(“HRW Report”)" after anything.
_BRACKETED = re.compile(r"[,\s]*[(\[](?P<name>[\"“‘„«][^()\[\]]{2,60}?[\"”’“»])[)\]]")
_BARE = re.compile(r"[,\s]*[(\[](?P<name>[^\W\d_a-z][^()\[\]\d]{1,60}?)[)\]]")
_NAMED_BY_LAW = {"legislation", "regulation", "treaty", "bill", "legal_case"}
_OPENING = '"“‘„«'
# A declared name ends where a place, a mark or the cite does, not in the middle of a sentence.
_NAME_END = re.compile(
    r"[,.]?(?P<close>[\"”’“»]?)(?=\s*(?:$|[.,;:)(]|(?:at\s)?[\d§]|[^\W\d_]{1,5}\.?\s?\d))"
)
_GAP = re.compile(r"\s*[,.:]?\s*(?=\S)")
_REACH = 160
"""How far behind a citation its short name is looked for, in characters."""
_SHORTEST = 2


@functools.cache
def _lead() -> re.Pattern[str]:
    words = sorted(load_words("declarations"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}){_CITED}{_AS}", re.IGNORECASE)


def leads_to_declaration(text: str, start: int, end: int) -> bool:
    """Whether words that declare a short name stand at `start` of `text`."""
    return _lead().match(text, start, end) is not None


def find_declaration(landmarks: Landmarks, start: int, end: int, kind: str) -> str | None:
    """The short name that a work of the type `kind` is given between `start` and `end`, or None."""
    text = landmarks.text
    last = min(end, start + _REACH)
    if last - start < _SHORTEST:
        return None
    lead = _lead().search(text, start, last)
    if lead is not None:
        return _read_name(landmarks, lead.end(), last)
    match = _BRACKETED.match(text, start, last)
    if match is None and kind in _NAMED_BY_LAW:
        match = _BARE.match(text, start, last)
    return strip_quotes(match["name"]).strip(" ,.") if match else None


def _read_name(landmarks: Landmarks, start: int, end: int) -> str | None:
    """The name at `start`: in italics, in quotation marks, or in capitals."""
    for ranges in (landmarks.emphases, landmarks.quotations):
        found = next((one for one in ranges if one[0] == start and one[1] <= end), None)
        if found is not None:
            return strip_quotes(landmarks.text[slice(*found)]).strip(" ,.:")
    match = _NAME.match(landmarks.text, start, end)
    name = match.group().rstrip(".,") if match else ""
    return name if len(name) >= _SHORTEST else None


def match_declared(stretch: Stretch, declared: Iterable[str]) -> Reading | None:
    """One of the `declared` names at the start of `stretch`, with its place: `*Trade*, 40`."""
    text = stretch.landmarks.text
    start = stretch.start + (text[stretch.start : stretch.start + 1] in _OPENING)
    fitting = (name for name in declared if text.startswith(name, start, stretch.end))
    name = max(fitting, key=len, default="")
    ended = _NAME_END.match(text, start + len(name), stretch.end) if name else None
    if ended is None:
        return None
    places = (("title", start, start + len(name)),)
    end = ended.end() if ended["close"] else start + len(name)
    reading = Reading("document", {"title": name}, places, None, stretch.start, end)
    gap = _GAP.match(text, ended.end(), stretch.end)
    page = match_locator(text, gap.end(), stretch.end) if gap else None
    if page is None:
        return reading
    place = ("locator", page.value_start, page.end)
    return evolve(reading, locator=page.locator, places=(*places, place), end=page.end)


def add_declarations(cut: Sequence[Stretch], found: list[FoundCite]) -> list[FoundCite]:
    """`found`, the cites of one note, with the short names that the words behind them declare."""
    ends = [*(one.reading.start for one in found[1:]), cut[-1].end if cut else 0]
    return [_add_declaration(cut[0].landmarks, *one) for one in zip(found, ends, strict=False)]


def _add_declaration(landmarks: Landmarks, one: FoundCite, end: int) -> FoundCite:
    if one.form not in STATING:
        return one
    declared = find_declaration(landmarks, one.reading.end, end, one.reading.type)
    return evolve(one, declares=declared) if declared else one
