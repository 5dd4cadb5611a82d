"""Writing a library and saying what became of it."""

from typing import cast

from footnotes.cli.exits import ExitCode
from footnotes.cli.losses import list_losses
from footnotes.cli.messages import say
from footnotes.cli.outputs import STREAM, Target, write_target
from footnotes.errors import LossError
from footnotes.formats import FORMATS, Loss
from footnotes.model import Library


def save_library(library: Library, target: Target, *, strict: bool) -> ExitCode:
    """Write `library`, with its loss report and one sentence of success on standard error."""
    try:
        losses = write_target(library, target, strict=strict)
    except LossError as error:
        _say_lines(cast("tuple[Loss, ...]", error.losses), target)
        say(f"{target.path}: nothing was written, because --strict allows no loss.")
        return ExitCode.FAILED
    _say_lines(losses, target)
    if target.path != STREAM:
        works = "1 work" if len(library) == 1 else f"{len(library)} works"
        say(f"{target.path}: {works} written as {FORMATS[target.format].title}.")
    return ExitCode.DONE


def _say_lines(losses: tuple[Loss, ...], target: Target) -> None:
    for line in list_losses(losses, target.format):
        say(line)
