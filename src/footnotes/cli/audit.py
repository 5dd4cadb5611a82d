"""`footnotes audit`: what became of the cited pages, and which copies show what the author saw."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

import footnotes
from footnotes.cli.audit_options import (
    confirmation_options,
    make_confirmation,
    make_settings,
    settings_options,
)
from footnotes.cli.audit_progress import show_audit
from footnotes.cli.audit_results import (
    choose_exit,
    fail_on_option,
    plan_result,
    result_options,
    write_result,
)
from footnotes.cli.exits import ExitCode
from footnotes.cli.messages import say
from footnotes.cli.papers import profile_option


@click.command("audit", short_help="What became of the cited pages, and which copies show them.")
@click.argument("sources", nargs=-1, metavar="PAPER|LIBRARY...")
@click.option("--urls", "lists", multiple=True, metavar="FILE", help="A plain list of URLs, one a line.")
@click.option(
    "--journal", type=click.Path(path_type=Path), metavar="FILE", help="Where all is written down."
)
@click.option(
    "--resume", is_flag=True, help="Go on with an audit of the same sources that was interrupted."
)
@click.option(
    "--archive",
    "archives",
    multiple=True,
    metavar="NAME|URL",
    help="Ask this archive only: a name (ia, arquivo ...) or the URL of a collection.",
)
@click.option("--no-archives", is_flag=True, help="Ask no archive.")
@result_options
@fail_on_option
@click.option("--include", multiple=True, metavar="REGEX", help="Look at these addresses only.")
@click.option("--exclude", multiple=True, metavar="REGEX", help="Leave these addresses out.")
@confirmation_options
@settings_options
@profile_option
def audit_cited_pages(  # noqa: PLR0913 - click hands over an argument for each option
    sources: tuple[str, ...],
    *,
    lists: tuple[str, ...],
    journal: Path | None,
    archives: tuple[str, ...],
    layout: str | None,
    output: str,
    fail_on: tuple[str, ...],
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    profile: str | None,
    times: int | None,
    over: timedelta | None,
    resume: bool,
    no_archives: bool,
    **options: Any,
) -> ExitCode:
    """Find out what became of the pages that each PAPER or LIBRARY cites, and which copies show them.

    A page is asked for once, however often it is cited. Each gets a verdict with a confidence and the
    reason: live, moved, drifted, soft-dead, usurped, restricted, blocked, failing, dead, unsupported or
    excluded; docs/verdicts/ explains them. The archives are asked for the copies nearest to the day on
    which the author read the page.

    All is written down as it comes: an audit that was interrupted goes on with --resume, and "footnotes
    report" prints it again. Only public addresses are asked, politely; docs/audit.md says how.
    """
    if not sources and not lists:
        raise click.UsageError("Name a paper, a library, or a list of URLs with --urls.")
    if archives and no_archives:
        raise click.UsageError("--archive and --no-archives contradict each other.")
    from footnotes.audit import choose_archives, find_default_journal, open_journal  # noqa: PLC0415 - `--help` needs none of it
    from footnotes.cli.audit_sources import read_sources  # noqa: PLC0415 - as above

    settings = make_settings(options, make_confirmation(times, over))
    asked = () if no_archives else choose_archives(archives)
    place = journal or find_default_journal()
    result = plan_result(output, layout, (*sources, *lists), place)
    plan, is_complete = read_sources(sources, lists, profile, include=include, exclude=exclude)
    if not plan.links:
        if not is_complete:
            return ExitCode.FAILED
        say(f"{plan.source}: no addresses are cited, so nothing was looked at.")
        if result.format != "table":
            # Who asked for a file or for data gets it: an old report must not pass for this one.
            write_result(footnotes.Audit(plan.source, datetime.now(UTC), ()), result)
        return ExitCode.DONE
    with open_journal(place) as kept:
        audit = _carry_out(kept, plan, settings, asked, resume=resume)
    write_result(audit, result)
    if not is_complete:
        return ExitCode.FAILED
    return choose_exit(audit, fail_on)


def _carry_out(journal: Any, plan: Any, settings: Any, archives: Any, *, resume: bool) -> Any:
    from footnotes.audit import audit_plan, describe_plan  # noqa: PLC0415 - as above

    record = journal.resume_audit(plan.source) if resume else None
    if resume and record is None:
        say(f"{plan.source}: there is no interrupted audit of it, so this is a new one.")
    if record and not _is_plan_of(record, plan, journal):
        # Its findings would be those of the addresses of then, and would lack the new ones without a word.
        say(f"{plan.source}: what it cites has changed since the interrupted audit, so this is a new one;")
        say("with --max-age it takes over what the journal knows.")
        record = None
    for sentence in describe_plan(plan, settings, archives):
        say(sentence)
    try:
        with show_audit(len(plan.links), with_archives=bool(archives)) as progress:
            return audit_plan(
                plan,
                journal,
                record,
                version=footnotes.__version__,
                settings=settings,
                archives=archives,
                progress=progress,
            )
    except KeyboardInterrupt:
        say("All answers so far are in the journal; the same command with --resume goes on.")
        raise


def _is_plan_of(record: Any, plan: Any, journal: Any) -> bool:
    kept = journal.read_plan(record)
    return (kept.links, kept.excluded) == (plan.links, plan.excluded)
