"""Reading libraries from files, with a sentence for what of them cannot be read."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from attrs import evolve

import footnotes
from footnotes.cli.keys import add_missing_keys
from footnotes.cli.messages import say
from footnotes.cli.outputs import STREAM
from footnotes.cli.papers import check_papers
from footnotes.cli.stages import measure_file, show_stage
from footnotes.errors import FormatError, InputError
from footnotes.formats import FORMATS, decode_text, detect_format
from footnotes.model import Library, Severity

_HEAD = 65_536
"""So many bytes show what a file is."""
_NAMED = 3
"""How many new keys are named before the others are left out."""


def read_library(path: str, format_name: str | None) -> Library:
    """The library of a file, or of standard input where the path is `-`; every work has a key.

    What could not be read of it is told, and what keys were made. Raises InputError where there is no
    work in it, UsageError where nothing tells the format.
    """
    data = sys.stdin.buffer.read() if path == STREAM else None
    size = measure_file(path) if data is None else len(data)
    with explain_failure(path, format_name, data), show_stage(f"Reading {path}", size):
        if data is None:
            library = footnotes.load_library(path, format_name)
        else:
            library = footnotes.read_library(data, format_name)
    for problem in library.problems:
        say(f"{path}: {problem.message}")
    if not library.references:
        raise InputError(tell_empty(path, format_name, data))
    return _add_keys(path, library)


def read_libraries(paths: Sequence[str], format_name: str | None) -> Iterator[tuple[str, Library, bool]]:
    """Each library with its path, and whether all of it could be read.

    One that cannot be read at all costs a sentence; so does each broken entry of the others.
    """
    check_papers(paths)
    for path in paths:
        try:
            library = read_library(path, format_name)
        except InputError as error:
            say(str(error))
        else:
            yield path, library, is_whole(library)


def read_library_text(path: str, format_name: str | None) -> tuple[str, str]:
    """The text of a library, and the name of its format; raises as `read_library` does."""
    try:
        data = sys.stdin.buffer.read() if path == STREAM else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: the file cannot be read ({reason}).") from error
    with explain_failure(path, format_name, data):
        decoded = decode_text(data)
        name = format_name or detect_format("" if path == STREAM else path, decoded.text)
    if decoded.said:
        say(f"{path}: {decoded.said}")
    return decoded.text, name


def is_whole(library: Library) -> bool:
    """Whether no entry of it was left out."""
    return not any(problem.severity is Severity.ERROR for problem in library.problems)


def count_works(number: int) -> str:
    """`1 work`, `2 works`."""
    return f"{number} work{'s'[: number != 1]}"


def _add_keys(path: str, library: Library) -> Library:
    works, made = add_missing_keys(library.references)
    if not made:
        return library
    named = ", ".join(made[:_NAMED]) + (" and so on" if len(made) > _NAMED else "")
    say(f"{path}: {count_works(len(made))} had no key and got one: {named}.")
    return evolve(library, references=works)


def tell_empty(path: str, format_name: str | None, data: bytes | str | None = None) -> str:
    """That there is no work in a file, and what else it seems to be."""
    return f"{path}: no works were found in it.{_hint(path, format_name, data)}"


@contextmanager
def explain_failure(path: str, format_name: str | None, data: bytes | str | None) -> Iterator[None]:
    """Tell what a person can do about a library that cannot be read.

    `data` is what was read of it; without it the file is opened for its beginning. An InputError gets the
    name of the file and what else it seems to be; a FormatError becomes a UsageError.
    """
    try:
        yield
    except FormatError as error:
        raise click.UsageError(_tell_unknown(path, data)) from error
    except InputError as error:
        words = str(error).removeprefix(f"{path}: ").rstrip(".")
        raise type(error)(f"{path}: {words}.{_hint(path, format_name, data)}") from error


def _tell_unknown(path: str, data: bytes | str | None) -> str:
    if path == STREAM and not data:
        return "Standard input is empty: there is no library in it."
    if path == STREAM:
        return "Standard input does not tell its format: name it with --from."
    if not Path(path).exists():
        return f"{path}: there is no such file, and its suffix tells no format."
    return (
        f"{path}: neither its suffix nor its beginning is that of a library. If it is one, name its format"
        " with --from; what a paper cites is collected by “footnotes collect”."
    )


def _hint(path: str, format_name: str | None, data: bytes | str | None) -> str:
    """A sentence on what else the file seems to be, empty where nothing is known."""
    if data is None and not Path(path).is_file():
        return ""  # a pipe cannot be read again
    try:
        start = _read_start(path) if data is None else data[:_HEAD]
        seen = detect_format("", start if isinstance(start, str) else decode_text(start).text)
        name = format_name or detect_format(path)
    except (FormatError, InputError, OSError, ValueError):
        return ""
    if seen == name or (seen.startswith("bib") and name.startswith("bib")):
        return ""  # all dialects of .bib begin alike
    return f" It looks like {FORMATS[seen].title}: try --from {seen}."


def _read_start(path: str) -> bytes:
    with Path(path).open("rb") as file:
        return file.read(_HEAD)
