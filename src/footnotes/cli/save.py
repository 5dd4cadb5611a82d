"""`footnotes save`: an archive is asked to keep the living pages that none holds near their access date."""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

import footnotes
from footnotes.cli.audit_findings import findings_options, load_findings
from footnotes.cli.exits import ExitCode
from footnotes.cli.messages import say, show_controls

if TYPE_CHECKING:
    from footnotes.audit import Keys, SavedPage, SavePlan, SaveService

_DONE = {"saved", "pending"}


@click.command("save", short_help="Ask the Internet Archive to keep living pages that none holds.")
@click.argument("source", required=False, metavar="[PAPER|LIBRARY]")
@findings_options
@click.option(
    "--window",
    type=click.IntRange(min=0),
    default=90,
    show_default=True,
    metavar="DAYS",
    help="A copy so near to the access date is near enough.",
)
@click.option("--if-unknown", is_flag=True, help="Also pages of which the archives did not tell.")
@click.option("--dry-run", is_flag=True, help="Send nothing; say what would be sent.")
@click.option("--yes", is_flag=True, help="Do not ask before pages are sent.")
@click.option("--no-verify", is_flag=True, help="Do not look afterwards whether the archive gives them.")
@click.option("--contact", metavar="ADDRESS", help="Your address, for the User-Agent.")
@click.option("--endpoint", metavar="URL", help="Another service of the kind of Save Page Now 2.")
@click.option("--replay", metavar="URL", help="Where its captures are, up to the time of one.")
@click.option("--allow-private", is_flag=True, help="Send addresses in private networks, too.")
def save_cited_pages(  # noqa: PLR0913 - click hands over an argument for each option
    source: str | None,
    *,
    journal: Path | None,
    findings: str | None,
    window: int,
    contact: str | None,
    endpoint: str | None,
    replay: str | None,
    if_unknown: bool,
    dry_run: bool,
    yes: bool,
    no_verify: bool,
    allow_private: bool,
) -> ExitCode:
    """Ask the Internet Archive to keep the living pages that no archive holds near their access date.

    Only pages that the audit found alive are sent, each address once, at most twelve a minute; what may
    be no one's business (private networks, addresses with a password) never. Before anything is sent it is
    said what, and where. It needs the keys of an account in the environment, as IA_ACCESS_KEY and
    IA_SECRET_KEY; https://archive.org/account/s3.php has them.

    A line is printed for each page as soon as its fate is known. A page that could not be saved costs exit
    code 1.
    """
    from footnotes.audit import plan_saves  # noqa: PLC0415 - `--help` needs none of it

    service = _make_service(endpoint, replay)
    plan = plan_saves(
        load_findings(source, journal, findings),
        window=timedelta(days=window),
        if_unknown=if_unknown,
        allow_private=allow_private,
    )
    _say_plan(plan, service)
    if dry_run:
        for page in plan.pages:
            _print(page.address)
    if dry_run or not plan.pages:
        return ExitCode.DONE
    keys = _find_keys()
    if not yes and not _is_confirmed():
        say("Nothing was sent.")
        return ExitCode.DONE
    agent = f"footnotes/{footnotes.__version__}" + (f" ({contact})" if contact else "")
    saved = _save(plan, keys, service, agent, is_verified=not no_verify, is_own=endpoint is not None)
    return ExitCode.DONE if all(one.state.value in _DONE for one in saved) else ExitCode.FAILED


def _is_confirmed() -> bool:
    try:
        return click.confirm("Send them?", err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        # Nobody pressed Ctrl-C: standard input is at its end.
        say("")
        raise click.ClickException(
            "Nothing was sent: nobody answered. --yes sends without asking."
        ) from None


def _make_service(endpoint: str | None, replay: str | None) -> "SaveService":
    from footnotes.audit import SaveService  # noqa: PLC0415 - as above

    if (endpoint is None) != (replay is None):
        raise click.UsageError("--endpoint and --replay belong together.")
    if endpoint is None or replay is None:
        return SaveService()
    try:
        return SaveService(endpoint=endpoint.rstrip("/"), replay=replay.rstrip("/") + "/", archive=endpoint)
    except ValueError as error:
        raise click.UsageError(f"--endpoint: {error}.") from error


def _say_plan(plan: "SavePlan", service: "SaveService") -> None:
    from footnotes.audit import Pace, spell_duration  # noqa: PLC0415 - as above

    reasons = Counter(one.because for one in plan.left)
    for because, count in reasons.items():
        say(f"{_count(count)} left out: {because.value}.")
    if not plan.pages:
        say("There is no page to save.")
        return
    pace = Pace()
    rate = round(60 / pace.interval)
    say(
        f"{_count(len(plan.pages))} to be sent to {service.endpoint}, at most {rate} a minute:"
        f" about {spell_duration(pace.estimate(len(plan.pages)))}."
    )


def _count(number: int) -> str:
    return "1 page is" if number == 1 else f"{number} pages are"


def _find_keys() -> "Keys":
    from footnotes.audit import KEYS_PAGE, VARIABLES, read_keys  # noqa: PLC0415 - as above

    keys = read_keys(os.environ)
    if keys is None:
        names = " and ".join(VARIABLES)
        raise click.ClickException(
            f"Nothing was sent: {names} are not set. An account at archive.org has its keys at {KEYS_PAGE}."
        )
    return keys


def _save(  # noqa: PLR0913 - what the options say
    plan: "SavePlan", keys: "Keys", service: "SaveService", agent: str, *, is_verified: bool, is_own: bool
) -> Sequence["SavedPage"]:
    from footnotes.audit import open_fetch, save_pages, verify_saved  # noqa: PLC0415 - as above

    saved: list[SavedPage] = []
    # A service that the user names may lie in the user's own network.
    with open_fetch(agent, allow_private=is_own) as fetch:
        for page in save_pages(plan.pages, fetch, keys, service=service):
            saved.append(page)
            _print(_tell(page))
        if is_verified and any(page.memento for page in saved):
            say("Looking whether the archive gives them; it may take a while to.")
            for page in verify_saved(saved, fetch):
                if page.verification is not None:
                    _print(f"{page.verification.value}: {page.memento.uri if page.memento else page.url}")
    return saved


def _tell(page: "SavedPage") -> str:
    message = f" ({page.message})" if page.message else ""
    copy = f" {page.memento.uri}" if page.memento else ""
    return f"{page.state.value}: {page.url}{copy}{message}"


def _print(line: str) -> None:
    sys.stdout.write(show_controls(line) + "\n")
    sys.stdout.flush()
