"""References to the author's own notes: `Smith, supra note 4, at 30`, `Stevens (n 1) 15`, `wie Anm. 12`."""

import re
from collections.abc import Iterator

from attrs import frozen

from footnotes.parse.locators import FoundLocator, match_locator

_WORD = (
    r"(?:notes?|nn?\.?|fn\.?|Fn\.?|Anm\.?|Fußnote|nt\.?|nota|noot|przyp\.|прим\.|сноск[аеу]|ה[\"״]ש|הערה)"
)
_NUMBER = r"(?P<number>\d{1,4}|[ivxlc]{1,8})(?!\w)"
_BEFORE = (
    r"(?:supra|infra|above|below|wie|siehe oben|oben|cit\.,?|préc\.,?|précitée?,?|voir|see|as in|לעיל|להלן)"
)
_AFTER = r"(?:supra|infra|above|below|oben|unten)"
_PATTERN = re.compile(
    rf"{_BEFORE},?\s+(?:at\s+)?{_WORD}\s*{_NUMBER.replace('number', 'first')}(?:\s{_AFTER})?"
    rf"|\((?:wie\s|siehe\s|s\.\s|see\s)?{_WORD}\s*{_NUMBER.replace('number', 'second')}(?:\s{_AFTER})?\)"
    rf"|{_WORD}\s*{_NUMBER.replace('number', 'third')},?\s{_AFTER}"
    rf"|(?<![\w(]){_WORD}\s*{_NUMBER.replace('number', 'fourth')}(?=\s*$)",
    re.IGNORECASE,
)
# One of these is in every reference to a note, and in few sentences: looking for them first is quick.
_WORDS = (
    "note",
    "(n",
    " n ",
    " n. ",
    " nn",
    "fn",
    "anm",
    " nt.",
    "nota",
    "noot",
    "przyp",
    "прим",
    "сноск",
    "fußnote",
    'ה"ש',
    "ה״ש",
    "הערה",
)
FORWARD = "forward_reference"
"""The flag of a reference whose words point at a note to come ("infra note 9")."""
_GAP = re.compile(r"\s*,?:?\s*(?:at\s+)?(?=\S)")
_PLURAL = re.compile(r"(?i:\bnotes|\bnn)\b")
_SEVERAL = re.compile(
    r"\s?(?:,|-|–|&|and|und|et|y|e)\s?(?:nn?\.?\s?|notes?\s)?\d{1,4}(?=[,.;)]|\s|$)(?!\s?[-–]\s?\d)"
)
_POINTS_LATER = re.compile(r"\b(?:infra|below|unten|להלן)\b", re.IGNORECASE)


@frozen
class FoundNoteReference:
    """The words that name a note, the number they name, and the place cited in the source there."""

    start: int
    end: int
    words_end: int
    """Where the words that name the note end, before the place cited."""
    number: str
    later: bool
    """Whether the words point at a note to come ("infra note 9")."""
    locator: FoundLocator | None


def find_note_reference(text: str, start: int, end: int) -> FoundNoteReference | None:
    """The first reference to a note in `text[start:end]`, or None."""
    return next(find_note_references(text, start, end), None)


def may_refer(text: str) -> bool:
    """Whether a word for a note stands in `text`, without which it refers to none."""
    folded = text.casefold()
    return any(word in folded for word in _WORDS)


def find_note_references(text: str, start: int, end: int) -> Iterator[FoundNoteReference]:
    """The references to notes in `text[start:end]`, in order."""
    for match in _PATTERN.finditer(text, start, end):
        if _PLURAL.search(match.group()) and _SEVERAL.match(text, match.end(), end):
            # "supra notes 1 and 2": nobody can be tied to one of them.
            continue
        number = next(value for value in match.groupdict().values() if value)
        gap = _GAP.match(text, match.end(), end)
        found = match_locator(text, gap.end(), end) if gap else None
        later = _POINTS_LATER.search(match.group()) is not None
        place_end = found.end if found else match.end()
        yield FoundNoteReference(match.start(), place_end, match.end(), number, later, found)
