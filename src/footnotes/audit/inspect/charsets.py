"""Bytes of a page -> its text, whatever charset they claim to be in."""

import codecs
import re
from itertools import pairwise

from attrs import frozen

_SAME_IN_PRACTICE = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
    "big5": "big5hkscs", "utf-8-sig": "utf-8", "utf-16": "utf-16-le",
}  # fmt: skip
"""What browsers read a label as (WHATWG Encoding, 4.2): the larger charset that contains it."""

_OF_THE_WEB = re.compile(
    r"utf-8|utf-16-[bl]e|cp(125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|gb18030|big5hkscs|euc_jp"
    r"|iso2022_jp|mac-(roman|cyrillic)"
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(rb"<html[^>]{0,300}?\blang\s*=\s*[\"']?([a-z]{2})", re.IGNORECASE)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096
"""Bytes in which a page states its charset; HTML asks for 1024, pages keep to it loosely."""
_SAMPLE = 20_000
_TOLERATED = 0.1
"""The part of the characters beyond ASCII that may be broken before the stated charset is disbelieved."""
_BROKEN = "\ufffd"


@frozen
class _Guess:
    """A charset that may be meant: the letters frequent in its languages, and those languages."""

    charset: str
    letters: frozenset[str]
    languages: frozenset[str] = frozenset()


_CYRILLIC = frozenset("оеаинтсрвлкмдпу")
_GUESSES = tuple(
    _Guess(charset, frozenset(letters), frozenset(languages.split()))
    for charset, letters, languages in (
        ("cp1251", _CYRILLIC, "ru uk bg sr be mk kk"),
        ("koi8-r", _CYRILLIC, "ru"),
        ("cp866", _CYRILLIC, "ru"),
        ("cp1252", "äöüéèàáíóñçßôêâøåæœúã–’“”„…«»", "en de fr es it pt nl sv no nb da fi"),
        ("cp1254", "ıığşğçöüİŞÇÖÜ’“”", "tr az"),
        ("cp1250", "áéíóúůěščřžýąęłńśżźćőű„”", "pl cs sk hu ro hr sl"),
        ("cp1253", "αοιεστνηρκπυλμτάόίέή", "el"),
        ("cp1255", "יוהלארתבמש", "he yi"),
        ("cp1256", "اليمنرتبوهد", "ar fa ur"),
        ("cp874", "กานรอเงมยลวดท่้ัี", "th"),
        ("euc_jp", "のにをはがでとたしているかなス、。", "ja"),
        ("cp932", "のにをはがでとたしているかなス、。", "ja"),
        ("gb18030", "的一是不了在人有我他这个们中来上大为和国，。", "zh"),
        ("big5hkscs", "的一是不了在人有我他這個們中來上大為和國，。", "zh"),
        ("cp949", "이다의는에을가고하지은를한로기서", "ko"),
    )
)


def decode_body(body: bytes, content_type: str = "") -> str:
    """The text of `body`, by its byte order mark, its bytes, its header, its meta element, in this order.

    Bytes that are UTF-8 are read as UTF-8 whatever is stated, since hardly any other text happens to be;
    a stated charset that leaves much broken is disbelieved, and the likeliest one taken. Never raises; what
    cannot be read becomes U+FFFD.
    """
    for mark, charset in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace")
    stated = _find_stated(body, content_type)
    if body.isascii() and stated != "iso2022_jp" and b"\0" not in body[:_HEAD]:
        return body.decode("ascii")
    if wide := _tell_wide(body):
        return body.decode(wide, "replace")
    return _decode_narrow(body, stated)


def _decode_narrow(body: bytes, stated: str | None) -> str:
    try:
        if stated != "iso2022_jp":
            return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if stated:
        text = body.decode(stated, "replace")
        if _is_whole(text):
            return text
    return body.decode(_guess_charset(body), "replace")


def _find_stated(body: bytes, content_type: str) -> str | None:
    header = _HEADER.search(content_type)
    if header and (charset := _name_charset(header[1])):
        return charset
    meta = _META.search(body[:_HEAD])
    return _name_charset(meta[1].decode("ascii")) if meta and meta[1].isascii() else None


def _name_charset(label: str) -> str | None:
    """The codec of a label, if it is one of the web's: Python knows others that are slow or no text."""
    label = label.lower().removeprefix("x-").replace("_", "-")
    try:
        name = codecs.lookup({"sjis": "shift_jis", "mac-cyrillic": "mac_cyrillic"}.get(label, label)).name
    except (LookupError, ValueError):
        return None
    name = _SAME_IN_PRACTICE.get(name, name)
    return name if _OF_THE_WEB.fullmatch(name) else None


def _tell_wide(body: bytes) -> str | None:
    """UTF-16 without a mark shows by the zeros in every second byte of its markup."""
    sample = body[:_HEAD]
    for start, charset in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[start::2]
        if len(half) > 1 and half.count(0) > 0.6 * len(half) and sample[1 - start :: 2].count(0) == 0:
            return charset
    return None


def _is_whole(text: str) -> bool:
    broken = text.count(_BROKEN)
    if not broken:
        return True
    foreign = sum(character > "\x7f" for character in text[:_SAMPLE])
    return text[:_SAMPLE].count(_BROKEN) <= _TOLERATED * foreign


def _guess_charset(body: bytes) -> str:
    language = _LANGUAGE.search(body[:_HEAD])
    code = language[1].decode("ascii").lower() if language else ""
    sample = _take_foreign(body)
    return max(_GUESSES, key=lambda guess: _rate_guess(sample, guess, code)).charset


def _take_foreign(body: bytes) -> bytes:
    """The words of the sample that have bytes beyond ASCII: the markup tells nothing of the charset."""
    words = (word for word in re.split(rb"[\s<>\"=]+", body[: 10 * _SAMPLE]) if not word.isascii())
    return b" ".join(words)[:_SAMPLE]


def _rate_guess(sample: bytes, guess: _Guess, language: str) -> float:
    text = sample.decode(guess.charset, "replace")
    foreign = [character for character in text if character > "\x7f"]
    if not foreign:
        return 0.0
    usual = sum(character in guess.letters for character in foreign)
    odd = sum(not character.isalpha() and character not in guess.letters for character in foreign)
    # Cyrillic in the wrong Cyrillic charset is made of letters too, but capitals stand inside its words.
    odd += sum(one.islower() and other.isupper() for one, other in pairwise(foreign))
    return (usual - 2 * odd) / len(foreign) + (0.3 if language in guess.languages else 0.0)
