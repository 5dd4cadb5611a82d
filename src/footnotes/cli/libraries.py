"""Reading libraries from files, with a sentence for what of them cannot be read."""

from collections.abc import Iterator, Sequence

import footnotes
from footnotes.cli.messages import say
from footnotes.errors import InputError
from footnotes.model import Severity


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
