"""Reading papers, with a bar that shows the time left where a person looks on."""

import functools
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

import footnotes
from footnotes.cli.messages import say, say_fault
from footnotes.errors import InputError, NoNotesError

Reader = Callable[[str], footnotes.Apparatus]
_SLOW = 500_000
"""From how many bytes on reading takes more than about two seconds, and a person wants to know how long."""


def check_papers(papers: Sequence[str]) -> None:
    """Raises UsageError where standard input is named twice: it can be read only once."""
    if papers.count("-") > 1:
        raise click.UsageError("Standard input (-) can be read only once.")


def _check_profile(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    if name is not None and name not in footnotes.PROFILES:
        raise click.BadParameter(f"{name!r} is none of {', '.join(footnotes.PROFILES)}.")
    return name


profile_option = click.option(
    "--profile",
    metavar="NAME",
    callback=_check_profile,
    help="The tradition of the notes (oscola, bluebook, gost ...); without it the notes tell.",
)
"""The option of all commands that resolve back-references."""


def read_paper(paper: str, profile: str | None = None) -> footnotes.Apparatus | None:
    """The apparatus of one paper, or None after a sentence that says why there is none."""
    return next(iter([*read_papers([paper], read_in(profile))]), None)


def read_in(profile: str | None) -> Reader:
    """The function that reads a paper in the tradition `profile`, or in that which its notes tell."""
    if profile is None:
        return footnotes.read_apparatus
    return functools.partial(footnotes.read_apparatus, profile=profile)


def read_papers(papers: Sequence[str], read: Reader | None = None) -> Iterator[footnotes.Apparatus]:
    """The apparatus of each paper in turn; one that cannot be read costs a sentence and no more.

    `read` is the function that reads one, `footnotes.read_apparatus` if none is given.
    """
    with _show_progress([_measure(paper) for paper in papers]) as advance:
        for paper in papers:
            apparatus = _read(paper, read or footnotes.read_apparatus)
            if apparatus is not None:
                yield apparatus
            advance(_measure(paper))


def _read(paper: str, read: Reader) -> footnotes.Apparatus | None:
    try:
        return read(paper)
    except InputError as error:
        say(str(error))
        if isinstance(error, NoNotesError) and is_named_as_library(paper):
            say(f"{paper}: it ends as a library does, which “footnotes convert” reads.")
    except Exception as error:  # noqa: BLE001 - a fault in one paper must not cost a batch the others
        say_fault(paper, error)
    return None


def is_named_as_library(paper: str) -> bool:
    """Whether the name of a file ends as that of a library does."""
    from footnotes.formats import FORMATS, READABLE  # noqa: PLC0415 - only for a sentence

    suffixes = {suffix for name in READABLE for suffix in FORMATS[name].suffixes}
    return Path(paper).suffix.lower() in suffixes


@contextmanager
def _show_progress(sizes: Sequence[int]) -> Iterator[Callable[[int], None]]:
    """A bar on standard error while the papers of these sizes are read; what it gives moves it on."""
    if sum(sizes) < _SLOW or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs rich here
    from rich.progress import Progress  # noqa: PLC0415 - as above

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        # Of one paper nobody knows how far it is: the bar only shows that something goes on.
        task = bar.add_task("Reading", total=sum(sizes) if len(sizes) > 1 else None)
        yield lambda size: bar.advance(task, size)


def _measure(paper: str) -> int:
    try:
        return Path(paper).stat().st_size
    except (OSError, ValueError):
        return 0
