"""The table of readers, and the one door through which a paper comes in."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from footnotes.errors import InputError, TooLargeError
from footnotes.model import SourceDocument
from footnotes.read.other_kinds import tell_other_kind
from footnotes.read.text import decode_text

LIMIT = 64 * 1024 * 1024
"""The largest file that is read, in bytes: some sixty books."""

READERS: dict[str, Callable[[bytes, str], str]] = {"text": decode_text}
"""Kind of file to the function that turns its bytes into text (Markdown is text that is read as such)."""


def read_document(path: str | os.PathLike[str]) -> SourceDocument:
    """Read a paper from a file, or from standard input where `path` is `-`.

    Takes plain text and Markdown in UTF-8 (also UTF-16 with a byte order mark). Raises `InputError`
    with one sentence if there is no such file, or it is a folder, empty, no text or not UTF-8, and
    `TooLargeError` over `LIMIT`. Of what can be made into text the sentence says how.
    """
    source = os.fspath(path)
    data = _read_bytes(source)
    other = tell_other_kind(data, source)
    if other is not None:
        raise InputError(f"{source}: {other}.")
    text = READERS["text"](data, source)
    if not text.strip():
        raise InputError(f"{source}: the file is empty.")
    return SourceDocument(source=source, kind="text", text=text)


def _read_bytes(source: str) -> bytes:
    if source == "-":
        data = sys.stdin.buffer.read(LIMIT + 1)
    else:
        try:
            with Path(source).open("rb") as file:
                data = file.read(LIMIT + 1)
        except IsADirectoryError:
            raise InputError(f"{source}: this is a folder, not a file.") from None
        except FileNotFoundError:
            raise InputError(f"{source}: there is no such file.") from None
        except (OSError, ValueError) as error:
            raise InputError(f"{source}: the file cannot be read ({_explain(error)}).") from None
    if len(data) > LIMIT:
        raise TooLargeError(f"{source}: the file is over the limit of {LIMIT // 1024**2} MB.")
    return data


def _explain(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
