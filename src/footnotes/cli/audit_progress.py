"""How far an audit is, and how long it still takes, on standard error where a person looks on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def show_audit(looks: int, *, with_archives: bool) -> Iterator[Callable[[str], None]]:
    """Bars for `looks` looks and as many questions to archives; what it gives moves them on."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs rich here
    from rich.progress import (  # noqa: PLC0415 - as above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bars:
        tasks = {"look": bars.add_task("Pages", total=looks)}
        if with_archives:
            tasks["copies"] = bars.add_task("Archives", total=looks)
        yield lambda what: bars.advance(tasks[what]) if what in tasks else None
