"""The file of the journal: its tables, how older ones become as they are now, and why one is refused."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from footnotes.errors import JournalError

MARK = 0x466E4A6C
"""The application id in the header of the file ("FnJl"), which other databases do not have."""

WAIT = 30.0
"""How many seconds another process may hold the file; one that writes does so for milliseconds."""

_CREATE = (
    """
    CREATE TABLE audits (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        started TEXT NOT NULL,
        options TEXT NOT NULL,
        finished TEXT
    )""",
    """
    CREATE TABLE links (
        audit INTEGER NOT NULL REFERENCES audits,
        position INTEGER NOT NULL,
        link TEXT NOT NULL,
        PRIMARY KEY (audit, position)
    ) WITHOUT ROWID""",
    """
    CREATE TABLE looks (
        id INTEGER PRIMARY KEY,
        audit INTEGER NOT NULL REFERENCES audits,
        url TEXT NOT NULL,
        checked TEXT NOT NULL,
        look TEXT NOT NULL,
        UNIQUE (audit, url)
    )""",
    """
    CREATE TABLE copies (
        id INTEGER PRIMARY KEY,
        audit INTEGER NOT NULL REFERENCES audits,
        url TEXT NOT NULL,
        measured_from TEXT NOT NULL,
        checked TEXT NOT NULL,
        archived TEXT NOT NULL,
        UNIQUE (audit, url, measured_from)
    )""",
    """
    CREATE TABLE archives (
        audit INTEGER NOT NULL REFERENCES audits,
        position INTEGER NOT NULL,
        report TEXT NOT NULL,
        PRIMARY KEY (audit, position)
    ) WITHOUT ROWID""",
    "CREATE INDEX looks_at_url ON looks (url, checked)",
    "CREATE INDEX copies_of_url ON copies (url, measured_from, checked)",
    f"PRAGMA application_id = {MARK}",
)

# What the user asked to leave out is known to the plan, so that an audit that goes on leaves it out too.
_ADD_EXCLUDED = ("ALTER TABLE links ADD COLUMN excluded INTEGER NOT NULL DEFAULT 0",)

STEPS: tuple[Sequence[str], ...] = (_CREATE, _ADD_EXCLUDED)
"""What leads from each version to the next; a new file takes all steps too."""

VERSION = len(STEPS)

_MAGIC = b"SQLite format 3\0"
"""How each database begins (https://www.sqlite.org/fileformat2.html, 1.3)."""

MEMORY = ":memory:"
"""The name of no file: what is kept in memory, and is gone when it is closed."""

_CAUSES = {
    sqlite3.SQLITE_BUSY: f"another program has kept it for more than {WAIT:.0f} seconds",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_CORRUPT: "it is damaged",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk failed to read or write",
    sqlite3.SQLITE_NOTADB: "it is no journal of audits, nor any database",
    sqlite3.SQLITE_PERM: "this user may not use it",
    sqlite3.SQLITE_READONLY: "it cannot be written",
}


class JournalFile:
    """An open file, which threads use one at a time; each statement is committed when it has run.

    It is made if there is none, and brought to this version; MEMORY stands for none. Raises JournalError,
    with the file and the cause, where the file is no journal, is of a later version, or cannot be read and
    written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        _refuse_other_files(path)
        with _explain_errors(path):
            # Only the bare name means memory to SQLite: an absolute one is a file that is called so.
            place = MEMORY if str(path) == MEMORY else path.absolute()
            self._connection = sqlite3.connect(
                place, timeout=WAIT, isolation_level=None, check_same_thread=False
            )
            try:
                _prepare(self._connection, path)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the file; closing again does nothing."""
        with self._lock:
            self._connection.close()

    def run(self, query: str, *values: object) -> list[Any]:
        """Run one statement and give its rows."""
        with self._lock, _explain_errors(self.path):
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def hold(self) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction: all that is done with it counts, or nothing."""
        with self._lock, _explain_errors(self.path), _hold_transaction(self._connection):
            yield self._connection


def _refuse_other_files(path: Path) -> None:
    """Raises JournalError where `path` holds something else: SQLite takes a few bytes for an empty file.

    It would write its own over them, and they may be the beginning of somebody's library.
    """
    with suppress(OSError), path.open("rb") as file:
        start = file.read(len(_MAGIC))
        if start and start != _MAGIC:
            raise JournalError(f"The journal {path} cannot be used: {_CAUSES[sqlite3.SQLITE_NOTADB]}.")


@contextmanager
def _explain_errors(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite into JournalError, with the file and the cause."""
    try:
        yield
    except sqlite3.Error as error:
        primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
        cause = _CAUSES.get(primary, f"SQLite says {str(error)!r}")
        raise JournalError(f"The journal {path} cannot be used: {cause}.") from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    # A record is safe from kill -9 once it is committed, since the system has it then; only a loss of power
    # can cost the last ones, and never the file. To sync each of them would cost 100 times as much.
    connection.execute("PRAGMA synchronous = NORMAL")
    # In one transaction each: another process may be making the same file between two questions.
    with _hold_transaction(connection, "DEFERRED"):
        version = _read_version(connection, path)
    if version < VERSION:
        with _hold_transaction(connection):
            for step in STEPS[_read_version(connection, path) :]:
                for statement in step:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def _hold_transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """A transaction, which may write from its start on if it is immediate; undone if it fails."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _read_version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the file, 0 for a new one."""
    version, mark, tables = (
        int(connection.execute(query).fetchone()[0])
        for query in ("PRAGMA user_version", "PRAGMA application_id", "SELECT count(*) FROM sqlite_master")
    )
    if mark != MARK and (version or mark or tables):
        raise JournalError(f"The journal {path} cannot be used: it is the database of another program.")
    if version > VERSION:
        raise JournalError(
            f"The journal {path} cannot be used: it is of version {version}, from a later version of this "
            f"program, which knows versions up to {VERSION}."
        )
    return version
