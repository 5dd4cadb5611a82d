"""`footnotes dedupe`: the entries of a library that are one work."""

from collections.abc import Iterator, Sequence

import click

import footnotes
from footnotes.cli.exits import ExitCode
from footnotes.cli.libraries import count_works, read_libraries
from footnotes.cli.library_options import joining_options
from footnotes.cli.merge import tell_conflicts
from footnotes.cli.messages import say
from footnotes.cli.outputs import plan_target
from footnotes.cli.saving import loss_options, save_library
from footnotes.cli.stages import PER_WORK, show_stage
from footnotes.model import Confidence

_SIGNS = {"same": "=", "doubt": "≈", "apart": "≠", "never": "≠"}


@click.command("dedupe", short_help="Entries of a library that are one work.")
@click.argument("library")
@click.option("--apply", "is_applied", is_flag=True, help="Join the pairs; needs -o.")
@click.option("-o", "--output", metavar="FILE", help='The new library; "-" is standard output.')
@joining_options
@loss_options
def dedupe_library(  # noqa: PLR0913 - click hands over an argument for each option
    library: str,
    output: str | None,
    name: str | None,
    given: str | None,
    least: str,
    *,
    is_applied: bool,
    loss: str,
) -> ExitCode:
    """Find the entries of LIBRARY that are one work, and show what they state side by side.

    A DOI or another identifier decides, else creators, title and year, of which only letters may be wrong.
    Two people of one surname, two volumes or editions, the chapters of one book, a review, a reprint or a
    translation are never one. Nothing is changed.

    With --apply the pairs are joined into the new library of -o, never over LIBRARY. Every field is kept:
    of two values the fuller, the other as variant-... beside it, the other keys in ids. An entry that fits
    two others which do not fit each other is joined with neither.
    """
    if is_applied != (output is not None):
        raise click.UsageError("--apply needs -o, which names the new library, and -o needs --apply.")
    target = plan_target(output, name, (library,)) if output else None
    read = next(iter([*read_libraries([library], given)]), None)
    if read is None:
        return ExitCode.FAILED
    _, works, is_whole = read
    with show_stage(f"Comparing {count_works(len(works))}", PER_WORK * len(works)):
        everything = footnotes.find_duplicates(works)
    pairs = [pair for pair in everything if pair.confidence.rank >= Confidence(least).rank]
    if target is None:
        _show(library, works, pairs)
    if len(pairs) < len(everything):
        left = len(everything) - len(pairs)
        say(
            f"{left} less certain {'pair is' if left == 1 else 'pairs are'} left out; see --min-confidence."
        )
    if target is None:
        return ExitCode.DONE if is_whole else ExitCode.FAILED
    joined, groups, conflicts = footnotes.merge_duplicates(works, pairs)
    tell_conflicts(conflicts)
    for group in groups:
        keys = ", ".join(works.references[at].key for at in group[1:])
        say(f"{works.references[group[0]].key}: joined with {keys}.")
    less = len(works) - len(joined)
    say(f"{count_works(less)} joined into others." if less else _tell_none(library))
    saved = save_library(joined, target, loss=loss)
    return saved if is_whole else ExitCode.FAILED


def _show(source: str, library: footnotes.Library, pairs: Sequence[footnotes.Pair]) -> None:
    if not pairs:
        click.echo(_tell_none(source))
        return
    from footnotes.cli.tables import Column, print_table  # noqa: PLC0415 - only a table needs rich

    columns = (Column("Sure", 8), Column("", 12), Column("One"), Column("", 1), Column("Other"))
    title = f"{source}: {len(pairs)} pair{'s'[: len(pairs) != 1]} of entries may be one work"
    print_table(title, columns, _list_rows(library, pairs))


def _tell_none(source: str) -> str:
    return f"{source}: no two entries were found to be one work."


def _list_rows(library: footnotes.Library, pairs: Sequence[footnotes.Pair]) -> Iterator[tuple[str, ...]]:
    for pair in pairs:
        one, other = library.references[pair.one], library.references[pair.other]
        yield pair.confidence.value, "key", one.key, "", other.key
        for evidence in pair.evidence:
            if evidence.one or evidence.other:
                sign = _SIGNS[evidence.bearing.value]
                yield "", evidence.what, evidence.one or "-", sign, evidence.other or "-"
