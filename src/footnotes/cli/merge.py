"""`footnotes merge`: several libraries to one."""

from collections.abc import Sequence

import click

import footnotes
from footnotes.cli.exits import ExitCode
from footnotes.cli.keys import apply_keys, keys_option
from footnotes.cli.libraries import count_works, joining_options, read_libraries
from footnotes.cli.messages import say
from footnotes.cli.outputs import STREAM, plan_target
from footnotes.cli.saving import loss_options, save_library
from footnotes.errors import InputError


@click.command("merge", short_help="Several libraries to one, the same works joined.")
@click.argument("libraries", nargs=-1, required=True, metavar="LIBRARY...")
@click.option("-o", "--output", default=STREAM, metavar="FILE", help='The library; "-" is standard output.')
@joining_options
@keys_option
@loss_options
def merge_libraries(  # noqa: PLR0913, PLR0917 - click hands over an argument for each option
    libraries: tuple[str, ...],
    output: str,
    name: str | None,
    given: str | None,
    least: str,
    pattern: str | None,
    *,
    loss: str,
) -> ExitCode:
    """Merge several libraries into one, in which each work stands once.

    Works that two libraries hold are joined, and keep every field: of two values the fuller, the other as
    variant-... beside it. Keys stay; a key that another work has already gets a letter. What was joined,
    what differed and which keys changed is told on standard error. Two entries of one library are never
    joined: "footnotes dedupe" finds those.

    A library that cannot be read is named and costs exit code 1; the others are merged.
    """
    target = plan_target(output, name, libraries)
    read = list(read_libraries(libraries, given))
    if not any(len(library) for _, library, _ in read):
        raise InputError("no works were found, so nothing was written.")
    joining = footnotes.join_libraries([(path, library) for path, library, _ in read], least)
    _tell(joining)
    saved = save_library(apply_keys(joining.library, pattern), target, loss=loss)
    is_whole = len(read) == len(libraries) and all(whole for _, _, whole in read)
    return saved if is_whole else ExitCode.FAILED


def _tell(joining: footnotes.Joining) -> None:
    for work in joining.joined:
        entries = ", ".join(f"{key} of {source}" for source, key in work.entries)
        say(f"{work.key}: joined from {entries}.")
    tell_conflicts(joining.conflicts)
    for source, before, now in joining.renamed:
        say(f"{source}: the key {before} is that of another work; it is {now} now.")
    if joining.joined:
        say(f"{count_works(len(joining.joined))} joined.")


def tell_conflicts(conflicts: Sequence[footnotes.Conflict]) -> None:
    """Say where two entries of one work differ: the value that was kept, and the other."""
    for one in conflicts:
        variable = one.variable.replace("_", "-")
        say(f"{one.key}: {variable} is “{one.kept}”; another entry has “{one.other}”.")
