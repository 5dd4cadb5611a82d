"""The auditor at work on the site: the one place here that knows how it is called."""

import contextlib
import datetime as dt
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from audit.site.captures import list_captures
from audit.site.kinds import Kind
from audit.site.names import resolve_names
from audit.site.process import Site

from footnotes.audit import Plan, Settings, audit_plan, choose_archives, open_journal
from footnotes.model import CitedLink, LinkFinding

LATE = 4.0
"""Seconds that late answers should be late: longer than the audit below waits."""
_BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")
_PATIENCE: dict[str, Any] = {
    "max_concurrency": 32,
    "host_concurrency": 4,
    "host_request_interval": 0.0,
    "timeout": 1.2,
    "max_time": 2.0,
    "max_retries": 1,
    "retry_wait_time": 0.1,
}
"""Settings of the audit, so that what never answers does not take a minute."""


def audit_kinds(site: Site, archive: str | None = None) -> dict[Kind, LinkFinding]:
    """The findings of all kinds, or of those that need no archive unless `archive` is the URL of one."""
    kinds = [kind for kind in site.kinds if archive or "archive" not in kind.needs]
    guarded = [kind for kind in kinds if "guard" in kind.needs]
    archived = [kind for kind in kinds if "archive" in kind.needs]
    plain = [kind for kind in kinds if kind not in guarded and kind not in archived]
    found: dict[Kind, LinkFinding] = {}
    with trust_site(site), resolve_names(site.ports):
        found |= _audit(site, plain, allow_private=True)
        found |= _audit(site, archived, allow_private=True, archive=archive)
        # Only here are the names of the site public addresses, and all others of this machine refused.
        found |= _audit(site, guarded, allow_private=False)
    return found


def _audit(
    site: Site, kinds: Sequence[Kind], *, allow_private: bool, archive: str | None = None
) -> dict[Kind, LinkFinding]:
    links = [site.make_link(kind) for kind in kinds]
    findings = _run(links, archive, allow_private=allow_private) if links else ()
    by_url = {finding.link.url: finding for finding in findings}
    return {kind: by_url[link.url] for kind, link in zip(kinds, links, strict=True)}


def _run(links: Sequence[CitedLink], archive: str | None, *, allow_private: bool) -> Sequence[LinkFinding]:
    """The findings of an audit with a journal of its own."""
    plan = Plan(tuple(links), "the kinds of page")
    with tempfile.TemporaryDirectory() as folder, open_journal(Path(folder) / "journal.sqlite") as journal:
        audit = audit_plan(
            plan,
            journal,
            journal.begin_audit(plan.source, plan, dt.datetime.now(dt.UTC), {}),
            version="0",
            settings=Settings(**_PATIENCE, allow_private=allow_private),
            archives=choose_archives([archive]) if archive else (),
        )
    return audit.findings


@contextlib.contextmanager
def trust_site(site: Site) -> Iterator[None]:
    """Trust the site's certificates in this process, as its user would those of a company."""
    before = {name: os.environ.get(name) for name in _BUNDLES}
    os.environ |= dict.fromkeys(_BUNDLES, str(site.authority))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextlib.contextmanager
def open_archive(folder: Path) -> Iterator[str | None]:
    """The URL of an archive of the site's captures, or None where pywb is not installed."""
    from audit.archive.server import COLLECTION, find_pywb, serve_captures  # noqa: PLC0415 - it needs warcio

    pywb = find_pywb()
    if pywb is None:
        yield None
        return
    with serve_captures(folder, list_captures(), pywb) as root:
        yield f"{root}{COLLECTION}/"
