"""Citations that full stops inside an unmarked title have cut, made one again."""

import re
from collections.abc import Iterator

from footnotes.parse.bare_imprints import match_bare_imprint
from footnotes.parse.heads import find_names_end, leaves_title
from footnotes.parse.landmarks import Stretch
from footnotes.parse.prose import is_sentence
from footnotes.parse.signals import find_signals, match_signal

_MOST_JOINED = 3
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


def join_titles(units: list[Stretch]) -> Iterator[Stretch]:
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
