"""`footnotes validate`: what should be mended in a library."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import click

import footnotes
from footnotes.cli.exits import ExitCode
from footnotes.cli.libraries import explain_failure, read_library_text, tell_empty
from footnotes.cli.messages import say
from footnotes.cli.outputs import INPUT_FORMAT, write_text
from footnotes.cli.papers import check_papers
from footnotes.cli.stages import show_stage
from footnotes.errors import InputError
from footnotes.model import Severity

_SEVERITIES = tuple(severity.value for severity in Severity)


@click.command("validate", short_help="What to mend in a library.")
@click.argument("libraries", nargs=-1, required=True, metavar="LIBRARY...")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["table", "json", "sarif"]),
    default="table",
    help="How to print it.",
)
@click.option(
    "--dialect",
    type=click.Choice(["biblatex", "bibtex", "csl-json"]),
    help="Whose required fields to ask for, if not the file's own.",
)
@click.option("--from", "given", type=INPUT_FORMAT, help="The format, if the files do not tell it.")
@click.option(
    "--fail-on", "least", type=click.Choice(_SEVERITIES), help="Exit with code 2 if this or worse is found."
)
def validate_libraries(
    libraries: tuple[str, ...], layout: str, dialect: str | None, given: str | None, least: str | None
) -> ExitCode:
    """Find what is to be mended in each LIBRARY before other programs read it.

    Required fields for each type, dates that cannot be, check digits of ISBN, ISSN and ORCID, DOIs, URLs,
    repeated keys, names that are not in their parts, titles in capitals and so on. Each finding has its
    place as line:column where the file has one, and a code, which docs/validation.md explains.

    A library that cannot be read is named on standard error and costs exit code 1; the others are
    validated.
    """
    check_papers(libraries)
    found = [one for path in libraries if (one := _validate(path, given, dialect)) is not None]
    is_complete = len(found) == len(libraries)
    _print(found, layout, is_complete=is_complete)
    if not is_complete:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if least and _reaches(found, least) else ExitCode.DONE


def _validate(path: str, given: str | None, dialect: str | None) -> footnotes.Validation | None:
    try:
        text, name = read_library_text(path, given)
        with explain_failure(path, given, text), show_stage(f"Reading {path}", len(text)):
            validation = footnotes.validate_library(text, name, dialect=dialect, source=path)
    except InputError as error:
        say(str(error))
        return None
    if validation.works or validation.findings:
        return validation
    say(tell_empty(path, given, text))
    return None


def _print(found: Sequence[footnotes.Validation], layout: str, *, is_complete: bool) -> None:
    from footnotes.validate import (  # noqa: PLC0415 - `--help` needs none of it
        validations_to_json,
        validations_to_sarif,
    )

    if layout == "table":
        for number, one in enumerate(found):
            if number:
                click.echo()
            _print_table(one)
        findings = [finding for one in found for finding in one.findings]
        if findings:
            say(f"{_count(findings)}.")
    elif layout == "json":
        _print_json(validations_to_json(found))
    else:
        _print_json(validations_to_sarif(found, footnotes.__version__, is_complete=is_complete))


def _print_json(value: dict[str, Any]) -> None:
    write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _print_table(one: footnotes.Validation) -> None:
    if not one.findings:
        click.echo(f"{one.source}: nothing was found that should be mended.")
        return
    from footnotes.cli.tables import Column, print_table  # noqa: PLC0415 - only a table needs rich

    columns = (Column("Entry", 20), Column("Place", 9), Column("Check", 8), Column("What was found"))
    print_table(f"{one.source}: {_count(one.findings)}", columns, _list_rows(one))


def _list_rows(one: footnotes.Validation) -> Iterator[tuple[str, ...]]:
    from footnotes.validate import LineTable  # noqa: PLC0415 - `--help` needs none of it

    lines = LineTable.of(one.text)
    for finding in one.findings:
        place = "-" if finding.span is None else "{}:{}".format(*lines.locate(finding.span.start))
        yield finding.key or "-", place, f"{finding.severity.value}\n{finding.code}", finding.message


def _count(findings: Sequence[Any]) -> str:
    numbers = Counter(finding.severity for finding in findings)
    parts = [
        f"{numbers[severity]} {severity.value}{'s'[: numbers[severity] != 1]}"
        for severity in (Severity.ERROR, Severity.WARNING)
        if numbers[severity]
    ]
    if numbers[Severity.INFO]:
        parts.append(f"{numbers[Severity.INFO]} for information")
    return f"{len(findings)} finding{'s'[: len(findings) != 1]} ({', '.join(parts)})"


def _reaches(found: Sequence[footnotes.Validation], least: str) -> bool:
    failing = _SEVERITIES[_SEVERITIES.index(least) :]
    return any(finding.severity.value in failing for one in found for finding in one.findings)
