"""`footnotes enrich`: a library again, with the archived copies that an audit found."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnotes.cli.audit_findings import findings_options, load_findings
from footnotes.cli.audit_results import list_verdicts
from footnotes.cli.exits import ExitCode
from footnotes.cli.libraries import explain_failure
from footnotes.cli.messages import say
from footnotes.cli.outputs import EDITED_NAMES, STREAM, plan_target, tell_instead, write_text
from footnotes.errors import FormatError, InputError
from footnotes.model import LinkFinding

if TYPE_CHECKING:
    from footnotes.audit import Enriched

# A .bib file in an old encoding is kept byte for byte: what is written into it is ASCII.
_ERRORS = "surrogateescape"
_STATES = {
    "written": "given an archived copy or the state of its page",
    "replaced": "made true again",
    "same": "right already",
    "left": "left as they are",
}


@click.command("enrich", short_help="A library again, with the archived copies that an audit found.")
@click.argument("library")
@findings_options
@click.option("-o", "--output", metavar="FILE", help='The new library; "-" is standard output.')
@click.option(
    "--from", "given", type=click.Choice(EDITED_NAMES), help="The format, if the file does not tell it."
)
@click.option("--only", callback=list_verdicts, metavar="VERDICT,...", help="Pages of these verdicts only.")
@click.option(
    "--fields",
    "style",
    type=click.Choice(["note", "custom"]),
    default="note",
    help="In a .bib file: words that every style prints, or fields of their own.",
)
@click.option("--replace", is_flag=True, help="Also where the entry says otherwise.")
def enrich_library(  # noqa: PLR0913 - click hands over an argument for each option
    library: str,
    *,
    journal: Path | None,
    findings: str | None,
    output: str | None,
    given: str | None,
    only: tuple[str, ...],
    style: str,
    replace: bool,
) -> ExitCode:
    """Write the archived copies that an audit found into the entries of LIBRARY that cite the pages.

    CSL-JSON gets archive_url, archive_date and url_status in "custom". A .bib file gets them as words in
    addendum (BibLaTeX) or note (BibTeX), which every style prints; with --fields custom as fields of
    their own, archiveurl, archivedate and urlstatus, of which biber warns. Nothing else of the file
    changes, not by a byte, and never the cited address.

    The changes are shown as a unified diff. Only -o writes them, and never over LIBRARY. An entry that
    says otherwise already is left and named on standard error.
    """
    from footnotes.audit import FieldStyle, enrich_text, find_default_journal  # noqa: PLC0415 - `--help` needs none of it
    from footnotes.cli.text_diffs import print_text_diff  # noqa: PLC0415 - as above

    read = (library, findings or str(journal or find_default_journal()))
    target = plan_target(output, given or _guess(library), read) if output else None
    text = _read(library)
    name = given or _tell_format(library, text)
    chosen = [
        one
        for one in load_findings(None if journal else library, journal, findings)
        if _is_chosen(one, only)
    ]
    enriched = enrich_text(text, name, chosen, style=FieldStyle(style), replace=replace)
    _say_changes(library, enriched)
    if target is None or target.path != STREAM:
        print_text_diff(text, enriched.edits, library, target.path if target else library)
    if target is not None:
        _write(enriched.text, target.path)
    if target is not None and target.path != STREAM:
        say(f"{target.path}: the new library is written{tell_instead(target)}.")
    return ExitCode.DONE


def _is_chosen(finding: LinkFinding, only: tuple[str, ...]) -> bool:
    return not only or finding.verdict.value in only


def _guess(library: str) -> str:
    return "csl-json" if Path(library).suffix.lower() in {".json", ".csljson"} else "biblatex"


def _tell_format(library: str, text: str) -> str:
    from footnotes.formats import detect_format  # noqa: PLC0415 - as above

    with explain_failure(library, None, text):
        name = detect_format("" if library == STREAM else library, text.removeprefix("\ufeff"))
    if name not in EDITED_NAMES:
        raise FormatError(f"{library}: only .bib files and CSL-JSON can be enriched; convert it first.")
    return name


def _read(library: str) -> str:
    try:
        data = sys.stdin.buffer.read() if library == STREAM else Path(library).read_bytes()
    except OSError as error:
        raise InputError(f"{library}: the file cannot be read ({error.strerror or error}).") from error
    if b"\0" in data:
        raise InputError(f"{library}: it is no text, or text in UTF-16; save it as UTF-8.")
    is_json = data.lstrip().startswith((b"[", b"{")) if library == STREAM else _guess(library) == "csl-json"
    try:
        return data.decode("utf-8", "strict" if is_json else _ERRORS)
    except UnicodeDecodeError as error:
        raise InputError(f"{library}: it is not UTF-8, which JSON has to be.") from error


def _write(text: str, path: str) -> None:
    from footnotes.formats import replace_text  # noqa: PLC0415 - as above

    if path == STREAM:
        write_text(text, errors=_ERRORS)
        return
    try:
        replace_text(Path(path), text, errors=_ERRORS)
    except OSError as error:
        message = f"{path}: the file cannot be written ({error.strerror or error})."
        raise click.ClickException(message) from error


def _say_changes(library: str, enriched: "Enriched") -> None:
    for change in enriched.changes:
        if change.reason:
            say(f"{library}: line {change.line}: {change.key}: left as it is, because {change.reason}.")
    counts = Counter(change.state.value for change in enriched.changes)
    parts = [f"{counts[state]} {words}" for state, words in _STATES.items() if counts[state]]
    nothing = "the audit has neither a copy nor bad news of the pages it cites"
    say(f"{library}: {'; '.join(parts) or nothing}.")
