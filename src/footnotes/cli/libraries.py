"""Reading libraries from files, with a sentence for what of them cannot be read."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

import footnotes
from footnotes.cli.messages import say
from footnotes.cli.outputs import FORMAT_NAMES, INPUT_NAMES
from footnotes.errors import InputError
from footnotes.model import Severity

_OPTIONS = (
    click.option(
        "--to", "name", type=click.Choice(FORMAT_NAMES), help="The format, if not that of the suffix."
    ),
    click.option(
        "--from", "given", type=click.Choice(INPUT_NAMES), help="The format, if the input does not tell it."
    ),
    click.option(
        "--min-confidence",
        "least",
        type=click.Choice(["high", "medium", "low"]),
        default="medium",
        show_default=True,
        help="Join only works that are as surely one.",
    ),
)


def joining_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that joins works its formats, and how sure it has to be."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_libraries(
    paths: Sequence[str], format_name: str | None
) -> Iterator[tuple[str, footnotes.Library, bool]]:
    """Each library with its path, and whether all of it could be read.

    One that cannot be read at all costs a sentence; so does each broken entry of the others.
    """
    for path in paths:
        try:
            library = footnotes.load_library(path, format_name)
        except InputError as error:
            say(str(error))
            continue
        for problem in library.problems:
            say(f"{path}: {problem.message}")
        yield path, library, not any(problem.severity is Severity.ERROR for problem in library.problems)


def count_works(number: int) -> str:
    """`1 work`, `2 works`."""
    return f"{number} work{'s'[: number != 1]}"
