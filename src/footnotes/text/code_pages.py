"""Code pages: which one makes words of bytes that are no UTF-8.

A guess among few: Cyrillic letters stand in rows, Latin ones with accents stand alone among plain ones;
Turkish and Western European differ in six letters only.
"""

import re

CODE_PAGES = {
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1252": "Windows-1252 (Western European)",
    "cp1254": "Windows-1254 (Turkish)",
    "iso8859-1": "ISO 8859-1 (Latin-1)",
    "iso8859-9": "ISO 8859-9 (Turkish)",
    "koi8-r": "KOI8-R (Cyrillic)",
}
"""The code pages by the names of Python's codecs, as people know them."""
HIGH = re.compile(rb"[\x80-\xff]")
_CYRILLIC_PAIR = re.compile(rb"[\xa8\xb8\xc0-\xff](?=[\xa8\xb8\xc0-\xff])")
_LOWER_HALF = re.compile(rb"[\xc0-\xdf]")
_UPPER_HALF = re.compile(rb"[\xe0-\xff]")
_TURKISH = re.compile(rb"[\xd0\xdd\xde\xf0\xfd\xfe]")
_TURKISH_WORD = re.compile(rb"[\xe7\xc7\xf6\xd6\xfc\xdc]")
_ICELANDIC = re.compile(rb"[\xe1\xc1\xed\xcd\xf3\xd3\xfa\xda\xe6\xc6\xe9\xc9]")
_C1 = re.compile(rb"[\x80-\x9f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def choose_code_page(data: bytes) -> str:
    """The code page that makes words of the bytes; Latin-1 where nothing speaks for another."""
    high = len(HIGH.findall(data))
    if 2 * len(_CYRILLIC_PAIR.findall(data)) > high:
        # Most letters are small ones: they are the lower half of KOI8-R and the upper half of Windows-1251.
        is_koi8 = len(_LOWER_HALF.findall(data)) > 2 * len(_UPPER_HALF.findall(data))
        if is_koi8 or can_decode(data, "cp1251"):
            return "koi8-r" if is_koi8 else "cp1251"
    turkish = len(_TURKISH.findall(data))
    icelandic = len(_ICELANDIC.findall(data))
    if turkish and turkish + len(_TURKISH_WORD.findall(data)) > icelandic and can_decode(data, "cp1254"):
        return "cp1254"
    return "cp1252" if _C1.search(data) and can_decode(data, "cp1252") else "iso8859-1"


def can_decode(data: bytes, name: str) -> bool:
    """Whether all of `data` is of the encoding `name`."""
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def is_mostly_utf8(data: bytes) -> bool:
    """Whether the letters beyond ASCII are UTF-8 but for a few: files of two origins are common."""
    good = _MULTIBYTE.findall(data)
    return 2 * len(good) > len(HIGH.findall(data)) - sum(map(len, good))
