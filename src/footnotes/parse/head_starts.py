"""Where the names before a marked title begin, behind words that lead to them."""

import re

from footnotes.parse.idem import is_idem, load_last_words
from footnotes.parse.landmarks import Stretch
from footnotes.parse.names.lists import are_full_names, are_persons
from footnotes.parse.names.persons import is_caseless
from footnotes.parse.names.reading import find_inverted_capitals
from footnotes.parse.prose import is_prose
from footnotes.parse.role_words import strip_role
from footnotes.parse.titles import FoundTitle
from footnotes.parse.vocabulary import load_words

_COLON = re.compile(r":\s+$")
# "the contributions in D. Brewer and J. Hayes, eds., *Volume*": words, and then the names.
_LEADS_TO_NAMES = re.compile(r"\s(?:in|by|of|from|to)\s$")
_NAMES_AT_END = re.compile(r"\s(?:in|by|of|from|to)\s(?P<names>[^\W\d_a-z][^,;:]*),?\s*$")
_ENTRY_WORD = re.compile(r"(?<=[,:]\s)(?:Art\.|Artikel|Lemma|s\.\s?v\.|voce|entrée|art\.|v\.)\s?$")
_TAIL = 100
"""How long such names may be, in characters."""
# "in" is a particle in "in 't Veld" alone.
_PREPOSITION = re.compile(r"in\s(?!['’]t)")
_WORD_START = re.compile(r"(?<!\S)\S")


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
        if are_full_names(names):
            return match.start()
    return None


def _may_be_names(head: str) -> bool:
    bare = head.rstrip()
    ends = bare.endswith((",", ":", "ed.", "eds.", ")"))
    return ends and bare[:1].isalpha() and not is_prose(bare.rstrip(" ,:"))
