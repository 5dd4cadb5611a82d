"""Where a library goes: checked before the work begins, and never over an input."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click
from attrs import frozen

import footnotes
from footnotes.cli.stages import PER_WORK, show_stage
from footnotes.errors import FormatError, LossError
from footnotes.formats import Export, detect_format, replace_text

FORMAT_NAMES = (
    "biblatex",
    "biblatex-strict",
    "bibtex",
    "csl-json",
    "csl-yaml",
    "csv",
    "hayagriva",
    "markdown",
    "plain-text",
    "ris",
    "tsv",
    "wikipedia",
)
"""The names of `footnotes.formats.FORMATS`: `--help` needs them, and should not load the formats."""

INPUT_NAMES = ("biblatex", "biblatex-strict", "bibtex", "csl-json", "csl-yaml", "csv", "ris", "tsv")
"""Those of `footnotes.formats.READABLE`, which are read as well."""

EDITED_NAMES = ("biblatex", "bibtex", "csl-json")
"""Those in whose text single fields can be changed."""

FORMAT = click.Choice(FORMAT_NAMES, case_sensitive=False)
INPUT_FORMAT = click.Choice(INPUT_NAMES, case_sensitive=False)
"""The values of --to and --from: people write BibTeX and RIS."""

STREAM = "-"


@frozen
class Target:
    """A file, or `-` for standard output, and the name of the format to write there.

    `is_replacing` is whether a file with something in it was there when the command began.
    """

    path: str
    format: str
    is_replacing: bool = False


def plan_target(path: str, format_name: str | None, inputs: Iterable[str]) -> Target:
    """The target of a command, if it can be written and is none of its inputs.

    Without a name the suffix tells the format; on standard output it is BibLaTeX. Raises UsageError where
    the command line contradicts itself or does not tell the format, ClickException where the file cannot be
    written.
    """
    if path == STREAM:
        return Target(path, format_name or FORMAT_NAMES[0])
    for one in inputs:
        if one != STREAM and _is_same_file(one, path):
            raise click.UsageError(f"{path} is an input: it would be overwritten. Give another file to -o.")
    _check_writable(Path(path))
    return Target(path, format_name or _tell_format(path), is_replacing=_has_words(Path(path)))


def _tell_format(path: str) -> str:
    try:
        return detect_format(path, to_write=True)
    except FormatError as error:
        raise click.UsageError(f"{path}: its suffix tells no format: name one with --to.") from error


def tell_instead(target: Target) -> str:
    """The end of a sentence on what was written: that something else was there, or nothing."""
    return ", in place of what was there" if target.is_replacing else ""


def _has_words(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def write_target(library: footnotes.Library, target: Target, *, strict: bool) -> Export:
    """Write the library, and give what of it the format does not hold or holds elsewhere.

    With `strict` a loss raises LossError, and nothing is written. Raises ClickException where the file
    cannot be written; what was there then stays.
    """
    with show_stage("Writing the library", PER_WORK * len(library)):
        export = footnotes.write_library(library, target.format)
    if strict and export.losses:
        raise LossError(f"{target.format} would not hold all of the library", export.losses)
    if target.path == STREAM:
        sys.stdout.flush()
        write_text(export.text)
        return export
    try:
        replace_text(Path(target.path), export.text)
    except OSError as error:
        raise _refuse(target.path, error.strerror or str(error)) from error
    return export


def write_text(text: str, errors: str = "backslashreplace") -> None:
    """Write `text` to standard output, in UTF-8 whatever the terminal says: it is data.

    `errors` is what becomes of surrogates, in which a file name comes in that is no UTF-8: as escapes they
    are JSON still.
    """
    stream = sys.stdout.buffer
    stream.write(text.encode("utf-8", errors))
    stream.flush()


def write_paper(text: str, target: Target) -> None:
    """Write the text of a paper, line ends as they are.

    Raises ClickException where the file cannot be written; what was there then stays.
    """
    if target.path == STREAM:
        write_text(text)
        return
    try:
        replace_text(Path(target.path), text)
    except OSError as error:
        raise _refuse(target.path, error.strerror or str(error)) from error


def _check_writable(path: Path) -> None:
    if path.is_dir():
        raise _refuse(path, "it is a folder")
    if not path.parent.is_dir():
        raise _refuse(path, f"there is no folder {path.parent}")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise _refuse(path, "permission denied")


def _refuse(path: str | Path, cause: str) -> click.ClickException:
    return click.ClickException(f"{path}: the file cannot be written ({cause}).")


def _is_same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
