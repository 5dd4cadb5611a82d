"""The three standard streams, made usable: also where the shell closed one, as `footnotes ... >&-` does."""

import os
import sys
from io import TextIOWrapper

from footnotes.cli.signs import ERRORS

_INPUT, _OUTPUT, _MESSAGES = range(3)


def open_streams() -> None:
    """Open the streams that are closed, and give the others a sign for every letter.

    Standard input is then empty; what is said on standard error is lost. Standard output is a pipe without
    a reader, so that a command which prints something ends as if its reader had gone away.
    """
    if sys.stdin is None:
        sys.stdin = _open(_INPUT, os.open(os.devnull, os.O_RDONLY))
    if sys.stdout is None:
        reading, writing = os.pipe()
        os.close(reading)
        sys.stdout = _open(_OUTPUT, writing)
    if sys.stderr is None:
        sys.stderr = _open(_MESSAGES, os.open(os.devnull, os.O_WRONLY))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=ERRORS)


def forget_output() -> None:
    """Send what is still to be written to standard output nowhere."""
    # Python flushes standard output once more at its end, and would complain again.
    # https://docs.python.org/3/library/signal.html#note-on-sigpipe
    os.dup2(os.open(os.devnull, os.O_WRONLY), _OUTPUT)


def _open(number: int, given: int) -> TextIOWrapper:
    """A stream of the file descriptor `given`, under the `number` at which other programs look for it.

    Where something else has got that number since the program began, it keeps its own.
    """
    if given != number and _is_free(number):
        os.dup2(given, number)
        os.close(given)
        given = number
    return open(given, "r" if number == _INPUT else "w", encoding="utf-8", closefd=False)


def _is_free(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return True
    return False
