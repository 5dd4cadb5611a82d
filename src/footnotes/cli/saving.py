"""Writing a library and saying what became of it."""

from collections.abc import Callable
from typing import Any, cast

import click

from footnotes.cli.exits import ExitCode
from footnotes.cli.messages import say
from footnotes.cli.outputs import STREAM, Target, tell_instead, write_target
from footnotes.errors import LossError
from footnotes.formats import FORMATS, Export, Loss, report_losses
from footnotes.model import Library

REPORT, ERROR = "report", "error"
"""What a loss leads to: sentences on standard error, or nothing written."""


def loss_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--loss report|error`, and `--strict` as a short way to say `--loss error`."""
    strict = click.option("--strict", "loss", flag_value=ERROR, help="The same as --loss error.")
    loss = click.option(
        "--loss",
        type=click.Choice([REPORT, ERROR]),
        default=REPORT,
        show_default=True,
        help="Say what the format cannot hold, or write nothing then.",
    )
    return loss(strict(command))


def save_library(library: Library, target: Target, *, loss: str) -> ExitCode:
    """Write `library`, with its loss report and one sentence of success on standard error."""
    try:
        export = write_target(library, target, strict=loss == ERROR)
    except LossError as error:
        _say_lines(Export("", cast("tuple[Loss, ...]", error.losses)), target)
        say(f"{target.path}: nothing was written, because no loss is allowed.")
        return ExitCode.FAILED
    _say_lines(export, target)
    if target.path != STREAM:
        works = "1 work" if len(library) == 1 else f"{len(library)} works"
        say(f"{target.path}: {works} written as {FORMATS[target.format].title}{tell_instead(target)}.")
    return ExitCode.DONE


def _say_lines(export: Export, target: Target) -> None:
    for line in report_losses(export, FORMATS[target.format].title):
        say(line)
