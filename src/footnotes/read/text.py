"""Bytes to text, without losing or inventing a character."""

import codecs

from footnotes.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


def decode_text(data: bytes, source: str) -> str:
    """Decode `data` as UTF-8, or as what its byte order mark says; `source` names it in errors.

    Raises `InputError` for binary data and for bytes that are not of the encoding, with the
    place of the first such byte. Line ends stay as they are.
    """
    encoding, name = next(
        ((codec, name) for mark, codec, name in _MARKS if data.startswith(mark)), ("utf-8", "UTF-8")
    )
    if encoding != "utf-16" and b"\0" in data[:65536]:
        raise InputError(f"{source}: this is binary data, not text.")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{source}: not {name} text: a byte that cannot be read in line {line} (byte {error.start})."
        ) from None
