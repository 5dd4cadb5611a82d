"""`footnotes collect`: papers to a library."""

from collections.abc import Sequence

import click

import footnotes
from footnotes.cli.doubts import list_bare_notes, list_doubts, list_warnings
from footnotes.cli.exits import ExitCode
from footnotes.cli.final_keys import CollectedPaper, mark_keys, name_works
from footnotes.cli.keys import apply_keys, keys_option
from footnotes.cli.libraries import count_works
from footnotes.cli.messages import say
from footnotes.cli.outputs import FORMAT, STREAM, Target, plan_target
from footnotes.cli.papers import (
    Reader,
    check_papers,
    is_named_as_library,
    profile_option,
    read_in,
    read_papers,
)
from footnotes.cli.saving import loss_options, save_library
from footnotes.errors import NoNotesError


@click.command("collect", short_help="The works that papers cite, as one library.")
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@click.option("-o", "--output", default=STREAM, metavar="FILE", help='The library; "-" is standard output.')
@click.option("--to", "name", type=FORMAT, help="The format, if not that of the suffix.")
@click.option("--list", "is_list", is_flag=True, help="Each PAPER is a reference list, or ends in one.")
@click.option(
    "--min-confidence",
    "least",
    type=click.Choice(["high", "medium", "low"]),
    default="low",
    help="Leave out works that are read or told apart with less confidence.",
)
@profile_option
@loss_options
@keys_option
def collect_papers(  # noqa: PLR0913, PLR0917 - click hands over an argument for each option
    papers: tuple[str, ...],
    output: str,
    name: str | None,
    least: str,
    profile: str | None,
    loss: str,
    pattern: str | None,
    *,
    is_list: bool,
) -> ExitCode:
    """Collect the works that papers cite into one library.

    Each work is one reference, however often and in however many papers it is cited. The suffix of
    FILE tells the format: CSL-JSON for .json, BibLaTeX for .bib, and so on for .yaml, .ris, .csv, .md,
    .txt and .wiki; classic BibTeX and Hayagriva need --to.
    On standard output it is BibLaTeX without --to.

    A paper that cannot be read, or has no notes, is named on standard error and costs exit code 1;
    the others are collected. Cites that are not certain are told there too, one sentence each, and
    so is what the format cannot hold.

    With --list the references themselves are read: those behind a heading such as "Bibliography", or
    each line of a file without one.
    """
    check_papers(papers)
    target = plan_target(output, name, papers)
    without: list[str] = []
    read = footnotes.read_reference_list if is_list else _note_lists(read_in(profile), without)
    read_ones = [_take(apparatus, least) for apparatus in read_papers(papers, read)]
    if not read_ones:
        return _refuse(without, target)
    library = apply_keys(_join(read_ones), pattern)
    for paper in read_ones:
        for sentence in name_works(paper, library):
            say(sentence)
    saved = save_library(library, target, loss=loss)
    return ExitCode.FAILED if len(read_ones) < len(papers) else saved


def _take(apparatus: footnotes.Apparatus, least: str) -> CollectedPaper:
    """The works of a paper that are sure enough, and what is to be said of it."""
    marked, source = mark_keys(apparatus), apparatus.document.source
    sentences = [
        sentence
        for list_sentences in (list_warnings, list_bare_notes, list_doubts)
        for sentence in list_sentences(marked)
    ]
    kept = footnotes.keep_certain(apparatus, least)
    if left := len(apparatus.library) - len(kept):
        verb = "is" if left == 1 else "are"
        sentences.append(f"{source}: {count_works(left)} {verb} left out, being less sure than {least}.")
    return CollectedPaper(source, kept, tuple(sentences))


def _join(papers: Sequence[CollectedPaper]) -> footnotes.Library:
    if len(papers) == 1:
        return papers[0].library
    return footnotes.merge_libraries([(paper.source, paper.library) for paper in papers])


def _note_lists(read: Reader, without: list[str]) -> Reader:
    """`read`, which puts down in `without` the papers that have no notes."""

    def read_paper(paper: str) -> footnotes.Apparatus:
        try:
            return read(paper)
        except NoNotesError:
            without.append(paper)
            raise

    return read_paper


def _refuse(without: Sequence[str], target: Target) -> ExitCode:
    """Say how a list of references is read, and that nothing was written."""
    if any(not is_named_as_library(paper) for paper in without):
        say("A list of references is read with --list.")
    if target.path != STREAM:
        say(f"{target.path}: nothing was collected, so nothing was written.")
    return ExitCode.FAILED
