"""The program around the commands: every way to fail gets its sentence and its exit code."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from footnotes.cli.exits import ExitCode
from footnotes.cli.messages import say, say_fault
from footnotes.errors import FootnotesError, FormatError


class Program(click.Group):
    """A group of commands that each return an `ExitCode`."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **settings: Any) -> NoReturn:
        """Run the command that `args` name, and leave with its exit code."""
        _keep_all_letters()
        try:
            sys.exit(self._run(args, *others, **settings))
        except BrokenPipeError:
            _forget_output()
            sys.exit(ExitCode.PIPE_CLOSED)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a closed pipe is kept from click, which would call it a failure."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _forget_output()
            return ExitCode.PIPE_CLOSED
        return code

    def _run(self, args: Sequence[str] | None, *others: Any, **settings: Any) -> int:
        settings["standalone_mode"] = False
        try:
            code = super().main(args, *others, **settings)
        except (click.Abort, KeyboardInterrupt):
            say("Interrupted.")
            return ExitCode.INTERRUPTED
        except BrokenPipeError:
            raise
        except (click.ClickException, FootnotesError, OSError) as error:
            return _explain_failure(error)
        except Exception as error:  # noqa: BLE001 - a sentence says more to a scholar than a traceback
            say_fault("footnotes", error)
            return ExitCode.FAILED
        return ExitCode.DONE if code is None else code


def _explain_failure(error: click.ClickException | FootnotesError | OSError) -> ExitCode:
    if isinstance(error, click.UsageError):
        error.show()
        return ExitCode.USAGE
    if isinstance(error, click.ClickException):
        say(error.format_message())
    elif isinstance(error, OSError):
        say(f"{error.filename or 'standard output'}: {error.strerror or error}.")
    else:
        say(str(error))
    return ExitCode.USAGE if isinstance(error, FormatError) else ExitCode.FAILED


def _keep_all_letters() -> None:
    """Write a letter that the terminal's encoding lacks as its code, where Python would give up."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _forget_output() -> None:
    # Python flushes standard output once more at its end, and would complain again.
    # https://docs.python.org/3/library/signal.html#note-on-sigpipe
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
