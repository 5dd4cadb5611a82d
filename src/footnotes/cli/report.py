"""`footnotes report`: the findings of an audit again, from its journal."""

from datetime import timedelta
from pathlib import Path

import click

from footnotes.cli.audit_findings import choose_audit
from footnotes.cli.audit_options import confirmation_options, make_confirmation
from footnotes.cli.audit_results import (
    choose_exit,
    fail_on_option,
    plan_result,
    result_options,
    write_result,
)
from footnotes.cli.exits import ExitCode
from footnotes.cli.messages import say


@click.command("report", short_help="The findings of an audit again, from its journal.")
@click.argument("journal", type=click.Path(path_type=Path))
@result_options
@click.option(
    "--source", metavar="NAME", help="The last audit of these sources; without it the last of all."
)
@fail_on_option
@confirmation_options
def report_journal(  # noqa: PLR0913 - click hands over an argument for each option
    journal: Path,
    *,
    layout: str | None,
    output: str,
    source: str | None,
    fail_on: tuple[str, ...],
    times: int | None,
    over: timedelta | None,
) -> ExitCode:
    """Print the findings of an audit again, from its JOURNAL; the network is not asked.

    The verdicts are made anew from what was written down, so that the same audit can be read with and
    without --confirm. An audit that was interrupted is printed as far as it came.
    """
    from footnotes.audit import open_journal, read_audit  # noqa: PLC0415 - `--help` needs none of it

    target = plan_result(output, layout, [journal])
    with open_journal(journal, create=False) as kept:
        record = choose_audit(kept, source, journal)
        audit = read_audit(kept, record, make_confirmation(times, over))
        if not record.finished:
            say(f"{journal}: this audit was interrupted; it is reported as far as it came.")
    if not record.finished and not audit.findings and target.format == "table":
        # The sums would say that nothing is cited.
        say(f"{record.source}: no answer had come yet; “footnotes audit --resume” goes on.")
        return ExitCode.DONE
    write_result(audit, target)
    return choose_exit(audit, fail_on)
