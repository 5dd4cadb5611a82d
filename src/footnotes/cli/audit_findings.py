"""The findings that `save` and `enrich` act upon: from a journal, or from the JSON of an audit."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from footnotes.cli.messages import say
from footnotes.errors import InputError
from footnotes.model import LinkFinding

if TYPE_CHECKING:
    from footnotes.audit import AuditRecord, Journal

_OPTIONS = (
    click.option(
        "--journal", type=click.Path(path_type=Path), metavar="FILE", help="The journal of its audit."
    ),
    click.option(
        "--findings", metavar="FILE", help="The findings as JSON instead (footnotes audit --format json)."
    ),
)


def findings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of `load_findings`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def load_findings(
    source: str | None, journal: Path | None, findings: str | None
) -> tuple[LinkFinding, ...]:
    """The findings of the last audit of `source`, or of the last audit of all where no source is named.

    Without `journal` it is that of the user. `findings` is a file with the JSON of an audit instead. Raises
    InputError with a sentence, UsageError where both are given.
    """
    if journal and findings:
        raise click.UsageError("--journal and --findings are two sources of the same: give one.")
    return _read_json(findings) if findings else _read_journal(source, journal)


def choose_audit(journal: "Journal", source: str | None, path: Path) -> "AuditRecord":
    """The last audit of `source`, or the last of all; raises InputError where there is none."""
    audits = journal.list_audits()
    fitting = [audit for audit in audits if source is None or audit.source == source]
    if fitting:
        return fitting[-1]
    if not audits:
        raise InputError(f"{path}: no audit is written down in it; make one with footnotes audit.")
    names = ", ".join(dict.fromkeys(audit.source for audit in audits))
    raise InputError(f"{path}: there is no audit of {source}; there are audits of {names}.")


def _read_journal(source: str | None, path: Path | None) -> tuple[LinkFinding, ...]:
    from footnotes.audit import find_default_journal, open_journal, read_audit  # noqa: PLC0415 - `--help` needs none of it

    place = path or find_default_journal()
    with open_journal(place, create=False) as journal:
        record = choose_audit(journal, source, place)
        if not record.finished:
            say(f"{place}: the audit of {record.source} was interrupted; it is used as far as it came.")
        return read_audit(journal, record).findings


def _read_json(path: str) -> tuple[LinkFinding, ...]:
    from footnotes.audit import parse_findings  # noqa: PLC0415 - as above

    try:
        return parse_findings(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: the file cannot be read ({error.strerror or error}).") from error
    except (InputError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}.") from error
