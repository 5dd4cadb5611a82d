"""Where the findings of an audit go, and in which layout."""

import os
from collections.abc import Callable, Collection, Iterable
from functools import reduce
from pathlib import Path
from typing import Any

import click

import footnotes
from footnotes.cli.exits import ExitCode
from footnotes.cli.messages import say
from footnotes.cli.outputs import STREAM, Target, plan_target, tell_instead, write_paper

LAYOUTS = ("table", "json", "csv", "markdown", "html", "junit", "sarif")
"""The table, and `footnotes.audit.FORMATS`: `--help` needs the names, and should not load the layouts."""

VERDICTS = (
    "live",
    "moved",
    "drifted",
    "soft-dead",
    "usurped",
    "restricted",
    "blocked",
    "failing",
    "dead",
    "unsupported",
    "excluded",
)
"""The names of `footnotes.Verdict`, for the same reason."""

_SUFFIXES = {
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xml": "junit",
    ".sarif": "sarif",
}


def list_verdicts(_context: click.Context, _option: click.Parameter, given: str | None) -> tuple[str, ...]:
    """The names of verdicts that an option gives, divided by commas; raises BadParameter for any other."""
    names = tuple(name.strip() for name in (given or "").split(",") if name.strip())
    for name in names:
        if name not in VERDICTS:
            raise click.BadParameter(f"{name!r} is none of {', '.join(VERDICTS)}.")
    return names


_OPTIONS = (
    click.option(
        "--format", "layout", type=click.Choice(LAYOUTS), help="How to print it; without it FILE tells."
    ),
    click.option(
        "-o", "--output", default="-", metavar="FILE", help='The new file; "-" is standard output.'
    ),
)

fail_on_option = click.option(
    "--fail-on",
    metavar="VERDICT,...",
    callback=list_verdicts,
    help=f"Exit with code 2 if one of these is found: {', '.join(VERDICTS)}.",
)
"""The option of `choose_exit`."""


def result_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of `plan_result`."""
    return reduce(lambda inner, option: option(inner), reversed(_OPTIONS), command)


def choose_exit(audit: Any, fail_on: Collection[str]) -> ExitCode:
    """FINDINGS if a finding has one of the verdicts to fail on."""
    is_failing = any(finding.verdict.value in fail_on for finding in audit.findings)
    return ExitCode.FINDINGS if is_failing else ExitCode.DONE


def plan_result(
    path: str, layout: str | None, inputs: Iterable[str | os.PathLike[str]], journal: Path | None = None
) -> Target:
    """The file of a report and its layout, told by the suffix where no layout is named.

    Raises UsageError where the suffix tells none or the file is an input or the `journal`, ClickException
    where the file cannot be written.
    """
    told = layout or ("table" if path == STREAM else _SUFFIXES.get(Path(path).suffix.lower()))
    if told is None:
        known = ", ".join(_SUFFIXES)
        raise click.UsageError(f"{path}: the suffix tells no layout ({known} do); name it with --format.")
    if told == "table" and path != STREAM:
        raise click.UsageError("The table is for the terminal; choose another --format for a file.")
    # The journal need not be there yet: then its name is all there is to compare.
    if journal is not None and path != STREAM and Path(path).resolve() == journal.resolve():
        raise click.UsageError(f"{path} is the journal: it would be overwritten. Give another file to -o.")
    return plan_target(path, told, [os.fspath(one) for one in inputs])


def write_result(audit: Any, target: Target) -> None:
    """Write the findings to `target`; the table is for standard output."""
    from footnotes.audit import report_audit  # noqa: PLC0415 - only now is there something to write
    from footnotes.cli.audit_table import print_audit  # noqa: PLC0415 - as above

    if target.format == "table":
        print_audit(audit)
        return
    write_paper(report_audit(audit, target.format, footnotes.__version__), target)
    if target.path != STREAM:
        count = len(audit.findings)
        addresses = "1 address" if count == 1 else f"{count} addresses"
        say(f"{target.path}: {addresses} reported{tell_instead(target)}.")
