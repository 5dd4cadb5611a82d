"""From bytes to text: the encodings that reference managers and editors leave behind.

The order: a byte order mark, UTF-16 without one, UTF-8, what the file says of itself (JabRef's
`% Encoding:`, Emacs' `coding:`), UTF-8 with strange bytes in it, and last one of the code pages by
the letters that it would make, which is a guess among few. What was found is said wherever it is
not plain UTF-8.
"""

import codecs
import re

from attrs import frozen

from footnotes.errors import InputError
from footnotes.text.code_pages import CODE_PAGES, can_decode, choose_code_page, is_mostly_utf8

NAMES = {
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    **CODE_PAGES,
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
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
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
    if is_mostly_utf8(data):
        return _decode_mixed(data)
    return _decode(data, choose_code_page(data), "by its letters")


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
    return name if name.startswith(TOLD) and can_decode(data, name) else None


def _decode_mixed(data: bytes) -> DecodedText:
    """UTF-8, and each line that is not in a code page of its own."""
    lines = data.split(b"\n")
    strange = [at for at, line in enumerate(lines) if not can_decode(line, "utf-8")]
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
