"""Citation keys: the option `--keys` for a pattern, and keys for works that have none."""

from collections.abc import Sequence
from itertools import chain, count

import click
from attrs import evolve

import footnotes
from footnotes.errors import KeyPatternError
from footnotes.model import Library, Reference

_USUAL = "auth.lower+year"


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


def apply_keys(library: Library, pattern: str | None) -> Library:
    """The library with keys by `pattern`, or as it is without one."""
    return library if pattern is None else footnotes.rekey_library(library, pattern)


def add_missing_keys(works: Sequence[Reference]) -> tuple[tuple[Reference, ...], tuple[str, ...]]:
    """The works, those without a key with one of surname and year; and the keys that were made.

    EndNote writes no keys into RIS, and a spreadsheet has none: two works without one would be the same to
    every program that reads the library. Keys that are there stay.
    """
    if all(work.key for work in works):
        return tuple(works), ()
    taken = {work.key.lower() for work in works if work.key}
    named: list[Reference] = []
    made: list[str] = []
    for work, usual in zip(works, footnotes.rekey_library(Library(tuple(works)), _USUAL), strict=True):
        if not work.key:
            spellings = chain([usual.key], (f"{usual.key}-{number}" for number in count(2)))
            made.append(next(key for key in spellings if key.lower() not in taken))
            taken.add(made[-1].lower())
        named.append(work if work.key else evolve(work, key=made[-1]))
    return tuple(named), tuple(made)
