"""The journal: what was seen in each audit, written down as it happens; verdicts are drawn from it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

import platformdirs
from attrs import frozen

from footnotes.audit.keep.journal_file import MEMORY, JournalFile
from footnotes.audit.keep.records import dump_record, load_json, load_record, read_time, write_time
from footnotes.audit.plan.cited_urls import normalize_url
from footnotes.audit.plan.plans import Plan
from footnotes.errors import JournalError
from footnotes.formats.edtf import format_edtf
from footnotes.model import Archived, ArchiveReport, CitedLink, Date, LinkCheck

_PAGE = 500
"""How many rows are read at a time, so that a long journal takes no more memory than a short one."""

_Noun = TypeVar("_Noun")
_AUDIT = "SELECT id, source, started, options, finished FROM audits"


@frozen
class AuditRecord:
    """One audit: `options` is what it was asked to do, `finished` None while it is under way."""

    id: int
    source: str
    started: datetime
    options: Mapping[str, Any]
    finished: datetime | None = None


def find_default_journal() -> Path:
    """Where the journal of this user is: in the directory for the state of programs."""
    return platformdirs.user_state_path("footnotes") / "journal.sqlite"


def open_journal(
    path: Path | str, *, create: bool = True, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> "Journal":
    """The journal at `path`, made if there is none and `create` allows it; an older one is migrated.

    That of MEMORY (":memory:") is in no file, and empty at first.
    Raises JournalError, with the file and the cause in one sentence.
    """
    place = Path(path)
    if str(place) == MEMORY:
        return Journal(JournalFile(place), now)
    # SQLite takes an empty file for a new database, and would write one into it.
    if not create and not (place.exists() and (place.is_dir() or place.stat().st_size)):
        raise JournalError(f"There is no journal at {place}.")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise JournalError(
            f"The journal {place} cannot be used: its folder cannot be made ({error.strerror})."
        ) from error
    return Journal(JournalFile(place), now)


class Journal:
    """An open journal, which many threads may use at once, and several processes.

    What a method has recorded when it returns survives the process. Looks and copies are never changed:
    of a second one of the same URL in the same audit the first is kept. URLs that differ in writing only
    (`normalize_url`) are the same. Every method raises JournalError where the file fails.
    """

    def __init__(self, file: JournalFile, now: Callable[[], datetime]) -> None:
        self._file = file
        self._now = now

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing again does nothing."""
        self._file.close()

    def begin_audit(
        self, source: str, plan: Plan, started: datetime, options: Mapping[str, Any]
    ) -> AuditRecord:
        """A new audit with its plan; `options` are JSON values."""
        begun = (_clean(source), write_time(started), json.dumps(dict(options)))
        with self._file.hold() as connection:
            audit = connection.execute(
                "INSERT INTO audits (source, started, options) VALUES (?, ?, ?)", begun
            ).lastrowid
            connection.executemany(
                "INSERT INTO links (audit, position, link, excluded) VALUES (?, ?, ?, ?)",
                (
                    (audit, position, dump_record(link), link.url in plan.excluded)
                    for position, link in enumerate(plan.links)
                ),
            )
        return self._read_audits(f"{_AUDIT} WHERE id = ?", audit)[0]

    def resume_audit(self, source: str) -> AuditRecord | None:
        """The last audit of `source` that was not finished, or None."""
        query = f"{_AUDIT} WHERE source = ? AND finished IS NULL ORDER BY id DESC LIMIT 1"
        return next(iter(self._read_audits(query, _clean(source))), None)

    def finish_audit(self, audit: AuditRecord) -> None:
        """Mark an audit as done; it stays done since the first time."""
        query = "UPDATE audits SET finished = ? WHERE id = ? AND finished IS NULL"
        self._file.run(query, write_time(self._now()), audit.id)

    def list_audits(self) -> tuple[AuditRecord, ...]:
        """All audits, in the order in which they began."""
        return self._read_audits(f"{_AUDIT} ORDER BY id")

    def read_plan(self, audit: AuditRecord) -> Plan:
        """The plan of an audit, as it was when it began."""
        rows = tuple(self._read_links(audit))
        excluded = frozenset(link.url for link, is_excluded in rows if is_excluded)
        return Plan(tuple(link for link, _ in rows), audit.source, excluded)

    def list_links(self, audit: AuditRecord) -> Iterator[CitedLink]:
        """The links of an audit one by one, in the order of citation."""
        return (link for link, _ in self._read_links(audit))

    def record_look(self, audit: AuditRecord, url: str, look: LinkCheck) -> None:
        """Write down one look at a URL."""
        query = (
            "INSERT INTO looks (audit, url, checked, look) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (audit, url) DO NOTHING"
        )
        self._file.run(query, audit.id, _name(url), write_time(look.checked), dump_record(look))

    def find_look(self, audit: AuditRecord, url: str) -> LinkCheck | None:
        """The look of that audit at a URL, or None."""
        query = "SELECT look FROM looks WHERE audit = ? AND url = ?"
        return self._find(LinkCheck, query, audit.id, _name(url))

    def find_recent_look(self, url: str, since: datetime) -> LinkCheck | None:
        """The latest look of any audit at a URL, if it is not from before `since`."""
        query = "SELECT look FROM looks WHERE url = ? AND checked >= ? ORDER BY checked DESC, id LIMIT 1"
        return self._find(LinkCheck, query, _name(url), write_time(since))

    def list_looks(self, url: str) -> tuple[LinkCheck, ...]:
        """All looks at a URL in the order of time; one that several audits share stands there once."""
        query = (
            "SELECT look FROM looks WHERE id IN (SELECT min(id) FROM looks WHERE url = ? GROUP BY checked)"
            " ORDER BY checked"
        )
        return tuple(load_record(LinkCheck, text) for (text,) in self._file.run(query, _name(url)))

    def record_copies(
        self, audit: AuditRecord, url: str, archived: Archived, *, measured_from: Date | None = None
    ) -> None:
        """Write down what the archives hold of a URL, nearest to the date `measured_from`."""
        query = (
            "INSERT INTO copies (audit, url, measured_from, checked, archived) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (audit, url, measured_from) DO NOTHING"
        )
        checked = write_time(self._now())
        self._file.run(
            query, audit.id, _name(url), _name_date(measured_from), checked, dump_record(archived)
        )

    def find_copies(
        self, audit: AuditRecord, url: str, *, measured_from: Date | None = None
    ) -> Archived | None:
        """What the archives said in that audit of a URL and that date, or None."""
        query = "SELECT archived FROM copies WHERE audit = ? AND url = ? AND measured_from = ?"
        return self._find(Archived, query, audit.id, _name(url), _name_date(measured_from))

    def find_recent_copies(
        self, url: str, since: datetime, *, measured_from: Date | None = None
    ) -> Archived | None:
        """What the archives said last of a URL and that date, if it is not from before `since`."""
        query = (
            "SELECT archived FROM copies WHERE url = ? AND measured_from = ? AND checked >= ?"
            " ORDER BY checked DESC, id LIMIT 1"
        )
        return self._find(Archived, query, _name(url), _name_date(measured_from), write_time(since))

    def record_archives(self, audit: AuditRecord, reports: Sequence[ArchiveReport]) -> None:
        """Write down how the archives did in an audit, in the place of what was said before."""
        rows = [(audit.id, position, dump_record(report)) for position, report in enumerate(reports)]
        with self._file.hold() as connection:
            connection.execute("DELETE FROM archives WHERE audit = ?", (audit.id,))
            connection.executemany("INSERT INTO archives VALUES (?, ?, ?)", rows)

    def read_archives(self, audit: AuditRecord) -> tuple[ArchiveReport, ...]:
        """How the archives did in an audit."""
        rows = self._file.run("SELECT report FROM archives WHERE audit = ? ORDER BY position", audit.id)
        return tuple(load_record(ArchiveReport, text) for (text,) in rows)

    def _read_links(self, audit: AuditRecord) -> Iterator[tuple[CitedLink, bool]]:
        query = (
            "SELECT position, link, excluded FROM links WHERE audit = ? AND position > ?"
            " ORDER BY position LIMIT ?"
        )
        last = -1
        while rows := self._file.run(query, audit.id, last, _PAGE):
            for position, text, is_excluded in rows:
                yield load_record(CitedLink, text), bool(is_excluded)
                last = position

    def _read_audits(self, query: str, *values: object) -> tuple[AuditRecord, ...]:
        return tuple(
            AuditRecord(
                audit,
                source,
                read_time(started),
                load_json(options),
                None if finished is None else read_time(finished),
            )
            for audit, source, started, options, finished in self._file.run(query, *values)
        )

    def _find(self, kind: type[_Noun], query: str, *values: object) -> _Noun | None:
        return next((load_record(kind, text) for (text,) in self._file.run(query, *values)), None)


def _name(url: str) -> str:
    return _clean(normalize_url(url))


def _name_date(date: Date | None) -> str:
    return "" if date is None else format_edtf(date)


def _clean(text: str) -> str:
    """`text` without the halves of characters that names of files may have; SQLite takes none."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
