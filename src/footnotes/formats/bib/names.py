"""Names in the syntax of BibTeX and BibLaTeX, read here and written by `name_writing`.

The syntax: `von Last, First`, `von Last, Jr, First`, `{Institution}`, and in BibLaTeX the extended
form `family={..}, given={..}, prefix={..}` for what the short form cannot say (BibLaTeX
manual 3.7). A particle that stays with the surname is the von part: in BibTeX always, in
BibLaTeX with the option `useprefix=true`. One that goes is the von part without that option;
in BibTeX it follows the given name (`Humboldt, Alexander von`), which prints the same.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve, frozen

from footnotes.formats.bib.braces import split_outside_braces
from footnotes.formats.bib.latex import unescape_text
from footnotes.model import AnyName, LiteralName, Name

OTHERS = "others"
"""The word of BibTeX for "et al."; it stands for itself as a literal name."""

_ET_AL = re.compile(r"(?:^|\s+and\s+|\s*,?\s+)et\.?\s+al\.?\s*$", re.IGNORECASE)
"""What people write for `and others`, and BibTeX takes for a person called Al; in braces it stays."""
_LONGEST = 12
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_COMMA = re.compile(r"(?<!\\),")
r"""Not that of `P.\,J.`, which is a thin space."""
_BLANKS = re.compile(r"[\s~]+")
_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix|useprefix)\s*=\s*(.*)", re.DOTALL | re.IGNORECASE)
KNOWN_NAMES = 4096
LONG_NAME = 100
_MOST_PARTS = 3
"""`von Last, Jr, First` has two commas, and no name has more."""
LETTER = re.compile(r"[^\W\d_]")


@frozen
class NameSyntax:
    """How names are to be read or written: the dialect, and what the entry's options say."""

    dialect: str
    useprefix: bool = False


def keeps_particle(names: Iterable[AnyName]) -> bool:
    """Whether one of the names has a particle that stays with its surname."""
    return any(isinstance(name, Name) and name.non_dropping_particle for name in names)


def parse_names(value: str, syntax: NameSyntax) -> tuple[AnyName, ...]:
    r"""The names that a value lists.

    Small capitals say nothing of a person: `\textsc{Durand}` is how a style prints a surname.
    """
    value = value.replace("\\textsc", "\\text")
    ends = _ET_AL.search(value) if "al" in value[-_LONGEST:] else None
    pieces = (piece.strip() for piece in split_outside_braces(value[: ends and ends.start()], _AND))
    names = tuple(_recall_name(piece, syntax) for piece in pieces if piece)
    return (*names, LiteralName(OTHERS)) if ends else names


def _recall_name(text: str, syntax: NameSyntax) -> AnyName:
    """People come again in a library; what is too long for a person is read each time."""
    if len(text) > LONG_NAME:
        return _parse_name(text, syntax)
    return _parse_short_name(text, syntax)


@lru_cache(maxsize=KNOWN_NAMES)
def _parse_short_name(text: str, syntax: NameSyntax) -> AnyName:
    return _parse_name(text, syntax)


def _parse_name(text: str, syntax: NameSyntax) -> AnyName:
    if text.lower() == OTHERS:
        return LiteralName(OTHERS)
    if text.startswith("{") and split_outside_braces(text, _BLANKS) == [text] and text.endswith("}"):
        return LiteralName(unescape_text(text))
    if syntax.dialect == "biblatex" and _EXTENDED.match(text):
        return _parse_extended(text, syntax)
    parts = [part.strip() for part in split_outside_braces(text, _COMMA)]
    if len(parts) > _MOST_PARTS:
        # `Smith, John, Jones, Mary`: BibTeX guesses, biber skips it, and a guess would lose people.
        return LiteralName(unescape_text(text))
    if len(parts) == 1:
        given, von, last = _split_plain(_words(parts[0]))
    else:
        given, (von, last) = parts[-1], _split_last(_words(parts[0]))
    suffix = parts[1] if len(parts) == _MOST_PARTS else ""
    name = Name(family=unescape_text(last), suffix=unescape_text(suffix) or None)
    return _add_given(name, given, unescape_text(von) or None, syntax)


def _add_given(name: Name, given: str, particle: str | None, syntax: NameSyntax) -> Name:
    dropping = None
    if syntax.dialect == "bibtex":
        given, dropping = split_given(given)
    kept = syntax.useprefix or syntax.dialect == "bibtex"
    return evolve(
        name,
        given=unescape_text(given) or None,
        dropping_particle=dropping if kept else particle,
        non_dropping_particle=particle if kept else None,
    )


def _parse_extended(text: str, syntax: NameSyntax) -> Name:
    parts: dict[str, str] = {}
    for piece in split_outside_braces(text, _COMMA):
        if match := _EXTENDED.match(piece):
            parts[match[1].lower()] = unescape_text(match[2])
    keep = {"true": True, "false": False}.get(parts.get("useprefix", ""), syntax.useprefix)
    prefix = parts.get("prefix") or None
    return Name(
        family=parts.get("family", ""),
        given=parts.get("given") or None,
        dropping_particle=None if keep else prefix,
        non_dropping_particle=prefix if keep else None,
        suffix=parts.get("suffix") or None,
    )


def _words(text: str) -> list[str]:
    return [word for word in split_outside_braces(text, _BLANKS) if word]


def _split_plain(words: list[str]) -> tuple[str, str, str]:
    """First, von and Last of `First von Last`; Last is at least the last word."""
    first = next((at for at, word in enumerate(words[:-1]) if _is_von(word)), None)
    if first is None:
        return " ".join(words[:-1]), "", words[-1] if words else ""
    von, last = _split_last(words[first:])
    return " ".join(words[:first]), von, last


def _split_last(words: list[str]) -> tuple[str, str]:
    """Von and Last of `von Last`: the leading words in lower case, but never the last one."""
    count = 0
    while count < len(words) - 1 and _is_von(words[count]):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _is_von(word: str) -> bool:
    if word.startswith("{"):
        return False
    letter = LETTER.search(unescape_text(word))
    return letter is not None and letter[0].islower()


def split_given(given: str) -> tuple[str, str | None]:
    """A given name and the particle behind it, as in `Alexander von`."""
    words = _words(given)
    count = len(words)
    while count > 1 and _is_von(words[count - 1]):
        count -= 1
    return " ".join(words[:count]), unescape_text(" ".join(words[count:])) or None
