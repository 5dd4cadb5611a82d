"""The command line: one file for each command; `exits` holds the exit codes."""

import click

from footnotes import __version__
from footnotes.cli.audit import audit_cited_pages
from footnotes.cli.check import check_notes
from footnotes.cli.cites import show_cites
from footnotes.cli.collect import collect_papers
from footnotes.cli.convert import convert_library
from footnotes.cli.dedupe import dedupe_library
from footnotes.cli.enrich import enrich_library
from footnotes.cli.format import format_source
from footnotes.cli.merge import merge_libraries
from footnotes.cli.normalize import normalize_paper
from footnotes.cli.notes import show_notes
from footnotes.cli.program import Program
from footnotes.cli.report import report_journal
from footnotes.cli.save import save_cited_pages
from footnotes.cli.validate import validate_libraries

__all__ = ["main"]


@click.group(
    cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="footnotes", message="%(prog)s %(version)s")
def main() -> None:
    """Read the notes of a paper: what they cite, and what every Ibid. means.

    A PAPER is a text or Markdown file in UTF-8; "-" is standard input. Results go to standard output,
    all else to standard error.
    """


main.add_command(show_notes)
main.add_command(show_cites)
main.add_command(check_notes)
main.add_command(collect_papers)
main.add_command(convert_library)
main.add_command(merge_libraries)
main.add_command(dedupe_library)
main.add_command(validate_libraries)
main.add_command(normalize_paper)
main.add_command(format_source)
main.add_command(enrich_library)
main.add_command(save_cited_pages)
main.add_command(audit_cited_pages)
main.add_command(report_journal)
