"""Bytes to text, without losing or inventing a character."""

import codecs

from footnotes.errors import InputError
from footnotes.text.code_pages import CODE_PAGES, choose_code_page, is_mostly_utf8

# Byte order marks; that of UTF-32 begins like one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
    (b"", "utf-8", "UTF-8"),
)


def decode_text(data: bytes, source: str) -> str:
    """Decode `data` as UTF-8, or as what its byte order mark says; `source` names it in errors.

    Raises `InputError` for binary data and for bytes that are not of the encoding, with the
    place of the first such byte. Line ends stay as they are.
    """
    mark, encoding, name = next(row for row in _MARKS if data.startswith(row[0]))
    if encoding == "utf-8" and b"\0" in data:
        raise _refuse_binary(source)
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body[: error.start].decode(encoding, errors="replace").count("\n") + 1
        at = len(mark) + error.start
        advice = _advise(body) if encoding == "utf-8" else ""
        raise InputError(
            f"{source}: not {name} text: a byte that cannot be read in line {line} (byte {at}){advice}."
        ) from None
    if "\0" in text:
        raise _refuse_binary(source)
    return text


def _advise(body: bytes) -> str:
    """How a text of another encoding becomes UTF-8; the encoding itself is no more than a guess."""
    if is_mostly_utf8(body):
        return "; the rest is UTF-8, so mend that place"
    page = choose_code_page(body)
    command = f"iconv -f {page} -t utf-8"
    return f"; it looks like {CODE_PAGES[page]}: save it as UTF-8, in an editor or with “{command}”"


def _refuse_binary(source: str) -> InputError:
    return InputError(f"{source}: this is binary data, not text.")
