"""`footnotes merge`: several libraries to one."""

from collections.abc import Sequence

import click
from attrs import evolve

import footnotes
from footnotes.cli.exits import ExitCode
from footnotes.cli.keys import apply_keys, keys_option
from footnotes.cli.libraries import count_works, read_libraries
from footnotes.cli.library_options import joining_options
from footnotes.cli.messages import say
from footnotes.cli.outputs import STREAM, plan_target
from footnotes.cli.saving import loss_options, save_library
from footnotes.cli.stages import PER_WORK, show_stage
from footnotes.errors import InputError
from footnotes.formats import name_variable


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

    A library that cannot be read is named and costs exit code 1; the others are merged. On standard output
    the new one is BibLaTeX without --to.
    """
    target = plan_target(output, name, libraries)
    read = list(read_libraries(libraries, given))
    if not read:
        raise InputError("No works were found, so nothing was written.")
    number = sum(len(library) for _, library, _ in read)
    with show_stage(f"Comparing {count_works(number)}", PER_WORK * number):
        joining = footnotes.join_libraries([(path, library) for path, library, _ in read], least)
        merged = apply_keys(joining.library, pattern)
    _tell(joining, merged, is_rekeyed=pattern is not None)
    _tell_remaining(joining.unjoined)
    saved = save_library(merged, target, loss=loss)
    is_whole = len(read) == len(libraries) and all(whole for _, _, whole in read)
    return saved if is_whole else ExitCode.FAILED


def _tell(joining: footnotes.Joining, merged: footnotes.Library, *, is_rekeyed: bool) -> None:
    """Say what became of the works, by the keys that they have in the new library."""
    keys = {before.key: now.key for before, now in zip(joining.library, merged, strict=True)}
    for work in joining.joined:
        entries = ", ".join(f"{key} of {source}" for source, key in work.entries)
        say(f"{keys[work.key]}: joined from {entries}.")
    tell_conflicts([evolve(one, key=keys[one.key]) for one in joining.conflicts])
    for source, before, now in () if is_rekeyed else joining.renamed:
        say(f"{source}: the key {before} is that of another work; it is {now} now.")
    if joining.joined:
        say(f"{count_works(len(joining.joined))} joined.")


def _tell_remaining(pairs: int) -> None:
    """Say that entries of one library, or entries that fit several others, may still be one work."""
    if pairs:
        say(
            f"{pairs} pair{'s'[: pairs != 1]} of entries may still be one work: “footnotes dedupe” shows"
            f" {'it' if pairs == 1 else 'them'}."
        )


def tell_conflicts(conflicts: Sequence[footnotes.Conflict]) -> None:
    """Say where two entries of one work differ: the value that was kept, and the other."""
    for one in conflicts:
        # The loss report has "exact" here: there less than the whole may be lost.
        name = name_variable(one.variable).removeprefix("exact ")
        say(f"{one.key}: the {name} is “{one.kept}”; another entry has “{one.other}”.")
