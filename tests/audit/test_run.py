"""An audit at work: what is asked for, of whom, how often, and what is not."""

import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from audit.look.scripts import make_page
from audit.loopback import Loopback, give, serve

from footnotes.audit import Plan, Settings, audit_plan, choose_archives, open_journal, read_audit
from footnotes.audit.ask import connections
from footnotes.audit.keep.journal import AuditRecord, Journal
from footnotes.audit.look import walks
from footnotes.model import (
    ArchivedState,
    Audit,
    CitedLink,
    Date,
    LinkFinding,
    LinkStatus,
    PartialDate,
    Verdict,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
READ = Date(PartialDate(2014, 3, 5))
SWIFT = Settings(
    host_request_interval=0.0,
    max_retries=0,
    timeout=5.0,
    probes=False,
    allow_private=True,
    max_concurrency=8,
)
WORDS = "Ice cores of the northern sites show three warm centuries and one cold one."

Give = Callable[[BaseHTTPRequestHandler], None]


class Pages:
    """A site whose pages are there unless its path is told otherwise."""

    def __init__(self) -> None:
        self.others: dict[str, Give] = {}

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        path = handler.path.partition("?")[0]
        if path in self.others:
            self.others[path](handler)
        else:
            give(handler, 200, make_page(f"Page {path}", WORDS).encode(), Content_Type="text/html")


@pytest.fixture
def pages() -> Pages:
    """What the site answers."""
    return Pages()


@pytest.fixture
def web(pages: Pages) -> Iterator[Loopback]:
    """The site of cited pages."""
    with serve(pages) as loopback:
        yield loopback


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """An empty journal."""
    with open_journal(tmp_path / "journal.sqlite", now=lambda: NOW) as opened:
        yield opened


def _plan(*urls: str | CitedLink, excluded: tuple[str, ...] = ()) -> Plan:
    links = tuple(CitedLink(url) if isinstance(url, str) else url for url in urls)
    return Plan(links, "list", frozenset(excluded))


def _audit(plan: Plan, journal: Journal, record: AuditRecord | None = None, **settings: Any) -> Audit:
    return audit_plan(
        plan,
        journal,
        record,
        version="9",
        now=lambda: NOW,
        **{"settings": SWIFT, "archives": ()} | settings,
    )


def _spell(audit: Audit) -> list[str]:
    return [f"{one.link.url.rpartition('/')[2]} {one.verdict.value}" for one in audit.findings]


def _paths(web: Loopback) -> list[str]:
    return sorted(one.target for one in web.asked)


def test_findings_in_the_order_of_citation(web: Loopback, pages: Pages, journal: Journal) -> None:
    """However the threads come home, findings stand as the links do, with what was seen of each."""
    pages.others["/2"] = lambda handler: give(handler, 410)
    audit = _audit(_plan(*(f"{web.root}{number}" for number in range(5))), journal)

    assert ["0 live", "1 live", "2 dead", "3 live", "4 live"] == _spell(audit)
    assert ("list", NOW, True) == (
        audit.source,
        audit.started,
        journal.list_audits()[0].finished is not None,
    )


def test_one_request_for_one_page(web: Loopback, journal: Journal) -> None:
    """Links to several places of one page, however many threads there are, cost one request."""
    audit = _audit(_plan(*(f"{web.root}a{part}" for part in ("", "#one", "#two", "?x=1"))), journal)

    assert ["/a", "/a?x=1"] == _paths(web)
    assert 4 == len(audit.findings)


def test_going_on_asks_for_nothing_twice(web: Loopback, journal: Journal) -> None:
    """An audit that broke off goes on with what is missing, and its report has all."""
    plan = _plan(*(f"{web.root}{number}" for number in range(6)))
    record = journal.begin_audit(plan.source, plan, NOW, {})
    broken = _audit(_plan(*plan.links[:3]), journal, record)
    before = len(web.asked)
    audit = _audit(plan, journal, record)

    assert (3, 6) == (before, len(web.asked))
    assert 6 == len(set(_paths(web))) == len(audit.findings)
    assert 3 == len(broken.findings)


def test_an_interrupted_audit_goes_on(web: Loopback, journal: Journal) -> None:
    """What was seen before Ctrl-C is in the journal, and the audit is not called finished."""
    plan = _plan(*(f"{web.root}{number}" for number in range(6)))
    seen: list[str] = []

    def interrupt(what: str) -> None:
        seen.append(what)
        if seen.count("look") == 3:
            raise KeyboardInterrupt

    slow = {"settings": Settings(**{**_spell_settings(SWIFT), "max_concurrency": 1})}
    with pytest.raises(KeyboardInterrupt):
        _audit(plan, journal, progress=interrupt, **slow)
    record = journal.resume_audit("list")
    assert record
    kept = len(read_audit(journal, record).findings)
    audit = _audit(plan, journal, record)

    # What was under way when it came was written down as well.
    assert 3 <= kept <= 6
    assert (6, 6) == (len(audit.findings), len(web.asked))
    assert journal.resume_audit("list") is None


def _spell_settings(settings: Settings) -> Mapping[str, Any]:
    return {
        name: getattr(settings, name) for name in ("host_request_interval", "max_retries", "probes")
    } | {"allow_private": settings.allow_private}


def test_young_looks_are_reused(web: Loopback, journal: Journal) -> None:
    """With `max_age` a second audit asks for what is new only, and reports all."""
    young = {"settings": Settings(**_spell_settings(SWIFT), max_age=timedelta(days=1))}
    _audit(_plan(f"{web.root}a"), journal)
    audit = _audit(_plan(f"{web.root}a", f"{web.root}b"), journal, **young)

    assert (["/a", "/b"], ["a live", "b live"]) == (_paths(web), _spell(audit))


def test_a_second_audit_looks_again(web: Loopback, journal: Journal) -> None:
    """Without `max_age` each audit looks for itself."""
    _audit(_plan(f"{web.root}a"), journal)
    _audit(_plan(f"{web.root}a"), journal)

    assert ["/a", "/a"] == _paths(web)


def test_progress_tells_of_each_link(web: Loopback, journal: Journal) -> None:
    """Each link is told of twice, as a look and as copies, so that bars reach their ends."""
    told: list[str] = []
    plan = _plan(
        f"{web.root}a", f"{web.root}a#b", "mailto:me@a.org", f"{web.root}c", excluded=(f"{web.root}c",)
    )
    _audit(plan, journal, progress=told.append)

    assert (4, 4) == (told.count("look"), told.count("copies"))


def test_a_fault_costs_one_page(web: Loopback, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program in one page leaves the others as they are, and is said to be one."""
    read = walks.read_page

    def fail(answer: Any) -> Any:
        if answer.url.endswith("/2"):
            raise RecursionError("too deep")
        return read(answer)

    monkeypatch.setattr(walks, "read_page", fail)
    audit = _audit(_plan(*(f"{web.root}{number}" for number in range(4))), journal)
    look = audit.findings[2].look

    assert ["0 live", "1 live", "3 live"] == [line for line in _spell(audit) if not line.startswith("2")]
    assert audit.findings[2].verdict not in {Verdict.DEAD, Verdict.LIVE}
    assert look
    assert "a fault of this program (RecursionError: too deep)" == look.detail


def test_hosts_take_turns(web: Loopback, journal: Journal) -> None:
    """A slow host does not hold up the others: their pages come between those of it."""
    many = [f"{web.root}{number}" for number in range(8)]
    other = f"http://127.0.0.1:{web.port}".replace("127.0.0.1", "localhost")
    one = {"settings": Settings(**{**_spell_settings(SWIFT), "max_concurrency": 1})}
    _audit(_plan(*many, f"{other}/other"), journal, **one)

    assert "/other" in [asked.target for asked in web.asked][:2]


# --- archives

COLLECTION = "papers/"


class Archive:
    """An archive that has a copy of nothing, and notes what it is asked about."""

    def __init__(self) -> None:
        self.about: list[str] = []
        self._lock = threading.Lock()

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        with self._lock:
            self.about.append(handler.path)
        give(handler, 200, b"", Content_Type="text/x-ndjson")


@pytest.fixture
def archive() -> Archive:
    """What the archive answers, and was asked."""
    return Archive()


@pytest.fixture
def asked_archive(archive: Archive) -> Iterator[Any]:
    """The archive as the user would name it."""
    with serve(archive) as loopback:
        yield choose_archives([f"{loopback.root}{COLLECTION}"])


def test_what_is_not_sent_to_archives(
    web: Loopback, journal: Journal, archive: Archive, asked_archive: Any
) -> None:
    """Archives learn nothing of what is excluded, private, or no page; of all else they are asked."""
    secret = f"{web.root}secret"
    settings = {"settings": Settings(**{**_spell_settings(SWIFT), "allow_private": False})}
    plan = _plan(secret, "mailto:me@a.org", "http://10.0.0.8/intranet", excluded=(secret,))
    # Only the archive is public here.
    guarded = _audit(plan, journal, archives=asked_archive, **settings)
    before = list(archive.about)
    _audit(_plan(f"{web.root}cited"), journal, archives=asked_archive)

    assert [] == before
    assert any("cited" in path for path in archive.about)
    assert [LinkStatus.EXCLUDED, LinkStatus.UNSUPPORTED, LinkStatus.PRIVATE] == [
        one.look.status for one in guarded.findings if one.look
    ]
    assert {ArchivedState.NOT_ASKED} == {one.archived.state for one in guarded.findings}
    assert ["/cited"] == _paths(web)


def test_one_place_of_a_page_is_left_out(web: Loopback, journal: Journal) -> None:
    """To leave out one place of a page does not leave out the page."""
    plan = _plan(f"{web.root}a#one", f"{web.root}a#two", excluded=(f"{web.root}a#two",))
    audit = _audit(plan, journal)

    assert ["a#one live", "a#two excluded"] == _spell(audit)
    assert ["/a"] == _paths(web)


def test_answers_of_archives_are_kept(
    web: Loopback, journal: Journal, archive: Archive, asked_archive: Any
) -> None:
    """An audit that goes on does not ask the archives again, and reports how they did."""
    plan = _plan(f"{web.root}a", f"{web.root}b")
    record = journal.begin_audit(plan.source, plan, NOW, {})
    _audit(plan, journal, record, archives=asked_archive)
    before = len(archive.about)
    audit = _audit(plan, journal, record, archives=asked_archive)

    assert before == len(archive.about) > 0
    assert {ArchivedState.NONE} == {one.archived.state for one in audit.findings}
    assert [asked_archive[0].name] == [report.name for report in audit.archives]


# --- copies that papers cite themselves


def _cite_copy(root: str, original: str) -> CitedLink:
    return CitedLink(original, accessed=READ, titles=("Ice and time",), cited_copy=root)


def _find(audit: Audit) -> LinkFinding:
    (finding,) = audit.findings
    return finding


@pytest.mark.parametrize("are_asked", [True, False], ids=["asked", "off"])
def test_cited_copies(
    web: Loopback, pages: Pages, journal: Journal, archive_root: str, *, are_asked: bool
) -> None:
    """Both halves are looked at: the page, and the copy, which is offered where there is no other."""
    pages.others["/article1"] = lambda handler: give(handler, 404)
    copy = f"{archive_root}papers/20140302100000/http://example.org/article1"
    collection = choose_archives([f"{archive_root}papers/"])
    link = _cite_copy(copy, f"{web.root}article1")
    # The archive holds nothing of the address on this machine, only what the paper cites.
    audit = _audit(_plan(link), journal, archives=collection if are_asked else ())
    finding = _find(audit)

    assert Verdict.DEAD is finding.verdict
    if are_asked:
        assert finding.cited_copy
        assert (LinkStatus.OK, 200) == (finding.cited_copy.status, finding.cited_copy.code)
        assert finding.archived.rescue
        assert copy == finding.archived.rescue.memento.uri.replace("id_/", "/")
        assert -3 == finding.archived.rescue.days_from_access
    else:
        # Nobody knows this collection unless it is named: it is said that it cannot be told.
        assert finding.cited_copy
        assert LinkStatus.UNSUPPORTED is finding.cited_copy.status
        assert finding.archived.rescue is None


def test_cited_copies_where_archives_are_off(
    web: Loopback, pages: Pages, journal: Journal, archive_of_the_web: Loopback
) -> None:
    """The copy that the author chose is looked at and offered, though no archive is asked for others."""
    pages.others["/ice"] = lambda handler: give(handler, 404)
    link = _cite_copy(f"http://web.archive.org/web/20140302100000/{web.root}ice", f"{web.root}ice")
    finding = _find(_audit(_plan(link), journal, resolve=_resolve_here))

    assert finding.archived.rescue
    assert ("web.archive.org", -3) == (
        finding.archived.rescue.memento.uri.split("/")[2],
        finding.archived.rescue.days_from_access,
    )
    assert all("20140302100000" in asked.target for asked in archive_of_the_web.asked)
    assert Verdict.DEAD is finding.verdict


SHORT = "http://archive.ph/AbCdE"


def _answer_for_archive(handler: BaseHTTPRequestHandler, original: str) -> None:
    body = make_page("Ice and time", WORDS).encode()
    give(
        handler,
        200,
        body,
        Content_Type="text/html",
        Memento_Datetime="Sun, 02 Mar 2014 10:00:00 GMT",
        Link=f'<{original}>; rel="original"',
    )


@pytest.fixture
def archive_of_the_web(web: Loopback, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """The archives of the world on this machine; each tells that its copy is of a page of the site."""
    connect = connections.create_connection
    with serve(lambda handler: _answer_for_archive(handler, f"{web.root}ice")) as world:

        def lead(address: tuple[str, int], *rest: Any, **settings: Any) -> Any:
            home = ("127.0.0.1", world.port if address[1] in {80, 443} else address[1])
            return connect(home, *rest, **settings)

        monkeypatch.setattr(connections, "create_connection", lead)
        yield world


def _resolve_here(host: str, _: int) -> tuple[str, ...]:
    return ("127.0.0.1",) if host else ()


def test_short_addresses(
    web: Loopback, journal: Journal, archive_of_the_web: Loopback, archive: Archive, asked_archive: Any
) -> None:
    """The page behind an archive's short address is looked at, and archives are asked about it, not it."""
    link = CitedLink(SHORT, accessed=READ, titles=("Ice and time",), cited_copy=SHORT)
    finding = _find(_audit(_plan(link), journal, archives=asked_archive, resolve=_resolve_here))

    assert finding.look
    assert (SHORT, LinkStatus.OK, f"{web.root}ice") == (
        finding.look.url,
        finding.look.status,
        finding.look.final_url,
    )
    assert ("copy-of", f"{web.root}ice") == (finding.look.chain[0].cause, finding.look.chain[0].url)
    assert (["/ice"], True) == (_paths(web), len(archive_of_the_web.asked) > 0)
    assert archive.about
    assert all("AbCdE" not in path and "ice" in path for path in archive.about)
