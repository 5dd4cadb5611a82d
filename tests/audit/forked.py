"""Processes to be killed: each is forked from one that has imported all it needs, which takes no time."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path

from footnotes.cli import main

# The main module as well: each process would import pytest again.
_PRELOADED = [
    "__main__",
    "footnotes.audit",
    "footnotes.audit.ask.session",
    "footnotes.audit.inspect.pages",
    "footnotes.cli.audit",
    "footnotes.cli.program",
]
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(_PRELOADED)


def start_process(work: Callable[..., object], *arguments: object, output: Path) -> BaseProcess:
    """A process that does `work`, a function of a module; what it prints is in the file `output`."""
    process = _FORKS.Process(target=_work, args=(work, arguments, output), daemon=True)
    process.start()
    return process


def run_command(arguments: Sequence[str]) -> None:
    """`footnotes` with these arguments: work for a process."""
    main([*arguments])


def _work(work: Callable[..., object], arguments: tuple[object, ...], output: Path) -> None:
    place = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(place, stream.fileno())
    work(*arguments)
