"""What is audited: papers, libraries and lists of URLs, told apart as they are read."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

import footnotes
from footnotes.audit import Plan, plan_audit, read_url_list
from footnotes.cli.messages import say
from footnotes.cli.papers import check_papers, read_paper
from footnotes.errors import FormatError, InputError

_STREAM = "-"
_LIBRARY_START = re.compile(r"\s*(?:%[^\n]*\n\s*)*(?:(?P<bib>@\s*\w+\s*[{(])|(?P<json>[\[{]\s*[{\"\]]))")
"""How the text of a library begins, and the notes of no paper."""

Source = footnotes.Apparatus | footnotes.Library | tuple[str, ...]


def read_sources(
    names: Sequence[str],
    lists: Sequence[str],
    profile: str | None,
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> tuple[Plan, bool]:
    """The plan of an audit of papers and libraries (`names`) and `lists` of URLs; whether all were read.

    What cannot be read costs a sentence. Raises UsageError for patterns that are none.
    """
    check_papers((*names, *lists))
    patterns = [
        _compile(option, words) for option, words in (("--include", include), ("--exclude", exclude))
    ]
    sources = [*_read_all(names, profile), *_read_lists(lists)]
    plan = plan_audit(sources, source=", ".join((*names, *lists)), include=patterns[0], exclude=patterns[1])
    return plan, len(sources) == len(names) + len(lists)


def _compile(option: str, patterns: Iterable[str]) -> list[re.Pattern[str]]:
    try:
        return [re.compile(pattern) for pattern in patterns]
    except re.error as error:
        raise click.UsageError(f"{option} {error.pattern!r} is no regular expression: {error}.") from error


def _read_all(names: Sequence[str], profile: str | None) -> Iterator[Source]:
    for name in names:
        try:
            found = _read_stream(profile) if name == _STREAM else _read_file(name, profile)
        except InputError as error:
            say(str(error))
            continue
        if found is not None:
            yield found


def _read_file(name: str, profile: str | None) -> Source | None:
    """The library or the paper in a file: its suffix tells which."""
    try:
        footnotes.detect_format(name)
    except FormatError:
        return read_paper(name, profile)
    library = footnotes.load_library(name)
    _say_problems(name, library)
    return library


def _read_stream(profile: str | None) -> Source:
    """The library or the paper on standard input: how it begins tells which."""
    document = footnotes.read_document(_STREAM)
    start = _LIBRARY_START.match(document.text)
    if start is None:
        return footnotes.parse_apparatus(document, profile=profile)
    library = footnotes.parse_library(document.text, "csl-json" if start["json"] else "biblatex")
    _say_problems(_STREAM, library)
    return library


def _say_problems(name: str, library: footnotes.Library) -> None:
    for problem in library.problems:
        say(f"{name}: {problem.message}")


def _read_lists(names: Sequence[str]) -> Iterator[Source]:
    for name in names:
        try:
            data = sys.stdin.buffer.read() if name == _STREAM else Path(name).read_bytes()
            text = data.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError, ValueError) as error:
            say(f"{name}: the list cannot be read ({getattr(error, 'strerror', None) or error}).")
            continue
        yield read_url_list(text)
