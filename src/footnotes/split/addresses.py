"""Addresses that a line or page end cut, and links whose words are their address."""

import re

from footnotes.model import Span
from footnotes.split.tokens import TOKEN
from footnotes.text.urls import URL_CHARACTERS, looks_like_url, trim_url

_WORD = re.compile(rf"{URL_CHARACTERS.pattern}(?:\\[_*~#&%.+!()-](?:{URL_CHARACTERS.pattern})?)*")
# What follows the last part of an address and no word of a sentence: an access date, the end.
_AFTER = re.compile(r"\s{0,4}(?:\(|[.,;)\]]{0,4}(?:\s{0,20}\Z|[ \t\r]{0,4}\n[ \t\r]{0,20}\n))")
_ACCESS = re.compile(r"\s{0,4}\(")
_CUT = "-_=&%?#~+"
"""An address that ends in one of these goes on."""
_SENTENCE = ",;:!)]}”’»\"'"
_EXTENSIONS = {"asp", "aspx", "doc", "htm", "html", "jsp", "pdf", "php", "shtml", "txt", "xml"}
_PARTS = re.compile(r"[a-z]\d|\d[a-z]|[_=&%?/]|\w\.\w|-\w+-", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.:/–-]+")
_YEAR = re.compile(r"1\d{3}|20\d\d")
# Smith, McDonald, Smith-Jones, RAND, well: A is a capital, a a small letter.
_PROSE = re.compile(r"(?:Aa{1,4})?Aa*(?:-Aa+)*|A+|a+")
_SHORTEST = 3
_SCHEME = re.compile(r"(?:https?|ftp)://(?:www\.)?", re.IGNORECASE)


def find_rest(source: str, at: int, end: int, last: str) -> Span | None:
    """The rest at `at` of a URL that was cut behind `last`, if what stands there can be nothing else.

    The words of a pseudo-link are the rest if the URL so far goes on or they look like an address. A bare
    word is if the URL cannot end where it does, or if the word looks like a piece of an address and what
    follows it follows addresses only; a word that reads like prose ("See also ...") is not.
    """
    if last in _SENTENCE:
        return None
    token = TOKEN.match(source, at, end)
    if token and token.lastgroup == "pseudo":
        words = token["pseudo_text"].replace("\\", "")
        fits = URL_CHARACTERS.fullmatch(words) and (last in _CUT + "/" or _looks_like_part(words))
        return Span(*token.span()) if fits else None
    word = _WORD.match(source, at, end)
    if word is None or word.group()[0] in "([" or "://" in word.group():
        return None
    stop = at + len(trim_url(word.group()))
    return Span(at, stop) if stop > at and _continues(source, Span(at, stop), end, last) else None


def _continues(source: str, word: Span, end: int, last: str) -> bool:
    bare = word.of(source).replace("\\", "")
    if last in _CUT:
        return len(bare) >= _SHORTEST or bare.isdigit()
    if len(bare) < _SHORTEST:
        return False
    if last == ".":
        return bare in _EXTENSIONS or (bare[0].islower() and "/" in bare)
    followed = _AFTER.match(source, word.end, end) is not None
    if last == "/":
        accessed = _ACCESS.match(source, word.end, end) is not None
        return _continues_path(bare, followed=followed, accessed=accessed)
    return followed and _looks_like_part(bare)


def _continues_path(bare: str, *, followed: bool, accessed: bool) -> bool:
    """Whether `bare` goes on behind a slash, with which a whole address may end as well."""
    if bare.isdigit():
        return followed and not _YEAR.fullmatch(bare)
    if _PROSE.fullmatch(_shape(bare)):
        return bare.islower() and accessed
    return _looks_like_part(bare) and (followed or _PARTS.search(bare) is not None)


def _looks_like_part(word: str) -> bool:
    """Whether `word` is more likely a piece of an address than a number, a date or a word of a sentence."""
    if _NUMBER.fullmatch(word):
        return False
    return _PARTS.search(word) is not None or _PROSE.fullmatch(_shape(word)) is None


def _shape(word: str) -> str:
    return "".join("A" if c.isupper() else "a" if c.isalpha() else c for c in word)


def is_address(words: str, target: str) -> bool:
    """Whether the words of a link are its address (cut, or without scheme), so that the target says all."""
    shown = words.replace("\\", "").strip()
    return not shown or looks_like_url(shown) or _reduce("".join(shown.split())) == _reduce(target)


def _reduce(address: str) -> str:
    return _SCHEME.sub("", address.replace("\\", ""), count=1).rstrip("/")
