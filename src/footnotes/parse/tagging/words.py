"""What a token says alone: its kind, its case, the marks at its ends, and the cues it is among."""

import functools
import re
from collections.abc import Iterator

from attrs import frozen

from footnotes.parse.tagging.cues import find_cues

_LEAD = re.compile(r"^[\W_]+")
_TAIL = re.compile(r"[\W_]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-\u2010-\u2013]?)+[^\W\d_]?\.?|[A-Z]{1,3}")
_YEAR = re.compile(r"(?<!\w)(?:1[4-9]\d\d|20[0-3]\d)[a-z]?(?!\w)")
_DASH = r"[-\u2010-\u2015\u2212]+"
# In order of preference; the name is the kind, the whole of the bare token must match.
_NUMBERS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("years", r"\d{3,4}[a-z]?\W+\d{2,4}[a-z]?"),
        ("range", rf"[a-z]{{0,2}}\d+{_DASH}[a-z]{{0,2}}\d+"),
        ("volume(issue)", r"\d+\(.+\)?"),
        ("number.number", r"\d+[.:/,]\d+"),
        ("volume:pages", r"\d+[:,;.]\d+\W\d+"),
        ("ordinal", r"\d+(?:st|nd|rd|th|e|ª|a|º)"),
    )
)
_ROMAN = re.compile(r"[ivxlc]{2,}|[IVXLC]{2,}|[ivx]")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_LETTER_OR_DIGIT = re.compile(r"\w")
_REPEATED = re.compile(r"(.)\1+")
OFFSETS = (-2, -1, 1, 2)
"""How far away a neighbour tells a token something."""
_AFFIXES = (1, 2, 3, 4)
_LONGEST = 40
"""The most characters of a token that are kept: what is longer is an address or noise."""
_CACHED = 4096
_NAME_KINDS = frozenset({"initials", "letter", "capitals", "capitalised", "mixed"})
_NAME_CUES = frozenset({"and", "particle", "editor"})


@frozen
class Reading:
    """A token without the marks at its ends, which are `lead` and `tail`; digits are read as 9."""

    bare: str
    kind: str
    lead: str
    tail: str
    cues: tuple[str, ...]

    @property
    def is_plain(self) -> bool:
        """Whether it is a plain word of a title: lower-case, and no cue for anything."""
        return self.kind == "lower" and not self.cues

    @property
    def is_name_like(self) -> bool:
        """Whether it may stand in a list of names."""
        return self.kind in _NAME_KINDS or not _NAME_CUES.isdisjoint(self.cues)


@frozen
class Word:
    """A token read alone: `own` describes it to itself, `near` to a neighbour so many tokens away."""

    read: Reading
    own: tuple[str, ...]
    near: dict[int, tuple[str, ...]]


@functools.lru_cache(_CACHED)
def read_word(token: str) -> Word:
    """`token` read alone."""
    # Half of a surrogate pair, as broken input has it, cannot be written in UTF-8, which CRFsuite reads.
    token = token[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
    read = _read(token)
    own = tuple(_describe(token, read))
    return Word(read, own, {offset: _describe_near(offset, read) for offset in OFFSETS})


def _read(token: str) -> Reading:
    bare = _TAIL.sub("", _LEAD.sub("", token))
    start = token.index(bare) if bare else 0
    return Reading(
        bare=_DIGIT.sub("9", bare.lower()),
        kind=_find_kind(token, bare),
        lead=token[:start][:2],
        tail=token[start + len(bare) :][:3],
        cues=find_cues(bare),
    )


def _find_kind(token: str, bare: str) -> str:
    number = _find_number(token, bare)
    if number:
        return number
    if _INITIALS.fullmatch(token.strip(',;:()[]“"&')):
        return "initials"
    return _find_case(bare)


def _find_number(token: str, bare: str) -> str:
    if _YEAR.fullmatch(bare):
        return "(year" if token[0] in "([" else "year"
    if bare.isdigit():
        return f"number{min(len(bare), 5)}"
    if not any(character.isdigit() for character in bare):
        return "roman" if _ROMAN.fullmatch(bare) else ""
    for kind, pattern in _NUMBERS:
        if pattern.fullmatch(bare):
            return kind
    if _YEAR.search(token):
        return "with year"
    return "with digits" if _LETTER.search(bare) else "digits"


def _find_case(bare: str) -> str:
    if not _LETTER.search(bare):
        return "none"
    if bare.islower():
        return "lower"
    if bare.isupper():
        return "capitals" if len(bare) > 1 else "letter"
    if bare[:1].isupper():
        return "capitalised" if bare[1:].islower() else "mixed"
    return "other"


def _find_shape(token: str) -> str:
    letters = _LETTER.sub(lambda found: "X" if found.group().isupper() else "x", token)
    return _REPEATED.sub(r"\1", _DIGIT.sub("9", letters))


def _describe(token: str, read: Reading) -> Iterator[str]:
    bare = read.bare
    yield f"w={bare}"
    yield f"shape={_find_shape(token)[:10]}"
    yield f"kind={read.kind}"
    yield f"kind+tail={read.kind}{read.tail}"
    yield f"lead={read.lead}"
    yield f"tail={read.tail}"
    yield f"inner={''.join(sorted(set(_LETTER_OR_DIGIT.sub('', bare))))[:3]}"
    if "9" not in bare:
        yield from (f"prefix={bare[:n]}" for n in _AFFIXES if len(bare) > n)
        yield from (f"suffix={bare[-n:]}" for n in _AFFIXES if len(bare) > n)
    yield from (f"cue={cue}" for cue in read.cues)


def _describe_near(offset: int, read: Reading) -> tuple[str, ...]:
    return (
        f"w{offset:+}={read.bare}",
        f"kind{offset:+}={read.kind}|{read.tail}|{read.lead}",
        *(f"cue{offset:+}={cue}" for cue in read.cues),
    )
