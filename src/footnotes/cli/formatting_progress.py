"""A bar on the terminal while works and notes are formatted."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_SLOW = 300
"""From how many works and notes on formatting takes more than about two seconds."""


@contextmanager
def show_steps(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on standard error for `total` steps, if a person looks on; what it gives moves it on."""
    if total < _SLOW or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs rich here
    from rich.progress import Progress  # noqa: PLC0415 - as above

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("Formatting", total=total)
        yield lambda steps: bar.advance(task, steps)
