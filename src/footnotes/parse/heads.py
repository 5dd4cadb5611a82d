"""The head of a citation: the names before a title, and where they end."""

import re
from collections.abc import Sequence

from footnotes.parse.anonymous import match_anonymous
from footnotes.parse.idem import match_idem
from footnotes.parse.imprint_starts import begins_imprint
from footnotes.parse.landmarks import Stretch
from footnotes.parse.names.family_first import match_family_first
from footnotes.parse.names.inverted import begins_inverted, may_begin_list, read_inverted_list
from footnotes.parse.names.lists import are_full_names, are_persons
from footnotes.parse.names.persons import is_person
from footnotes.parse.names.reading import read_names
from footnotes.parse.parts import recognise
from footnotes.parse.role_words import strip_role

_PIECE_END = re.compile(r"(?<!URL)(?<!DOI)[,:](?=\s)")
_HEAD_END = re.compile(rf"{_PIECE_END.pattern}|\s//\s")
_LAST_JOINED = re.compile(r"\s(?:and|und|u\.|&|et|e|y|и)\s[^,]*$")
# "Eigen-Sinn. Fabrikalltag": a sentence ends in no name.
_INNER_STOP = re.compile(r"[\w-]{5,}\.\s")
_TITLES = {None, "quoted", "emphasised"}
"""As what a part is recognised that may be a title."""
# "Against Interpretation, and Other Essays (": behind the last of a list of names a title would follow.
_LAST_WORDS = re.compile(r"\s*(?:and|or|&|und|et|e|y)\s[^,(]*\(")
_MOST_PIECES = 8
"""How many commas a list of inverted names is looked for before."""
_LONGEST_NAMES = 1000
"""How far names are looked for, in characters."""


def find_head_end(stretch: Stretch) -> int:
    """How long the first piece of an unmarked citation is: to the first open comma, colon or `//`."""
    found = (
        m.start()
        for m in _HEAD_END.finditer(stretch.text)
        if stretch.landmarks.is_open(stretch.start + m.start())
    )
    return next(found, len(stretch.text))


def find_names_end(stretch: Stretch) -> int | None:
    """The end of the names at the start: all before a colon, or as many pieces between commas as are names.

    A colon ends the names in German notes (`Karen Barad: Meeting ...`); elsewhere it stands in the title.
    """
    text = stretch.landmarks.text
    nobody = match_anonymous(text, stretch.start, stretch.end)
    if (idem := match_idem(text, stretch.start, stretch.end) or nobody) is not None:
        return idem
    if (family_first := match_family_first(text, stretch.start, stretch.end)) is not None:
        return family_first
    ends = [
        m
        for m in _PIECE_END.finditer(text, stretch.start, min(stretch.end, stretch.start + _LONGEST_NAMES))
        if stretch.landmarks.is_open(m.start())
    ]
    if (inverted := _find_inverted_end(stretch, [match.start() for match in ends])) is not None:
        return inverted
    colon = next((match.start() for match in ends if match.group() == ":"), None)
    if colon is not None and _may_end_at_colon(text[stretch.start : colon]):
        return colon
    return _find_last_name(stretch, ends)


def _find_last_name(stretch: Stretch, ends: Sequence[re.Match[str]]) -> int | None:
    """The last of `ends` up to which all is full names, and behind which there is a title yet."""
    text, best = stretch.landmarks.text, None
    for match in ends:
        if match.group() == ":" or not are_full_names(strip_role(text[stretch.start : match.start()])[0]):
            return best
        last = text[best : match.start()] if best is not None else ""
        if last and _ends_title(last, stretch.cut(match.end() + 1)):
            return best
        best = match.start()
    return best


def _ends_title(last: str, behind: Stretch) -> bool:
    """Whether the piece `last` is a title though it could be a name (`John Smith, Global Salt, vol. 2`)."""
    if strip_role(last)[1] is not None:
        return False
    return (
        _LAST_WORDS.match(behind.text) is not None
        or _INNER_STOP.search(last) is not None
        or not leaves_title(behind)
    )


def leaves_title(rest: Stretch) -> bool:
    """Whether a title can begin at `rest`: if the parts behind it do, the piece before is the title.

    `B. Croce, Storia di Napoli, Bari, Laterza, 1925` and `Marx, Das Kapital, Bd. 1` have one author.
    """
    kind = recognise(rest) if rest.start < rest.end else "end"
    return kind in _TITLES and not begins_imprint(rest)


def _find_inverted_end(stretch: Stretch, ends: Sequence[int]) -> int | None:
    """The end of the longest inverted list before one of `ends` and a title: `Jones, Alan, Rivers`."""
    text = stretch.landmarks.text
    if not ends or not may_begin_list(text[stretch.start : ends[0]], text[ends[0] + 2 : ends[0] + 6]):
        return None
    lists = (
        at
        for at in reversed(ends[:_MOST_PIECES])
        if begins_inverted(text, at, stretch.end)
        and read_inverted_list(strip_role(text[stretch.start : at])[0]) is not None
    )
    return next(lists, None)


def find_single_name_end(stretch: Stretch) -> int | None:
    """The end of a surname at the start (`Levi, ...`, `Гаврилов В. П. Указ. соч.`), or None."""
    text = stretch.text.rstrip(" ,")
    head = text.split(",", 1)[0]
    return stretch.start + len(head) if is_person(head) else None


def _may_end_at_colon(head: str) -> bool:
    """Whether `head` is names: one, an inverted one, or a list that a role or "and" holds together."""
    names, role = strip_role(head)
    if not are_persons(names):
        return False
    if len(read_names(names)) == 1:
        return role is not None or len(names.split()) > 1
    if "," not in names or role is not None:
        return True
    return _LAST_JOINED.search(names) is not None and are_full_names(names)
