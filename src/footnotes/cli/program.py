"""The program around the commands: every way to fail gets its sentence and its exit code."""

import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from footnotes.cli.exits import ExitCode
from footnotes.cli.messages import say, say_fault
from footnotes.cli.streams import forget_output, open_streams
from footnotes.errors import FootnotesError, FormatError


class Program(click.Group):
    """A group of commands that each return an `ExitCode`."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **settings: Any) -> NoReturn:
        """Run the command that `args` name, and leave with its exit code."""
        open_streams()
        try:
            sys.exit(self._run(args, *others, **settings))
        except BrokenPipeError:
            forget_output()
            sys.exit(ExitCode.PIPE_CLOSED)

    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:
        """Read the command line, and print help; a closed pipe is kept from click here too."""
        try:
            return super().make_context(*arguments, **settings)
        except BrokenPipeError as error:
            forget_output()
            raise click.exceptions.Exit(ExitCode.PIPE_CLOSED) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a closed pipe is kept from click, which would call it a failure."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            forget_output()
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
