"""The head of a citation: the names before a title, where they begin and where they end."""

import re
from collections.abc import Sequence

from footnotes.parse.anonymous import match_anonymous
from footnotes.parse.idem import is_idem, load_last_words, match_idem
from footnotes.parse.imprint_starts import begins_imprint
from footnotes.parse.inverted_names import begins_inverted, may_begin_list, read_inverted_list
from footnotes.parse.landmarks import Stretch
from footnotes.parse.name_lists import are_persons, drop_others, split_names
from footnotes.parse.names import find_inverted_capitals, read_names
from footnotes.parse.particles import CAPITAL_PARTICLES
from footnotes.parse.parts import recognise
from footnotes.parse.persons import is_caseless, is_person
from footnotes.parse.prose import is_prose
from footnotes.parse.role_words import strip_role
from footnotes.parse.titles import FoundTitle
from footnotes.parse.vocabulary import load_words

_PIECE_END = re.compile(r"(?<!URL)(?<!DOI)[,:](?=\s)")
_HEAD_END = re.compile(rf"{_PIECE_END.pattern}|\s//\s")
_LAST_JOINED = re.compile(r"\s(?:and|und|u\.|&|et|e|y|и)\s[^,]*$")
# "Гаврилов В. П. Порты", "Əliyev H. Müstəqilliyimiz": initials behind the surname, and then the title.
_ONE_FAMILY_FIRST = (
    rf"(?:(?:{'|'.join(sorted(CAPITAL_PARTICLES))})\s)?"
    r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?\s(?:[^\W\d_a-z]\.\s?){1,3}(?<=\.)"
)
_FAMILY_FIRST = re.compile(
    rf"(?P<name>{_ONE_FAMILY_FIRST}(?:,\s{_ONE_FAMILY_FIRST}){{0,4}})(?=\s(?:[^\W\d_]{{2,}}|[^\W\d_](?![\w.])))"
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# ". London: Batsford, 1986. P. 101", " // Slavic Review. 1994": full stops divide the parts, as in GOST.
_GOST = re.compile(
    r"\.\s(?:[–—]\s)?[^\W\d_a-z][^.,:;()]{1,30}(?:\s?:\s[^.;()]{2,40})?,\s(?:1[4-9]|20)\d\d\."
    r"(?:\s(?:[–—]\s)?(?:Pp?|Vol|S|Bd|T)\.\s?\d|\s*$)|\s//\s"
)
_REACH = 300
"""How far behind a name its imprint is looked for, in characters."""
# A surname or two, and what ends the names.
_CAPITALISED = re.compile(
    r"\s(?P<words>(?:[\w'’-]+\s?){1,3}?)\s?(?:,|:|\(|$|(?:and|und|et|u\.|&|eds?\.)\s)"
)
_COLON = re.compile(r":\s+$")
# "the contributions in D. Brewer and J. Hayes, eds., *Volume*": words, and then the names.
_LEADS_TO_NAMES = re.compile(r"\s(?:in|by|of|from|to)\s$")
_NAMES_AT_END = re.compile(r"\s(?:in|by|of|from|to)\s(?P<names>[^\W\d_a-z][^,;:]*),?\s*$")
_ENTRY_WORD = re.compile(r"(?<=[,:]\s)(?:Art\.|Artikel|Lemma|s\.\s?v\.|voce|entrée|art\.|v\.)\s?$")
_TAIL = 100
"""How long such names may be, in characters."""
# "in" is a particle in "in 't Veld" alone.
_PREPOSITION = re.compile(r"in\s(?!['’]t)")
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
_WORD_START = re.compile(r"(?<!\S)\S")


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
        if match.group() == ":" or not _are_full_names(strip_role(text[stretch.start : match.start()])[0]):
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


def match_family_first(text: str, start: int, end: int) -> int | None:
    """The end of `Гаврилов В. П.` where a title follows; in `Robert F. Worth, ...` a surname does."""
    match = _FAMILY_FIRST.match(text, start, end)
    if match is None:
        return None
    if _CYRILLIC.match(match["name"]):
        # In Russian the surname stands first wherever initials follow it.
        return match.end("name")
    if _GOST.search(text, match.end(), match.end() + _REACH):
        return match.end("name")
    following = _CAPITALISED.match(text, match.end(), end)
    words = following["words"].split() if following else []
    is_surname = bool(words) and all(word[0].isupper() for word in words)
    return None if is_surname else match.end("name")


def _may_end_at_colon(head: str) -> bool:
    """Whether `head` is names: one, an inverted one, or a list that a role or "and" holds together."""
    names, role = strip_role(head)
    if not are_persons(names):
        return False
    if len(read_names(names)) == 1:
        return role is not None or len(names.split()) > 1
    if "," not in names or role is not None:
        return True
    return _LAST_JOINED.search(names) is not None and _are_full_names(names)


def _are_full_names(names: str) -> bool:
    names = drop_others(names)
    pieces = [names[a:b] for a, b in split_names(names, 0, len(names))]
    return bool(pieces) and all(is_person(piece) and _is_full(piece) for piece in pieces)


def _is_full(name: str) -> bool:
    """Whether `name` is more than a surname: two words, or that of an author who has no other (`Plato`)."""
    return len(name.split()) > 1 or name in load_words("mononyms")


def strip_entry_word(head: str) -> str:
    """`head` without a word at its end for an entry of a dictionary: `Anna Alt, Art. `."""
    return _ENTRY_WORD.sub("", head)


def find_start(stretch: Stretch, title: FoundTitle) -> int | None:
    """Where the citation with `title` begins in `stretch`; None if prose leads to it.

    The words before a title are the authors if they read like names; of a sentence that leads to a
    citation the names at its end are, and after a colon there are none.
    """
    head = strip_entry_word(stretch.cut(stretch.start, title.outer_start).text)
    # In Hebrew and Arabic notes nothing stands between the author and the title.
    named_only = is_caseless(head) and are_persons(head.strip())
    inverted = find_inverted_capitals(head.rstrip(" .")) == 0
    if is_idem(head) or not head.strip() or inverted or named_only:
        return stretch.start
    if (idem := _find_idem_start(head)) is not None:
        return stretch.start + idem
    named = _find_names_start(head)
    if (
        named is None
        and head[0].islower()
        and (tail := _NAMES_AT_END.search(head, max(0, len(head) - _TAIL)))
    ):
        named = tail.start("names") if are_persons(tail["names"]) else None
    if _may_be_names(head) and not (named and _leads_to_names(head[:named])):
        return stretch.start
    if _COLON.search(head):
        return title.outer_start
    if not head.rstrip().endswith((",", ":", ".", ")")) or named is None:
        return None
    return stretch.start + named


def _find_idem_start(head: str) -> int | None:
    """Where an Idem stands that `head` ends with, behind words of a sentence: "on rivers idem, "."""
    words = head.rstrip(" ,:.").split()
    if not words or words[-1].casefold() not in load_last_words():
        return None
    for match in _WORD_START.finditer(head, 1):
        if not head[match.start() - 1].isspace() or not is_idem(head[match.start() :]):
            continue
        before = head[: match.start()].split()
        return match.start() if all(word.islower() for word in before[1:]) else None
    return None


def _leads_to_names(words: str) -> bool:
    """Whether `words` are those of a sentence that goes on to names: "on ships, ", "the essays by "."""
    first = words.split(maxsplit=1)[0]
    if not first[0].islower() or first in load_words("particles"):
        return False
    return _LEADS_TO_NAMES.search(words) is not None or words.rstrip().endswith(",")


def _find_names_start(head: str) -> int | None:
    """Where the full names of persons begin that `head` ends with; None if it does not end with any."""
    for match in _WORD_START.finditer(head):
        if _PREPOSITION.match(head, match.start()):
            continue
        names = strip_role(head[match.start() :].rstrip(" ,:"))[0]
        if _are_full_names(names):
            return match.start()
    return None


def _may_be_names(head: str) -> bool:
    bare = head.rstrip()
    ends = bare.endswith((",", ":", "ed.", "eds.", ")"))
    return ends and bare[:1].isalpha() and not is_prose(bare.rstrip(" ,:"))
