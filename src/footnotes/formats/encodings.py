"""From bytes to text: the encodings that reference managers and editors leave behind.

The order: a byte order mark, UTF-16 without one, UTF-8, what the file says of itself (JabRef's
`% Encoding:`, Emacs' `coding:`), UTF-8 with strange bytes in it, and last one of the code pages by
the letters that it would make. That last step is a guess among few: Cyrillic letters stand in
rows, Latin ones with accents stand alone among plain ones; Turkish and Western European differ in
six letters only. What was found is said wherever it is not plain UTF-8.
"""

import codecs
import re

from attrs import frozen

from footnotes.errors import InputError

NAMES = {
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1252": "Windows-1252 (Western European)",
    "cp1254": "Windows-1254 (Turkish)",
    "iso8859-1": "ISO 8859-1 (Latin-1)",
    "iso8859-9": "ISO 8859-9 (Turkish)",
    "koi8-r": "KOI8-R (Cyrillic)",
}
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
TOLD = ("cp", "iso8859", "koi8", "mac", "gb", "big5", "shift_jis", "euc")
"""The families of encodings that a file is believed to be in; codecs that are no encodings are none."""

HEAD = 4096
"""So many bytes are searched for what a file says of itself."""

_TOLD = re.compile(rb"(?:^%\s*Encoding:|coding[:=])\s*([\w.-]+)", re.IGNORECASE | re.MULTILINE)
_HIGH = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CYRILLIC_PAIR = re.compile(rb"[\xa8\xb8\xc0-\xff](?=[\xa8\xb8\xc0-\xff])")
_TURKISH = re.compile(rb"[\xd0\xdd\xde\xf0\xfd\xfe]")
_TURKISH_WORD = re.compile(rb"[\xe7\xc7\xf6\xd6\xfc\xdc]")
_ICELANDIC = re.compile(rb"[\xe1\xc1\xed\xcd\xf3\xd3\xfa\xda\xe6\xc6\xe9\xc9]")
_C1 = re.compile(rb"[\x80-\x9f]")
_LETTER = re.compile(rb"[A-Za-z]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@frozen
class DecodedText:
    """A text, and one sentence on the encodings it was read in; empty for plain UTF-8."""

    text: str
    said: str = ""


def decode_text(data: bytes) -> DecodedText:
    """The text of a file of any of these encodings.

    Raises InputError where it is no text at all.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _decode(data.removeprefix(mark), name, "by its byte order mark")
    if wide := _find_wide(data):
        return _decode(data, wide, "by its zero bytes")
    try:
        return DecodedText(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    _refuse_binary(data)
    told = _find_told(data)
    if told is not None:
        return _decode(data, told, "as it says of itself")
    if _is_mostly_utf8(data):
        return _decode_mixed(data)
    return _decode(data, choose_code_page(data), "by its letters")


def choose_code_page(data: bytes) -> str:
    """The code page that makes words of the bytes; Latin-1 where nothing speaks for another."""
    high = len(_HIGH.findall(data))
    if 2 * len(_CYRILLIC_PAIR.findall(data)) > high and _can_decode(data, "cp1251"):
        return "cp1251"
    turkish = len(_TURKISH.findall(data))
    icelandic = len(_ICELANDIC.findall(data))
    if turkish and turkish + len(_TURKISH_WORD.findall(data)) > icelandic and _can_decode(data, "cp1254"):
        return "cp1254"
    return "cp1252" if _C1.search(data) and _can_decode(data, "cp1252") else "iso8859-1"


def _find_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: of Latin text every other byte is zero."""
    head = data[:HEAD]
    if b"\0" not in head:
        return None
    if len(head) % 2 == 0 and 4 * head[1::2].count(0) > len(head) and not head[::2].count(0):
        return "utf-16-le"
    if len(head) % 2 == 0 and 4 * head[::2].count(0) > len(head) and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    if len(_BINARY.findall(data[:HEAD])) > len(data[:HEAD]) // 32:
        raise InputError("this is binary data, not text")


def _find_told(data: bytes) -> str | None:
    """What the head of the file says of its encoding, if that is one and fits."""
    match = _TOLD.search(data[:HEAD])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    return name if name.startswith(TOLD) and _can_decode(data, name) else None


def _can_decode(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether the letters beyond ASCII are UTF-8 but for a few: files of two origins are common."""
    good = _MULTIBYTE.findall(data)
    return 2 * len(good) > len(_HIGH.findall(data)) - sum(map(len, good))


def _decode_mixed(data: bytes) -> DecodedText:
    """UTF-8, and each line that is not in a code page of its own."""
    lines = data.split(b"\n")
    strange = [at for at, line in enumerate(lines) if not _can_decode(line, "utf-8")]
    page = choose_code_page(b"\n".join(lines[at] for at in strange))
    for at in strange:
        lines[at] = _mend_line(lines[at], page)
    more = f" and {len(strange) - 1} more" if len(strange) > 1 else ""
    said = f"Line {strange[0] + 1}{more} was read as {NAMES[page]}, the rest as UTF-8."
    return DecodedText(b"\n".join(lines).decode("utf-8", "replace"), said)


def _mend_line(line: bytes, page: str) -> bytes:
    """The bytes of a line that are no UTF-8, in UTF-8."""
    pieces, start = [], 0
    for match in _MULTIBYTE.finditer(line):
        pieces += [_recode(line[start : match.start()], page), match[0]]
        start = match.end()
    return b"".join([*pieces, _recode(line[start:], page)])


def _recode(run: bytes, page: str) -> bytes:
    return run.decode(page, "replace").encode()


def _decode(data: bytes, name: str, why: str) -> DecodedText:
    title = NAMES.get(name, name.upper())
    text = data.decode(name, "replace")
    damaged = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if name == "utf-8" else 0)
    said = "" if name == "utf-8" else f"It was read as {title}, {why}"
    if damaged > 0:
        said = (
            said or "It was read as UTF-8, by its byte order mark"
        ) + f"; {damaged} characters are damaged"
    return DecodedText(text, f"{said}." if said else "")
