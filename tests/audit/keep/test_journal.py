"""The journal: nothing that was acknowledged is lost, and what is asked for is found."""

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from audit.forked import start_process
from audit.keep.journal_writer import record_looks

from footnotes.audit.keep.journal import AuditRecord, Journal, find_default_journal, open_journal
from footnotes.audit.plan.plans import Plan, plan_audit
from footnotes.errors import JournalError
from footnotes.model import (
    Archived,
    ArchivedState,
    ArchiveReport,
    ArchiveState,
    CitedBy,
    CitedLink,
    Date,
    DateSource,
    LinkCheck,
    LinkStatus,
    PartialDate,
)

WRITER = Path(__file__).with_name("journal_writer.py")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
URL = "http://example.org/a"
READ_2010 = Date(PartialDate(2010, 2, 17))
READ_2023 = Date(PartialDate(2023, 1, 5))
NONE = Archived(ArchivedState.NONE)
UNREACHABLE = Archived(ArchivedState.UNREACHABLE, measured_from=DateSource.ACCESSED, unreachable=("A",))
PLAN = Plan(
    (
        CitedLink(URL, (CitedBy("jones", 3, "3.1"),), accessed=READ_2023, titles=("Ports",)),
        CitedLink("http://example.org/b"),
        CitedLink("mailto:a@example.org"),
    ),
    "paper.txt",
    frozenset({"http://example.org/b"}),
)


class Clock:
    """A clock that stands still unless it is told to go on."""

    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        """The time."""
        return self.moment


