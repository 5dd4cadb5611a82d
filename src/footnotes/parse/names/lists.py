"""Lists of names, cut where commas and words divide them."""

import re

from footnotes.parse.names.persons import BETWEEN_SURNAMES, is_person
from footnotes.parse.vocabulary import load_words

# The first look is for what it can begin with: it is tried at every character.
SEPARATOR = re.compile(
    r"(?=[\s,;&/])(?:\s*(?<!/)/(?!/)\s*(?=[^\W\d_a-z])"
    r"|,?\s+(?:and(?!\s+others\b)|und|u\.|sowie|et(?!\s+al)|e|y|i|ve|və|и|та|en|og|och)\s+"
    r"|,?\s*&\s*|\s*;\s*|\s*,\s+(?!(?:Jr|Sr)\b|I{2,3}\b))"
)
_ET_AL = re.compile(
    r",?\s+(?:et\s+al\.?|et\s+alii|(?:and|&)\s+others|u\.\s?a\.|и\s+др\.|vd\.|v\.\s?dğr\.|və\s+b\.|i\s+in\.|e\.\s?a\.)\s*$",
    re.IGNORECASE,
)
_ENDS_OF_OTHERS = {".", "l", "i", "s", ""}
_SURNAME_ALONE = re.compile(r"[^\W\d_a-z][\w'’-]+\s*(?:$|[,;:(])")


def drop_others(text: str) -> str:
    """`text` without words at its end that stand for further persons (`et al.`, `u. a.`)."""
    return _ET_AL.sub("", text) if text.rstrip()[-1:].lower() in _ENDS_OF_OTHERS else text


def split_names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the names in the list `text[start:end]`, divided by commas and by "and"."""
    pieces, at = [], start
    for match in SEPARATOR.finditer(text, start, end):
        if _joins_surnames(text[at : match.start()], match.group().strip(), text[match.end() : end]):
            continue
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, end))
    if text.find("[", start, end) >= 0:
        pieces = [_trim_bracket(text, *piece) for piece in pieces]
    return [piece for piece in pieces if piece[0] < piece[1]]


def find_joined_end(text: str, start: int, end: int) -> int | None:
    """The end of the names at `start` of `text`, of which a word joins the last as in English; or None.

    A periodical or a series follows them behind a comma as one more name would:
    `by Michael Pollan, New York Times`. Behind full names none is a surname alone.
    """
    last = at = None
    for begin, stop in split_names(text, start, end):
        piece = text[begin:stop]
        if not is_person(piece) or (at is not None and " " not in piece and " " in text[start:at]):
            break
        if at is None or text[at:begin].strip(" ,"):
            last = stop
        at = stop
    return last


def _trim_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """The name in `text[start:end]` without brackets: `[Daniel Defoe]`, `George Orwell [Eric Blair]`.

    They hold a name that the work does not print (Chicago).
    """
    opened = text.find("[", start, end)
    if opened < 0 or text[end - 1] != "]" or not is_person(text[opened + 1 : end - 1]):
        return start, end
    return (start + 1, end - 1) if opened == start else (start, start + len(text[start:opened].rstrip()))


def _joins_surnames(before: str, joint: str, after: str) -> bool:
    """Whether "y" stands between the two surnames of one person, as in `José Ortega y Gasset`."""
    return joint in BETWEEN_SURNAMES and " " in before and _SURNAME_ALONE.match(after) is not None


def are_persons(text: str) -> bool:
    """Whether `text` is a list of persons' names and nothing else."""
    text = drop_others(text)
    pieces = [text[start:end] for start, end in split_names(text, 0, len(text))]
    return bool(pieces) and all(is_person(piece) for piece in pieces)


def are_full_names(names: str) -> bool:
    """Whether `names` is a list of persons, none of whom is named by the surname alone."""
    names = drop_others(names)
    pieces = [names[a:b] for a, b in split_names(names, 0, len(names))]
    return bool(pieces) and all(is_person(piece) and _is_full(piece) for piece in pieces)


def _is_full(name: str) -> bool:
    """Whether `name` is more than a surname: two words, or that of an author who has no other (`Plato`)."""
    return len(name.split()) > 1 or name in load_words("mononyms")
