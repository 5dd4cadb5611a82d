"""The order of names and titles in a bibliography, by the alphabet of a language.

Letters that an alphabet counts as its own have their place there (ə after e in Azerbaijani, å after z in
Swedish); in all others they stand with the letter that they are drawn from (Unicode TR 10, CLDR collation).
"""

import re
import unicodedata
from functools import lru_cache

from footnotes.style.casing import DOTTED

_LATIN = "abcdeəfghijklmnopqrstuvwxyzþ"
ALPHABETS = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvwyz",
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "cs": "abcčdefghijklmnopqrřsštuvwxyzž",
    "da": "abcdefghijklmnopqrstuvwxyzæøå",
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "et": "abcdefghijklmnopqrsšzžtuvwõäöüxy",
    "fi": "abcdefghijklmnopqrstuvwxyzåäö",
    "hu": "abcdefghijklmnoöpqrstuüvwxyz",
    "nb": "abcdefghijklmnopqrstuvwxyzæøå",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "sv": "abcdefghijklmnopqrstuvwxyzåäö",
}
_DRAWN = {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d"}
_WORD = re.compile(r"\d+|\w|\s|[,;]")
Key = tuple[tuple[int, int], ...]


def make_sort_key(text: str, language: str) -> tuple[Key, str]:
    """What to sort `text` by; `language` is a code such as `az` or `tr-TR`."""
    code = re.split("[-_]", language, maxsplit=1)[0].lower()
    lowered = (text.replace("I", "ı").replace("İ", "i") if code in DOTTED else text).lower()
    # A combining dot is what Python makes of İ elsewhere.
    letters = unicodedata.normalize("NFC", lowered.replace("i̇", "i"))
    return tuple(rank for found in _WORD.findall(letters) for rank in _rank(found, code)), letters


@lru_cache(maxsize=4096)
def _rank(sign: str, code: str) -> Key:
    """The places of one letter, number or blank; figures stand before letters, blanks before both."""
    if sign.isdecimal():
        return ((1, int(sign)),)
    if not sign.isalnum():
        return ((0, 0),)
    alphabet = ALPHABETS.get(code, _LATIN)
    if sign in alphabet:
        return ((2, alphabet.index(sign)),)
    base = _DRAWN.get(sign) or unicodedata.normalize("NFD", sign)[0]
    return tuple((2, alphabet.index(one)) if one in alphabet else (3, ord(one)) for one in base)