@pytest.fixture
def clock() -> Clock:
    """The clock of the journal."""
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is, in a folder that is not there yet."""
    return tmp_path / "state" / "journal.sqlite"


@pytest.fixture
def journal(path: Path, clock: Clock) -> Iterator[Journal]:
    """An open journal."""
    with open_journal(path, now=clock) as journal:
        yield journal


@pytest.fixture
def audit(journal: Journal) -> AuditRecord:
    """An audit that has begun."""
    return journal.begin_audit("paper.txt", PLAN, NOON, {"archives": ["a"], "max_age": None})


def _look(days: float, url: str = URL, status: LinkStatus = LinkStatus.OK) -> LinkCheck:
    return LinkCheck(url, status, NOON + timedelta(days=days))


def test_default_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Unless told, the journal is where programs keep their state for this user."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    place = find_default_journal()

    assert "journal.sqlite" == place.name
    assert "footnotes" in place.parts


def test_audit_is_remembered(path: Path, journal: Journal, audit: AuditRecord) -> None:
    """An audit is found again by another opening of the file, with its plan, options and time."""
    journal.close()
    with open_journal(path) as again:
        assert (audit,) == again.list_audits()
        assert audit == again.resume_audit("paper.txt")
        assert PLAN == again.read_plan(audit)
        assert list(PLAN) == list(again.list_links(audit))
    assert ("paper.txt", NOON, None) == (audit.source, audit.started, audit.finished)
    assert {"archives": ["a"], "max_age": None} == audit.options


def test_only_unfinished_audits_are_resumed(journal: Journal, audit: AuditRecord, clock: Clock) -> None:
    """The last unfinished audit of the same source goes on; a finished one stays finished as it was."""
    later = journal.begin_audit("paper.txt", PLAN, NOON + timedelta(days=1), {})
    other = journal.begin_audit("other.txt", PLAN, NOON, {})

    assert later == journal.resume_audit("paper.txt")
    journal.finish_audit(later)
    clock.moment += timedelta(hours=1)
    journal.finish_audit(later)
    assert audit == journal.resume_audit("paper.txt")
    journal.finish_audit(audit)
    assert journal.resume_audit("paper.txt") is None
    assert journal.resume_audit("missing.txt") is None
    assert [NOON + timedelta(hours=1), NOON, None] == [one.finished for one in journal.list_audits()]
    assert other == journal.resume_audit("other.txt")


def test_first_look_is_kept(journal: Journal, audit: AuditRecord) -> None:
    """Of two looks of one audit at one URL, however it is written, the first stays."""
    journal.record_look(audit, "HTTP://Example.org:80/a", _look(0))
    journal.record_look(audit, URL, _look(0))
    journal.record_look(audit, URL, _look(1, status=LinkStatus.DNS))

    assert _look(0) == journal.find_look(audit, URL)
    assert (_look(0),) == journal.list_looks(URL)
    assert journal.find_look(audit, "http://example.org/a#part") is None


def test_looks_belong_to_their_audit(journal: Journal, audit: AuditRecord) -> None:
    """Another audit has looks of its own, and the history of a URL has those of all by time."""
    other = journal.begin_audit("other.txt", PLAN, NOON, {})
    third = journal.begin_audit("third.txt", PLAN, NOON, {})
    journal.record_look(audit, URL, _look(2))
    assert journal.find_look(other, URL) is None
    journal.record_look(other, URL, _look(1))
    journal.record_look(third, URL, _look(2))

    assert (_look(2), _look(1)) == (journal.find_look(audit, URL), journal.find_look(other, URL))
    assert (_look(1), _look(2)) == journal.list_looks(URL), "a look that two audits share stands there once"
    assert () == journal.list_looks("http://example.org/never")


def test_recent_look(journal: Journal, audit: AuditRecord) -> None:
    """The latest look of any audit is reused if it is young enough, and only at that URL."""
    other = journal.begin_audit("other.txt", PLAN, NOON, {})
    journal.record_look(other, URL, _look(1))
    journal.record_look(audit, URL, _look(0))

    assert _look(1) == journal.find_recent_look(URL, NOON)
    assert _look(1) == journal.find_recent_look("http://EXAMPLE.org/a", NOON + timedelta(days=1))
    assert journal.find_recent_look(URL, NOON + timedelta(days=1, microseconds=1)) is None
    assert journal.find_recent_look("http://example.org/b", NOON) is None


def test_copies_belong_to_the_date(journal: Journal, audit: AuditRecord) -> None:
    """What the archives hold nearest to one date is nothing to another; the first answer is kept."""
    journal.record_copies(audit, URL, UNREACHABLE, measured_from=READ_2023)
    journal.record_copies(audit, URL, NONE, measured_from=READ_2023)

    assert UNREACHABLE == journal.find_copies(audit, URL, measured_from=READ_2023)
    assert journal.find_copies(audit, URL, measured_from=READ_2010) is None
    assert journal.find_copies(audit, URL) is None
    journal.record_copies(audit, URL, NONE)
    assert NONE == journal.find_copies(audit, URL)


def test_recent_copies(journal: Journal, audit: AuditRecord, clock: Clock) -> None:
    """The latest answer of the archives for a date is reused if it is young enough."""
    other = journal.begin_audit("other.txt", PLAN, NOON, {})
    journal.record_copies(audit, URL, UNREACHABLE, measured_from=READ_2023)
    clock.moment += timedelta(days=1)
    journal.record_copies(other, URL, NONE, measured_from=READ_2023)

    assert NONE == journal.find_recent_copies(URL, NOON, measured_from=READ_2023)
    assert journal.find_recent_copies(URL, NOON + timedelta(days=2), measured_from=READ_2023) is None
    assert journal.find_recent_copies(URL, NOON, measured_from=READ_2010) is None
    assert journal.find_recent_copies(URL, NOON) is None


def test_archives(journal: Journal, audit: AuditRecord) -> None:
    """How the archives did is kept in their order; a later report of the same audit takes its place."""
    first = [ArchiveReport("A", ArchiveState.OK), ArchiveReport("B", ArchiveState.OFF)]
    second = [ArchiveReport("B", ArchiveState.HIBERNATING)]

    assert () == journal.read_archives(audit)
    journal.record_archives(audit, first)
    assert tuple(first) == journal.read_archives(audit)
    journal.record_archives(audit, second)
    assert tuple(second) == journal.read_archives(audit)


def test_long_plan_is_read_in_parts(journal: Journal) -> None:
    """A plan of many links comes back whole and in order, also while others write."""
    plan = plan_audit([[f"http://h{n}.example/" for n in range(1234)]], "list", unwrap=lambda _: None)
    audit = journal.begin_audit("list", plan, NOON, {})
    seen = []
    for link in journal.list_links(audit):
        seen.append(link)
        journal.record_look(audit, link.url, _look(0, link.url))

    assert list(plan) == seen
    assert plan == journal.read_plan(audit)


def test_plan_begins_whole_or_not_at_all(journal: Journal) -> None:
    """An audit whose plan cannot be written down leaves nothing behind."""
    broken = Plan((CitedLink(URL), CitedLink(URL, accessed="2010")), "list")  # type: ignore[arg-type]  # what must fail
    with pytest.raises(AttributeError):
        journal.begin_audit("list", broken, NOON, {})

    assert () == journal.list_audits()
    assert 1 == journal.begin_audit("list", PLAN, NOON, {}).id


def test_names_that_are_no_unicode(journal: Journal) -> None:
    """The name of a file and a URL may hold what is no character."""
    source, url = "paper-\udcff.txt", "http://example-\udcff.org/\udcff"
    audit = journal.begin_audit(source, PLAN, NOON, {})
    journal.record_look(audit, url, _look(0, url))

    assert audit == journal.resume_audit(source)
    assert _look(0, url) == journal.find_look(audit, url)


def test_closed_journal_says_so(journal: Journal, audit: AuditRecord) -> None:
    """A journal may be closed twice, and is of no use then."""
    journal.close()
    journal.close()
    with pytest.raises(JournalError, match="cannot be used"):
        journal.find_look(audit, URL)


def test_64_threads_at_once(journal: Journal, audit: AuditRecord) -> None:
    """Threads that record at the same time lose nothing and cost each other little."""
    count, threads = 6400, 64

    def work(thread: int) -> None:
        for number in range(thread, count, threads):
            url = f"http://example.org/{number}"
            journal.record_look(audit, url, _look(0, url))

    started = time.process_time()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, range(threads)))
    seconds = time.process_time() - started

    assert all(journal.find_look(audit, f"http://example.org/{number}") for number in range(count))
    # 0.1 ms on an idle machine (benchmarks say how much exactly); a disk that is synced takes 5 ms.
    assert seconds / count < 0.002


def _run_writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(path), name, str(count)], stdout=subprocess.PIPE, text=True
    )


def _check_integrity(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
    finally:
        connection.close()


def test_two_processes_at_once(path: Path) -> None:
    """Two processes, each with an audit of its own, start one new file and both record all they saw."""
    writers = [_run_writer(path, name, 300) for name in ("one", "two")]
    outputs = [writer.communicate(timeout=60)[0] for writer in writers]

    assert [0, 0] == [writer.returncode for writer in writers]
    assert all("finished" in output for output in outputs)
    with open_journal(path, create=False) as journal:
        audits = {audit.source: audit for audit in journal.list_audits()}
        assert {"one", "two"} == set(audits)
        for name, audit in audits.items():
            assert audit.finished
            assert all(journal.find_look(audit, f"http://{name}.example/{number}") for number in range(300))
    _check_integrity(path)


def test_killed_writers_lose_nothing(path: Path, tmp_path: Path) -> None:
    """A process killed in the middle, twenty times: what it acknowledged is there, the file is sound."""
    chance = random.Random(5)  # noqa: S311 - when to kill is no secret
    acknowledged = 0
    for number in range(20):
        output = tmp_path / f"said{number}.txt"
        output.touch()
        writer = start_process(record_looks, str(path), f"run{number}", 10**6, output=output)
        while not output.read_text() and writer.is_alive():
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.06))
        writer.kill()
        writer.join()
        said = output.read_text().splitlines(keepends=True)
        with open_journal(path, create=False) as journal:
            audit = journal.resume_audit(f"run{number}")
            assert audit, "the audit that was killed can go on"
            assert f"begun {audit.id}\n" == said[0]
            # The kill may cut the last line in two: that was not said.
            for line in (line for line in said[1:] if line.endswith("\n")):
                kind, url = line.split()
                found = journal.find_look(audit, url) if kind == "look" else journal.find_copies(audit, url)
                assert found, f"{line.strip()} was acknowledged and is lost"
                acknowledged += 1
        _check_integrity(path)

    assert acknowledged > 200, "the writers were killed before they did anything: this test tested nothing"


def test_same_look_twice_after_a_crash(journal: Journal, audit: AuditRecord) -> None:
    """Looks that were recorded before a crash are found by the audit that goes on, and not replaced."""
    journal.record_look(audit, URL, _look(0))
    again = journal.resume_audit("paper.txt")
    assert again

    journal.record_look(again, URL, _look(3, status=LinkStatus.TIMEOUT))
    assert _look(0) == journal.find_look(evolve(again, finished=None), URL)


def test_memory_is_shared_by_threads_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A journal in memory takes the records of many threads, and the folder stays empty."""
    monkeypatch.chdir(tmp_path)
    with open_journal(":memory:") as journal:
        audit = journal.begin_audit("list", PLAN, NOON, {})
        urls = [f"http://example.org/{number}" for number in range(40)]
        looks = [LinkCheck(url, LinkStatus.OK, NOON) for url in urls]
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda look: journal.record_look(audit, look.url, look), looks))
        found = [journal.find_look(audit, url) for url in urls]

    assert looks == found
    assert [] == list(tmp_path.iterdir())


def test_memories_are_apart() -> None:
    """What one journal in memory knows is nothing to the next."""
    with open_journal(":memory:") as one, open_journal(":memory:") as other:
        one.begin_audit("list", PLAN, NOON, {})

        assert (1, 0) == (len(one.list_audits()), len(other.list_audits()))
