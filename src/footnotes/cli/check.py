"""`footnotes check`: what an editor should see in the notes before print."""

import json
from collections.abc import Sequence
from itertools import chain
from typing import Any

import click

import footnotes
from footnotes.check import Report, report_to_commands, report_to_json, report_to_sarif, select_rules
from footnotes.cli.doubts import list_bare_notes
from footnotes.cli.exits import ExitCode
from footnotes.cli.findings import print_findings
from footnotes.cli.messages import say
from footnotes.cli.outputs import write_text
from footnotes.cli.papers import check_papers, profile_option, read_in, read_papers
from footnotes.errors import UnknownRuleError
from footnotes.model import Severity

_SEVERITIES = tuple(severity.value for severity in Severity)
"""From the least to the most."""


@click.command("check", short_help="What to mend in the notes before print.")
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["table", "json", "sarif", "github"]),
    default="table",
    help="How to print it.",
)
@click.option("--select", multiple=True, metavar="CODE", help="Look for this only.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Do not look for this.")
@profile_option
@click.option(
    "--fail-on", "least", type=click.Choice(_SEVERITIES), help="Exit with code 2 if this or worse is found."
)
def check_notes(  # noqa: PLR0913 - click hands over an argument for each option
    papers: tuple[str, ...],
    layout: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    profile: str | None,
    least: str | None,
) -> ExitCode:
    """Find what is to be mended in the notes of each PAPER before print.

    An Ibid. after several sources or after none, short forms without a full citation, labels and
    markers that do not agree, works in two spellings, broken URLs and so on. Each finding has its place
    as line:column, a code, one sentence, and the way to mend it.

    A CODE is that of a check (FN101), the beginning of several (FN1) or a name (ibid-after-several).
    Give several with commas, or the option again. docs/checks/ has a page for each.

    The formats sarif and github are for code hosts, which show the findings beside the text. A paper
    that cannot be read is named on standard error and costs exit code 1; the others are checked.
    """
    check_papers(papers)
    _check_codes(select, ignore)
    read = [*read_papers(papers, read_in(profile))]
    reports = [
        Report(apparatus.document, footnotes.check_apparatus(apparatus, select, ignore))
        for apparatus in read
    ]
    is_complete = len(reports) == len(papers)
    _print(reports, layout, is_complete=is_complete)
    for sentence in chain.from_iterable(map(list_bare_notes, read)):
        # What no cite was found in was not checked either.
        say(sentence)
    if not is_complete:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if least and _reaches(reports, least) else ExitCode.DONE


def _check_codes(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    try:
        rules = select_rules(select, ignore)
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from error
    if not rules:
        raise click.UsageError("--select and --ignore leave nothing to look for.")


def _print(reports: Sequence[Report], layout: str, *, is_complete: bool) -> None:
    if layout == "table":
        print_findings(reports)
    elif layout == "json":
        _print_json(report_to_json(reports))
    elif layout == "sarif":
        _print_json(report_to_sarif(reports, footnotes.__version__, is_complete=is_complete))
    else:
        write_text("".join(f"{line}\n" for line in report_to_commands(reports)))


def _print_json(value: dict[str, Any]) -> None:
    write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _reaches(reports: Sequence[Report], least: str) -> bool:
    """Whether there is a finding of the severity `least` or of a greater one."""
    failing = _SEVERITIES[_SEVERITIES.index(least) :]
    return any(finding.severity.value in failing for report in reports for finding in report.findings)
