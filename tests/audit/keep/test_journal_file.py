"""The file of the journal: older ones are migrated, and what cannot be used is refused in a sentence."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footnotes.audit.keep import journal_file
from footnotes.audit.keep.journal import open_journal
from footnotes.audit.keep.journal_file import MARK, STEPS, VERSION
from footnotes.audit.keep.records import dump_record
from footnotes.audit.plan.plans import Plan
from footnotes.errors import JournalError
from footnotes.model import (
    Archived,
    ArchivedState,
    ArchiveReport,
    ArchiveState,
    CitedLink,
    LinkCheck,
    LinkStatus,
)

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
URL = "http://example.org/a"
NOBODY = 65534
LOOK = LinkCheck(URL, LinkStatus.OK, NOON)
COPIES = Archived(ArchivedState.NONE)
REPORT = ArchiveReport("A", ArchiveState.OK)

# What version 1 wrote, word by word: later versions of this program must read it.
VERSION_1 = """
    CREATE TABLE audits (id INTEGER PRIMARY KEY, source TEXT NOT NULL, started TEXT NOT NULL,
        options TEXT NOT NULL, finished TEXT);
    CREATE TABLE links (audit INTEGER NOT NULL REFERENCES audits, position INTEGER NOT NULL,
        link TEXT NOT NULL, PRIMARY KEY (audit, position)) WITHOUT ROWID;
    CREATE TABLE looks (id INTEGER PRIMARY KEY, audit INTEGER NOT NULL REFERENCES audits, url TEXT NOT NULL,
        checked TEXT NOT NULL, look TEXT NOT NULL, UNIQUE (audit, url));
    CREATE TABLE copies (id INTEGER PRIMARY KEY, audit INTEGER NOT NULL REFERENCES audits,
        url TEXT NOT NULL, measured_from TEXT NOT NULL, checked TEXT NOT NULL, archived TEXT NOT NULL,
        UNIQUE (audit, url, measured_from));
    CREATE TABLE archives (audit INTEGER NOT NULL REFERENCES audits, position INTEGER NOT NULL,
        report TEXT NOT NULL, PRIMARY KEY (audit, position)) WITHOUT ROWID;
    CREATE INDEX looks_at_url ON looks (url, checked);
    CREATE INDEX copies_of_url ON copies (url, measured_from, checked);
    PRAGMA application_id = 1181633132;
    PRAGMA user_version = 1;
"""
TIME = "2026-11-20T12:00:00.000000+00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is."""
    return tmp_path / "journal.sqlite"


