"""Libraries from files and into files: `load_library`, `dump_library`, and both without a file."""

import errno
import os
from os import PathLike
from pathlib import Path
from shutil import copymode

from attrs import evolve

from footnotes.errors import InputError, LossError, TooLargeError
from footnotes.formats.detection import detect_format
from footnotes.formats.encodings import decode_text
from footnotes.formats.garbage_collector import pause_collector
from footnotes.formats.loss import Export, Loss
from footnotes.formats.registry import find_format, find_reader
from footnotes.formats.roundtrip import find_losses
from footnotes.model import Library, Problem, Severity, Span

LIMIT = 256 * 1024 * 1024
"""The largest library that is read, in bytes: some half a million works."""


def load_library(path: str | PathLike[str], format: str | None = None) -> Library:  # noqa: A002 - the word
    """The library of a file; its `problems` say what in it could not be read.

    Without `format` the suffix tells it, and in a .bib file, or where the suffix tells nothing, what is
    written there.
    Raises InputError where the file cannot be read as that format, FormatError where there
    is no such format or none can be told.
    """
    if format is not None:
        find_reader(format)
    elif not Path(path).exists():
        detect_format(path)
    try:
        return read_library(_read_bytes(Path(path)), format, path)
    except InputError as error:
        raise type(error)(f"{path}: {str(error).rstrip('.')}.") from error


def read_library(
    data: bytes,
    format: str | None,  # noqa: A002 - the word
    path: str | PathLike[str] = "",
) -> Library:
    """The library that the bytes of a file state, in whatever encoding they are.

    An encoding other than UTF-8 is the first of the library's problems. `path` tells the
    format where `format` is None. Raises InputError and FormatError as `load_library` does.
    """
    decoded = decode_text(data)
    library = parse_library(decoded.text, format or detect_format(path, decoded.text))
    if not decoded.said:
        return library
    said = Problem("encoding", decoded.said, Severity.INFO, Span(0, 0))
    return evolve(library, problems=(said, *library.problems))


def parse_library(text: str, format: str) -> Library:  # noqa: A002 - the word
    """The library that a text states; raises InputError and FormatError as `load_library` does."""
    reader = find_reader(format)
    with pause_collector():
        return reader(text.removeprefix("\ufeff"))


def write_library(library: Library, format: str) -> Export:  # noqa: A002 - the word
    """The library as text of that format, with what of it the text does not hold.

    Where the format can be read, the text has been: `parse_library(export.text, format)` equals the
    library but for the variables that the losses name (`cited_by` and `problems` are no part of it). The
    moves name what reads back but stands in the note, or where classic styles do not look.
    Raises FormatError where there is no such format.
    """
    chosen = find_format(format)
    with pause_collector():
        written = chosen.write(library)
        losses = find_losses(library, written.reads_as, written.reasons)
    lost = {(loss.key, loss.variable) for loss in losses}
    moves = tuple(move for move in written.moves if (move.key, move.variable) not in lost)
    return Export(written.text, losses, moves)


def dump_library(
    library: Library,
    path: str | PathLike[str],
    format: str | None = None,  # noqa: A002 - the word
    *,
    strict: bool = False,
) -> tuple[Loss, ...]:
    """Writes the library into a file and returns what of it the file does not hold.

    The text goes into a file beside it first, which then takes its place: a failure leaves
    what was there. With `strict` any loss raises LossError, and nothing is written.
    Raises FormatError as `load_library`, OSError where the file cannot be written.
    """
    export = write_library(library, format or detect_format(path, to_write=True))
    if strict and export.losses:
        raise LossError(_tell_losses(path, export.losses), export.losses)
    replace_text(Path(path), export.text)
    return export.losses


def _tell_losses(path: str | PathLike[str], losses: tuple[Loss, ...]) -> str:
    first = losses[0]
    more = f" and {len(losses) - 1} more" if len(losses) > 1 else ""
    return f"{path} would not hold {first.variable} of {first.key} ({first.reason}){more}"


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror or error})") from error
    if len(data) > LIMIT:
        raise TooLargeError(f"the file is over the limit of {LIMIT // 1024**2} MB")
    return data


def replace_text(path: Path, text: str, *, errors: str = "strict") -> None:
    """Writes `text` into a file as it is, beside its place first: a failure leaves what was there.

    `errors` is as for `str.encode`; "surrogateescape" gives bytes back that were no UTF-8.
    Raises OSError where the file cannot be written.
    """
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8", errors=errors, newline="\n")
        return
    target = path.resolve()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is write-protected", str(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", errors=errors, newline="\n")
        if target.exists():
            copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
