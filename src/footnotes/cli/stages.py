"""What is being done to a large library, and since when, on standard error where a person looks on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SLOW = 2_000_000
"""From how many bytes on a step takes more than about two seconds."""

PER_WORK = 300
"""So many bytes a work has in a file, about."""


@contextmanager
def show_stage(words: str, size: int) -> Iterator[None]:
    """The words and a clock, while a library of about `size` bytes is read, compared or written.

    Of one step nobody knows how far it is: the clock only shows that something goes on.
    """
    if size < _SLOW or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs rich here
    from rich.markup import escape  # noqa: PLC0415 - as above
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - as above

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        bar.add_task(escape(words), total=None)
        yield


def measure_file(path: str) -> int:
    """The bytes of a file, 0 where there is none."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0
