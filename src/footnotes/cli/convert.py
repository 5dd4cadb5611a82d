"""`footnotes convert`: a library from one format to another."""

import sys

import click

import footnotes
from footnotes.cli.exits import ExitCode
from footnotes.cli.keys import apply_keys, keys_option
from footnotes.cli.messages import say
from footnotes.cli.outputs import FORMAT_NAMES, INPUT_NAMES, STREAM, plan_target
from footnotes.cli.saving import loss_options, save_library
from footnotes.errors import InputError
from footnotes.model import Library, Severity


@click.command("convert", short_help="A library from one format to another.")
@click.argument("source", metavar="IN")
@click.option("--to", "name", type=click.Choice(FORMAT_NAMES), required=True, help="The format to write.")
@click.option(
    "--from", "given", type=click.Choice(INPUT_NAMES), help="The format of IN, if not told by it."
)
@click.option(
    "-o", "--output", default=STREAM, metavar="FILE", help='The new file; "-" is standard output.'
)
@loss_options
@keys_option
def convert_library(  # noqa: PLR0913, PLR0917 - click hands over an argument for each option
    source: str, name: str, given: str | None, output: str, loss: str, pattern: str | None
) -> ExitCode:
    """Convert a library between BibLaTeX, BibTeX, CSL-JSON, CSL-YAML, RIS and CSV.

    Hayagriva YAML, the citation templates of Wikipedia, and lists of references in Markdown or plain
    text are written only. IN is a file, or "-" for standard input, which needs --from. A broken entry is
    named on standard error with its line and costs exit code 1; the others are converted.
    """
    target = plan_target(output, name, (source,))
    library = _load(source, given)
    for problem in library.problems:
        say(f"{source}: {problem.message}")
    if not library.references:
        raise InputError(f"{source}: no works were found in it, so nothing was written.")
    saved = save_library(apply_keys(library, pattern), target, loss=loss)
    broken = any(problem.severity is Severity.ERROR for problem in library.problems)
    return ExitCode.FAILED if broken else saved


def _load(source: str, given: str | None) -> Library:
    if source != STREAM:
        return footnotes.load_library(source, given)
    if given is None:
        raise click.UsageError("Standard input does not tell its format: name it with --from.")
    try:
        return footnotes.read_library(sys.stdin.buffer.read(), given)
    except InputError as error:
        raise InputError(f"{source}: {str(error).rstrip('.')}.") from error
