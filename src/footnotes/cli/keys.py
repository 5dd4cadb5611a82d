"""The option `--keys`: citation keys by a pattern."""

import click

import footnotes
from footnotes.errors import KeyPatternError


def _check_pattern(_context: click.Context, _option: click.Parameter, pattern: str | None) -> str | None:
    if pattern is not None:
        try:
            footnotes.parse_key_pattern(pattern)
        except KeyPatternError as error:
            raise click.BadParameter(f"{pattern!r}, {error}") from error
    return pattern


keys_option = click.option(
    "--keys",
    "pattern",
    metavar="PATTERN",
    callback=_check_pattern,
    help="Make the keys anew, such as auth.lower+year (docs/keys.md).",
)
"""The option of all commands that write a library."""


def apply_keys(library: footnotes.Library, pattern: str | None) -> footnotes.Library:
    """The library with keys by `pattern`, or as it is without one."""
    return library if pattern is None else footnotes.rekey_library(library, pattern)
