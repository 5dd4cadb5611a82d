"""The options of the commands that join works: formats, and how sure it has to be."""

from collections.abc import Callable
from typing import Any

import click

from footnotes.cli.outputs import FORMAT, INPUT_FORMAT

_OPTIONS = (
    click.option("--to", "name", type=FORMAT, help="The format, if not that of the suffix."),
    click.option("--from", "given", type=INPUT_FORMAT, help="The format, if the input does not tell it."),
    click.option(
        "--min-confidence",
        "least",
        type=click.Choice(["high", "medium", "low"]),
        default="medium",
        show_default=True,
        help="Join only works that are as surely one.",
    ),
)


def joining_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that joins works its formats, and how sure it has to be."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
