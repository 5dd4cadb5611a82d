"""Audits from one end to the other, and their findings from the journal."""

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from attrs import evolve

from footnotes.audit.ask.asking import Asker
from footnotes.audit.ask.networks import Resolve, resolve_host
from footnotes.audit.ask.retries import Patience
from footnotes.audit.ask.session import Bounds, Session
from footnotes.audit.ask.throttle import Limit, Throttle
from footnotes.audit.durations import spell_duration
from footnotes.audit.judge.confirm import Confirmation
from footnotes.audit.judge.findings import NEVER_SENT, NOT_ASKED, is_offline, make_finding
from footnotes.audit.keep.evidence import Evidence
from footnotes.audit.keep.journal import AuditRecord, Journal
from footnotes.audit.look.looker import Looker
from footnotes.audit.look.probes import Probes
from footnotes.audit.plan.estimates import LookUps, estimate_audit
from footnotes.audit.plan.plans import Plan
from footnotes.audit.report.wording import count, join_words
from footnotes.audit.rescue.archives import Archive, count_requests, find_budget
from footnotes.audit.rescue.health import ArchiveHealth
from footnotes.audit.run import Progress, Tools, carry_out
from footnotes.audit.settings import Settings
from footnotes.model import Audit, CitedLink, LinkFinding, Sign
from footnotes.text.url_parts import split_url

_MINUTE = 60
_REQUESTS = 3
"""How many requests the copies of one URL cost, as a rule: the index, and two copies."""


def audit_plan(  # noqa: PLR0913 - what an audit depends on is passed in
    plan: Plan,
    journal: Journal,
    record: AuditRecord | None = None,
    *,
    version: str,
    settings: Settings | None = None,
    archives: Sequence[Archive] = (),
    progress: Progress = lambda _: None,
    resolve: Resolve = resolve_host,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Audit:
    """Look at all links of `plan`, ask the `archives` for copies, and give the findings.

    `record` is an audit of the journal to go on with: what it has is not done again. `version` is that of
    the program, for the User-Agent; `resolve` stands in for DNS. Each answer is in the journal as soon as
    it is there, so that an interrupted audit can go on.
    """
    rules = settings or Settings()
    begun = record or journal.begin_audit(plan.source, plan, now(), rules.list_options())
    since = None if rules.max_age is None else now() - rules.max_age
    evidence = Evidence(journal, begun, is_new=record is None, since=since)
    bounds = Bounds(rules.timeout, rules.max_time, rules.max_size)
    health = ArchiveHealth()
    with (
        Throttle(find_limits(rules, archives)) as throttle,
        Session(
            rules.name_agent(version),
            bounds=bounds,
            connections=rules.max_concurrency,
            allow_private=rules.allow_private,
            resolve=resolve,
        ) as session,
    ):
        asker = Asker(session, throttle, Patience(rules.max_retries, rules.retry_wait_time))
        looker = Looker(
            asker,
            now,
            Probes(asker, seed=f"{begun.started:%Y%m%d}") if rules.probes else None,
            keeps_text=bool(archives),
            max_redirects=rules.max_redirects,
        )
        tools = Tools(looker, asker, archives, health, now, rules.max_concurrency)
        carry_out(plan, evidence, tools, progress)
    journal.record_archives(begun, health.report_archives(archives))
    journal.finish_audit(begun)
    return read_audit(journal, begun, rules.confirmation)


def read_audit(journal: Journal, record: AuditRecord, confirmation: Confirmation | None = None) -> Audit:
    """The findings of an audit from its journal; links that were not looked at yet are left out."""
    links = list(journal.list_links(record))
    offline = is_offline(filter(None, (journal.find_look(record, link.url) for link in links)))
    findings = (_find(journal, record, link, confirmation, is_offline=offline) for link in links)
    return Audit(
        record.source,
        record.started,
        tuple(finding for finding in findings if finding is not None),
        journal.read_archives(record),
    )


def _find(
    journal: Journal,
    record: AuditRecord,
    link: CitedLink,
    confirmation: Confirmation | None,
    *,
    is_offline: bool,
) -> LinkFinding | None:
    look = journal.find_look(record, link.url)
    if look is None:
        return None
    # What stands for the text of a page was needed to compare it, and would fill the memory here.
    look = evolve(look, sketch=())
    if is_offline and look.status not in NEVER_SENT:
        look = evolve(look, signs=look.signs | {Sign.OFFLINE})
    return make_finding(
        link,
        look,
        journal.find_copies(record, link.url, measured_from=link.accessed or link.published) or NOT_ASKED,
        cited_copy=journal.find_look(record, link.cited_copy) if link.cited_copy else None,
        history=journal.list_looks(link.url) if confirmation else (),
        confirmation=confirmation,
    )


def describe_plan(plan: Plan, settings: Settings, archives: Sequence[Archive]) -> Iterator[str]:
    """What an audit will do, and how long the limits alone make it, in sentences for the user."""
    estimate = estimate_audit(
        plan,
        host_interval=settings.host_request_interval,
        archives=_list_look_ups(settings, archives),
        connections=settings.max_concurrency,
    )
    if estimate.urls:
        pages, hosts = count(estimate.urls, "page"), count(estimate.hosts, "host")
        time = spell_duration(timedelta(seconds=estimate.look_seconds))
        yield f"{plan.source}: {pages} at {hosts} to look at: {time} at the least."
    else:
        yield f"{plan.source}: there is no page to look at."
    if estimate.looked_up:
        names = join_words([archive.title for archive in archives])
        time = spell_duration(timedelta(seconds=estimate.archive_seconds))
        pages = count(estimate.looked_up, "page")
        yield f"Copies of {pages} to ask for at {names}: {time} by their limits."
    if estimate.left_out:
        is_one = estimate.left_out == 1
        yield f"{estimate.left_out} {'address is' if is_one else 'addresses are'} not asked for."


def _list_look_ups(settings: Settings, archives: Sequence[Archive]) -> list[LookUps]:
    """What is asked of the archives: a collection without limits of its own keeps those of any host."""
    limited = [LookUps(one.name, each, one.per_minute) for one, each in count_requests(archives).items()]
    per_minute = _MINUTE / settings.host_request_interval if settings.host_request_interval else math.inf
    return limited + [
        LookUps(archive.name, _REQUESTS, per_minute)
        for archive in archives
        if archive.is_asked and not archive.budgets
    ]


def find_limits(settings: Settings, archives: Sequence[Archive]) -> Callable[[str], tuple[str, Limit]]:
    """How each URL may be asked for: an archive by its own budgets, every other host by the settings."""
    ordinary = Limit(settings.host_concurrency, settings.host_request_interval)

    def find_limit(url: str) -> tuple[str, Limit]:
        budget = find_budget(url, archives)
        if budget is None:
            return split_url(url).netloc.lower(), ordinary
        return budget.name, Limit(settings.host_concurrency, _MINUTE / budget.per_minute, budget.pause)

    return find_limit
