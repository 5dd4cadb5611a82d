"""`footnotes collect`: papers to a library."""

from collections.abc import Sequence
from pathlib import Path

import click

import footnotes
from footnotes.cli.doubts import list_bare_notes, list_doubts, list_warnings
from footnotes.cli.exits import ExitCode
from footnotes.cli.keys import apply_keys, keys_option
from footnotes.cli.messages import say
from footnotes.cli.outputs import FORMAT, STREAM, Target, plan_target
from footnotes.cli.papers import check_papers, profile_option, read_in, read_papers
from footnotes.cli.saving import loss_options, save_library
from footnotes.formats import FORMATS, READABLE

_LIBRARIES = frozenset(suffix for name in READABLE for suffix in FORMATS[name].suffixes)


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
    read = footnotes.read_reference_list if is_list else read_in(profile)
    libraries = [_report(apparatus, least) for apparatus in read_papers(papers, read)]
    if not libraries:
        return _refuse(papers, target)
    library = footnotes.merge_libraries(libraries) if len(libraries) > 1 else libraries[0][1]
    saved = save_library(apply_keys(library, pattern), target, loss=loss)
    return ExitCode.FAILED if len(libraries) < len(papers) else saved


def _report(apparatus: footnotes.Apparatus, least: str) -> tuple[str, footnotes.Library]:
    for list_sentences in (list_warnings, list_bare_notes, list_doubts):
        for sentence in list_sentences(apparatus):
            say(sentence)
    return apparatus.document.source, footnotes.keep_certain(apparatus, least)


def _refuse(papers: Sequence[str], target: Target) -> ExitCode:
    for paper in papers:
        if Path(paper).suffix.lower() in _LIBRARIES and Path(paper).is_file():
            say(f"{paper}: it ends as a library does, which “footnotes convert” reads.")
    if target.path != STREAM:
        say(f"{target.path}: nothing was collected, so nothing was written.")
    return ExitCode.FAILED