def _write_version_1(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO audits VALUES (1, 'paper.txt', ?, '{}', NULL)", (TIME,))
        connection.execute("INSERT INTO links VALUES (1, 0, ?)", (dump_record(CitedLink(URL)),))
        connection.execute("INSERT INTO looks VALUES (1, 1, ?, ?, ?)", (URL, TIME, dump_record(LOOK)))
        connection.execute(
            "INSERT INTO copies VALUES (1, 1, ?, '', ?, ?)", (URL, TIME, dump_record(COPIES))
        )
        connection.execute("INSERT INTO archives VALUES (1, 0, ?)", (dump_record(REPORT),))
        connection.commit()


def _read_schema(path: Path) -> list[tuple[str, str]]:
    """Tables and indexes with their columns, however the statements were laid out."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master ORDER BY name")]
        columns = 'SELECT group_concat(name || type || "notnull" || pk) FROM pragma_table_info(?)'
        rest = "SELECT group_concat(name) FROM pragma_index_info(?)"
        return [
            (name, str(connection.execute(query, (name,)).fetchone()))
            for name in names
            for query in (columns, rest)
        ]


def test_mark() -> None:
    """The mark in the header is the one of all versions."""
    assert 1181633132 == MARK


def test_older_journal_is_migrated(path: Path) -> None:
    """A journal of version 1 is brought to this version, and nothing of it is lost."""
    _write_version_1(path)
    with open_journal(path) as journal:
        audit = journal.resume_audit("paper.txt")
        assert audit
        assert Plan((CitedLink(URL),), "paper.txt") == journal.read_plan(audit)
        assert LOOK == journal.find_look(audit, URL)
        assert COPIES == journal.find_copies(audit, URL)
        assert (REPORT,) == journal.read_archives(audit)
        excluded = Plan((CitedLink(URL),), "paper.txt", frozenset({URL}))
        assert excluded == journal.read_plan(journal.begin_audit("paper.txt", excluded, NOON, {}))
    with closing(sqlite3.connect(path)) as connection:
        assert (VERSION,) == connection.execute("PRAGMA user_version").fetchone()
        assert ("wal",) == connection.execute("PRAGMA journal_mode").fetchone()


def test_migrated_is_as_new(path: Path, tmp_path: Path) -> None:
    """A journal that was migrated has the tables of one that is new."""
    _write_version_1(path)
    new = tmp_path / "new.sqlite"
    for one in (path, new):
        open_journal(one).close()

    assert _read_schema(new) == _read_schema(path)


def test_migration_happens_whole_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration that fails leaves the journal as it was, and the next attempt succeeds."""
    _write_version_1(path)
    before = _read_schema(path)
    with monkeypatch.context() as patch:
        patch.setattr(journal_file, "STEPS", (STEPS[0], (*STEPS[1], "ALTER TABLE missing RENAME TO more")))
        with pytest.raises(JournalError, match="no such table"):
            open_journal(path)

    assert before == _read_schema(path)
    with open_journal(path) as journal:
        assert 1 == len(journal.list_audits())


def test_opening_changes_nothing(path: Path) -> None:
    """A journal of this version is opened again as it is."""
    open_journal(path).close()
    before = path.read_bytes()
    open_journal(path, create=False).close()

    assert before == path.read_bytes()


def test_newer_version_is_refused(path: Path) -> None:
    """What a later version of this program wrote is left alone, and the sentence names both versions."""
    open_journal(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(
        JournalError, match=rf"it is of version {VERSION + 1}, .* versions up to {VERSION}\."
    ):
        open_journal(path)

    assert before == path.read_bytes()


@pytest.mark.parametrize("statement", ["CREATE TABLE bookmarks (url TEXT)", "PRAGMA user_version = 1"])
def test_other_databases_are_refused(path: Path, statement: str) -> None:
    """The database of another program is not written to."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
    before = path.read_bytes()
    with pytest.raises(JournalError, match="it is the database of another program"):
        open_journal(path)

    assert before == path.read_bytes()


def test_other_files_are_refused(path: Path) -> None:
    """A file that is no database is not written to."""
    path.write_text("@book{letters, title = {Letters}}\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"journal\.sqlite cannot be used: it is no journal of audits"):
        open_journal(path)

    assert before == path.read_bytes()


def test_damaged_journal_is_refused(path: Path) -> None:
    """A journal of which the middle is overwritten is refused when that is read, with a sentence."""
    with open_journal(path) as journal:
        audit = journal.begin_audit("paper.txt", Plan((), "paper.txt"), NOON, {})
        for number in range(500):
            journal.record_look(audit, f"http://example.org/{number}", LOOK)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(JournalError, match="it is damaged"), open_journal(path) as journal:
        journal.list_audits()


def test_cut_journal_is_refused(path: Path) -> None:
    """A journal whose end is missing is refused."""
    open_journal(path).close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(JournalError, match="it is damaged"), open_journal(path) as journal:
        journal.list_audits()


def test_folder_is_no_journal(tmp_path: Path) -> None:
    """A folder cannot be opened."""
    with pytest.raises(JournalError, match="it cannot be opened"):
        open_journal(tmp_path)


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A journal below a file has no folder to be in."""
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalError, match="its folder cannot be made"):
        open_journal(tmp_path / "file" / "journal.sqlite")


def test_missing_journal_is_not_made_unasked(path: Path) -> None:
    """A report from a journal that is not there says so, and leaves no empty one."""
    with pytest.raises(JournalError, match=f"There is no journal at {path}"):
        open_journal(path, create=False)

    assert not path.exists()


@pytest.mark.parametrize("content", [b"x", b"@book{a,", b"SQLite format 3", b"\0" * 40])
def test_short_files_of_others_stay_as_they_are(path: Path, content: bytes) -> None:
    """A file too short for a database is no empty one: what stands in it is not written over."""
    path.write_bytes(content)
    with pytest.raises(JournalError, match="it is no journal"):
        open_journal(path)

    assert content == path.read_bytes()


def test_empty_file_is_no_journal(path: Path) -> None:
    """A report from an empty file says that there is no journal, and leaves it empty."""
    path.write_bytes(b"")
    with pytest.raises(JournalError, match=f"There is no journal at {path}"):
        open_journal(path, create=False)

    assert not path.read_bytes()


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder that a user without rights can read and not write; root lays its rights down in it."""
    with tempfile.TemporaryDirectory() as name:
        folder, is_root = Path(name), os.geteuid() == 0
        open_journal(folder / "journal.sqlite").close()
        (folder / "journal.sqlite").chmod(0o444)
        folder.chmod(0o555)
        if is_root:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o755)


def test_journal_that_cannot_be_written(locked_folder: Path) -> None:
    """Whoever may only read a journal is told so when it is opened or, at the latest, when it is used."""
    path = locked_folder / "journal.sqlite"
    with (
        pytest.raises(JournalError, match=r"it cannot be (written|opened)\."),
        open_journal(path) as journal,
    ):
        journal.begin_audit("paper.txt", Plan((), "paper.txt"), NOON, {})


def test_held_journal_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal that another program does not let go of is given up with a sentence, not for ever."""
    open_journal(path).close()
    monkeypatch.setattr(journal_file, "WAIT", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, open_journal(path) as journal:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="another program has kept it"):
            journal.begin_audit("paper.txt", Plan((), "paper.txt"), NOON, {})
        assert () == journal.list_audits(), "it can be read in the meantime"
        other.execute("ROLLBACK")
        assert 1 == journal.begin_audit("paper.txt", Plan((), "paper.txt"), NOON, {}).id
