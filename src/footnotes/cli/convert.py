"""`footnotes convert`: a library from one format to another."""

import click

from footnotes.cli.exits import ExitCode
from footnotes.cli.keys import apply_keys, keys_option
from footnotes.cli.libraries import is_whole, read_library
from footnotes.cli.outputs import FORMAT, INPUT_FORMAT, STREAM, plan_target
from footnotes.cli.saving import loss_options, save_library


@click.command("convert", short_help="A library from one format to another.")
@click.argument("source", metavar="IN")
@click.option("--to", "name", type=FORMAT, help="The format, if not that of the suffix of FILE.")
@click.option("--from", "given", type=INPUT_FORMAT, help="The format of IN, if not told by it.")
@click.option(
    "-o", "--output", default=STREAM, metavar="FILE", help='The new file; "-" is standard output.'
)
@loss_options
@keys_option
def convert_library(  # noqa: PLR0913, PLR0917 - click hands over an argument for each option
    source: str, name: str | None, given: str | None, output: str, loss: str, pattern: str | None
) -> ExitCode:
    """Convert a library between BibLaTeX, BibTeX, CSL-JSON, CSL-YAML, RIS and CSV.

    Hayagriva YAML, the citation templates of Wikipedia, and lists of references in Markdown or plain
    text are written only. IN is a file, or "-" for standard input. A broken entry is named on standard
    error with its line and costs exit code 1; the others are converted. A work without a key gets one.
    """
    if name is None and output == STREAM:
        raise click.UsageError("Standard output tells no format: name one with --to, or a file with -o.")
    target = plan_target(output, name, (source,))
    library = read_library(source, given)
    saved = save_library(apply_keys(library, pattern), target, loss=loss)
    return saved if is_whole(library) else ExitCode.FAILED
